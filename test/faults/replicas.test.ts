import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { inTheEnd, quietPolicy } from "../support/faults.ts";
import { askToOpen, type Followed, makePool } from "../support/made-elsewhere.ts";
import { type Cluster, postgresPrograms, startCluster } from "../support/postgres-cluster.ts";
import { opensOf } from "../support/requests.ts";
import { faultSeed, seeded, trials } from "../support/seeded.ts";
import { channel } from "../support/shoes.ts";
import { story } from "../support/watching.ts";

const programs = postgresPrograms();
if (programs === null) console.log("SKIPPED: no Postgres programs below /usr/lib/postgresql");

/** The longest a takeover may last, in milliseconds. */
const takeoverMs = 20_000;

describe.skipIf(programs === null)("two bots on one Postgres of their own", () => {
  let cluster: Cluster;
  let world: BotWorld;
  const chance = seeded(faultSeed());
  const runs: Followed[] = [];
  beforeAll(async () => {
    cluster = await startCluster(programs ?? "");
    world = await startBotWorld({
      postgres: cluster.url,
      policy: quietPolicy,
      moreScopes: ["channels:history"],
    });
    await world.startAnother();
  });
  afterAll(async () => {
    await world.close();
    await cluster.remove();
  });

  const requested = async (name: string): Promise<Followed> => {
    const poolId = await makePool(world, name);
    // A command that came while the database was away was answered with a refusal: people repeat it.
    const run = await askToOpen(world, poolId).catch(() => askToOpen(world, poolId));
    runs.push(run);
    return run;
  };

  const isTold = async (run: Followed): Promise<boolean> =>
    (await story(world, run)).includes("opened");

  /** Presses until the press counts: one that a dying bot or database did not take is to be repeated. */
  const approved = async (run: Followed): Promise<void> => {
    await inTheEnd(world, "an approval that counts", async () => {
      if (await isTold(run)) return true;
      const press = await world.slack
        .as("alan")
        .press("Approve", { channel, ts: run.ts })
        .catch(() => null);
      await pause(500);
      const card = (await world.slack.as("lena").messages(channel)).find(({ ts }) => ts === run.ts);
      return press?.status === "acked" && card?.text.includes("[Approve]") === false;
    });
  };

  /** Waits for the opening; answers how long it took from now, in milliseconds. */
  const openedAfter = async (run: Followed): Promise<number> => {
    const from = performance.now();
    await inTheEnd(world, "the opening", () => isTold(run));
    return performance.now() - from;
  };

  /**
   * Presses Approve while the other bot stands still, so that the bot which hears Slack holds the job; the job's
   * read of the tasks is held up for some seconds. Then the other goes on.
   */
  const heldByFirst = async (run: Followed): Promise<void> => {
    const [, other] = world.processes();
    if (other === undefined) throw new Error("the other bot is not running");
    await world.toloka.addFault({ route: "GET /tasks", kind: "delay", delayMs: 6_000, times: 1 });
    other.kill("SIGSTOP");
    await world.slack.as("alan").press("Approve", { channel, ts: run.ts });
    await inTheEnd(world, "the held read", async () =>
      (await world.toloka.faults()).some(({ applied }) => applied > 0),
    );
    other.kill("SIGCONT");
  };

  /** Null for each process that lives. */
  const exitCodes = (): readonly (number | null)[] =>
    world.processes().map((child) => child.exitCode);

  const nothingTwice = async (): Promise<void> => {
    for (const run of runs) {
      expect(await story(world, run)).toEqual(["opened"]);
      expect(
        (await opensOf(world.toloka, run.poolId)).filter(({ status }) => status === 202).length,
      ).toBe(1);
    }
  };

  test("one is killed again and again: the other goes on within twenty seconds", async () => {
    const kills = trials(20);
    const took: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      const run = await requested(`Killed ${kill}`);
      await heldByFirst(run);
      await pause(chance.below(3_000));
      await world.kill();
      took.push(await openedAfter(run));
      await world.toloka.clearFaults();
      await world.startBot();
    }
    await nothingTwice();
    console.log(
      `${kills} kills: takeover ${Math.round(Math.min(...took))} to ${Math.round(Math.max(...took))} ms`,
    );
    expect(Math.max(...took)).toBeLessThan(takeoverMs);
    expect(exitCodes()).toEqual([null, null]);
  });

  test("one is paused for a minute and goes on: nothing happens twice", async () => {
    const run = await requested("Paused");
    await heldByFirst(run);
    const [sleeper] = world.processes();
    if (sleeper === undefined) throw new Error("the bot is not running");
    sleeper.kill("SIGSTOP");
    const asleep = performance.now();
    await world.toloka.clearFaults();
    const took = await openedAfter(run);
    await pause(Math.max(0, trials(60) * 1_000 - (performance.now() - asleep)));
    sleeper.kill("SIGCONT");
    await pause(5_000);
    console.log(`paused: takeover after ${Math.round(took)} ms`);
    expect(took).toBeLessThan(takeoverMs);
    expect(sleeper.exitCode).toBe(null);
    await approved(await requested("After the pause"));
    const last = runs.at(-1);
    if (last !== undefined) await openedAfter(last);
    await nothingTwice();
  });

  test("Postgres restarts every few seconds for two minutes: nobody dies, everything opens once", async () => {
    const waiting: Followed[] = [];
    for (let count = 0; count < 6; count += 1) waiting.push(await requested(`Restarts ${count}`));
    const until = performance.now() + trials(120) * 1_000;
    let restarts = 0;
    const restarting = async (): Promise<void> => {
      while (performance.now() < until) {
        await pause(5_000 + chance.below(5_000));
        await cluster.restart();
        restarts += 1;
      }
    };
    const pressing = async (): Promise<void> => {
      for (const run of waiting) {
        await approved(run);
        await openedAfter(run);
      }
    };
    await Promise.all([restarting(), pressing()]);
    await approved(await requested("After the restarts"));
    const last = runs.at(-1);
    if (last !== undefined) await openedAfter(last);
    console.log(`${restarts} restarts of Postgres, ${waiting.length} runs opened meanwhile`);
    expect(exitCodes()).toEqual([null, null]);
    await nothingTwice();
  });
});
