import { execFileSync } from "node:child_process";
import { statfsSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { inTheEnd } from "../support/faults.ts";
import { redBecauseOf } from "../support/health.ts";
import { ask, signed } from "../support/raw-requests.ts";
import { opensOf, toldAfter } from "../support/requests.ts";
import { cardOf, channel, poolIdOn, requestShoes, threadSays } from "../support/shoes.ts";

/** The disk, and what has to stay free for new work, in megabytes. */
const diskMb = 220;
const leastMb = 64;
/** So many requests fill what the database has set aside. */
const mostRequests = 20_000;

const canMount = (): boolean => {
  try {
    execFileSync(
      "/usr/bin/unshare",
      ["--mount", "/usr/bin/mount", "-t", "tmpfs", "tmpfs", "/mnt"],
      {
        stdio: "ignore",
      },
    );
    return process.getuid?.() === 0 && process.env.TEST_DATABASE_URL === undefined;
  } catch {
    return false;
  }
};

describe.runIf(canMount())("a disk that fills up (needs root and mounting)", () => {
  let disk: string;
  let world: BotWorld;
  beforeAll(async () => {
    disk = await mkdtemp(join(tmpdir(), "lifeguard-disk-"));
    execFileSync("/usr/bin/mount", [
      "-t",
      "tmpfs",
      "-o",
      `size=${diskMb}m,mode=0700`,
      "tmpfs",
      disk,
    ]);
    world = await startBotWorld({
      transport: "http",
      env: { DATA_DIR: join(disk, "data"), MIN_FREE_MB: String(leastMb), HEALTH_PORT: "0" },
    });
  });
  afterAll(async () => {
    await world?.close();
    execFileSync("/usr/bin/umount", [disk]);
    await rm(disk, { recursive: true, force: true });
  });

  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize;
  };

  /** Writes until so many bytes are free. */
  const fillTo = (bytes: number, name: string): void => {
    const size = freeBytes() - bytes;
    if (size > 0) writeFileSync(join(disk, name), Buffer.alloc(size));
  };

  /** Lets people write to the bot until it can keep nothing more; answers how many it kept before. */
  const untilFull = async (): Promise<number> => {
    for (let turn = 0; turn < mostRequests; turn += 1) {
      const { status, text } = await ask(
        world,
        signed(
          world,
          JSON.stringify({
            ...{ type: "event_callback", api_app_id: "A0LIFEGRD", team_id: "T0LIFEGRD" },
            event_id: `Ev${turn}${"X".repeat(200)}`,
            event: { type: "app_home_opened", user: "U0RITA0001", channel: "D1", tab: "messages" },
          }),
          { contentType: "application/json" },
        ),
      );
      if (status !== 200 || text.includes("Nothing was recorded")) {
        console.log(`full after ${turn} requests: ${status} ${text}`);
        return turn;
      }
    }
    return mostRequests;
  };

  test("refuses new work before it is full, and nothing acknowledged is lost once it was full", async () => {
    const names = ["Asked before", "Asked before too", "Asked before as well"];
    const cards = [];
    for (const poolName of names) cards.push(await requestShoes(world, { poolName }));

    fillTo(leastMb * 500_000, "ballast-1");
    await redBecauseOf(world, ["disk"]);
    const told = await toldAfter(world, "rita", () =>
      world.slack.as("rita").command(channel, "/toloka new run"),
    );
    expect(told).toContain("The disk of the bot is nearly full, so nothing new is begun.");

    // Now somebody else writes the rest while people go on; what the database had set aside is used up first.
    fillTo(0, "ballast-2");
    const helped = await untilFull();
    const acknowledged: string[] = [];
    for (const card of cards.slice(0, 2)) {
      const since = (await world.slack.ledger()).length;
      await world.slack
        .as("alan")
        .press("Approve", { channel, ts: card.ts })
        .catch(() => {});
      const [press] = await world.slack.entries("delivery", since);
      acknowledged.push(press?.outcome ?? "none");
    }
    const isAlive = world.processes()[0]?.exitCode === null;
    await rm(join(disk, "ballast-1"));
    await rm(join(disk, "ballast-2"));
    await world.kill();
    await world.startBot();

    for (const [turn, card] of cards.entries()) {
      const poolId = poolIdOn(card);
      const now = await cardOf(world, names[turn] ?? "", () => true);
      if (now.text.includes("[Approve]")) {
        await world.slack
          .as("alan")
          .press("Approve", { channel, ts: card.ts })
          .catch(() => {});
      }
      await threadSays(world, card, "The pool is open");
      await inTheEnd(
        world,
        "one opening",
        async () => (await opensOf(world.toloka, poolId)).length === 1,
      );
    }
    const { pools } = await world.toloka.state();
    expect(pools.map(({ private_name, status, tasks }) => [private_name, status, tasks])).toEqual(
      names.map((name) => [name, "OPEN", 3]),
    );
    console.log(
      `full disk: ${helped} requests were kept when nothing was free; then presses were ${acknowledged.join(", ")}; the bot ${isAlive ? "lived on" : "ended"}`,
    );
  });
});
