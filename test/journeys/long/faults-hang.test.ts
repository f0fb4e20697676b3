import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { redBecauseOf } from "../../support/health.ts";
import { opensOf, toldAfter } from "../../support/requests.ts";
import {
  approveAndOpen,
  channel,
  eventually,
  poolIdOn,
  requestShoes,
} from "../../support/shoes.ts";

const preload = fileURLToPath(new URL("../../support/block-loop.ts", import.meta.url));

describe("a bot whose main loop hangs", () => {
  let world: BotWorld;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lifeguard-hang-"));
    world = await startBotWorld({
      env: { NODE_OPTIONS: `--import=${preload}`, BLOCK_FILE: join(folder, "block") },
    });
  });
  afterAll(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("says why and ends itself, and nothing that was acknowledged is lost", async () => {
    const card = await requestShoes(world);
    await writeFile(join(folder, "block"), "");
    const words = await eventually(world, async () =>
      world.log().find((line) => line.startsWith("Lifeguard hangs")),
    );
    expect(words).toContain("its main loop has been silent for 20 s");
    await world.kill();
    await world.startBot();
    await approveAndOpen(world, card);
    expect(await opensOf(world.toloka, poolIdOn(card))).toHaveLength(1);
  });
});

describe.skipIf(process.env.TEST_DATABASE_URL !== undefined)("a nearly full disk", () => {
  let world: BotWorld;
  beforeAll(async () => {
    // More than any disk has: the same as a full one.
    world = await startBotWorld({ env: { MIN_FREE_MB: "999999999", HEALTH_PORT: "0" } });
  });
  afterAll(() => world.close());

  test("turns readiness red and refuses what is new in words", async () => {
    const { causes } = await redBecauseOf(world, ["disk"]);
    expect(causes[0]).toMatch(/^disk: \d+ MB free for the data folder, 999999999 MB needed/u);
    const words = "The disk of the bot is nearly full, so nothing new is begun.";
    for (const command of ["/toloka new run", "/toloka open 1"]) {
      const told = await toldAfter(world, "rita", () =>
        world.slack.as("rita").command(channel, command),
      );
      expect(told).toContain(words);
    }
    expect(await world.slack.as("rita").modal()).toBe(null);
  });
});
