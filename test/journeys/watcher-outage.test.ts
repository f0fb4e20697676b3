import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  askToOpen,
  hours,
  makeEmptyPool,
  makePool,
  makeProject,
  runOpen,
} from "../support/made-elsewhere.ts";
import { eventually } from "../support/shoes.ts";
import { botCalls, lastCall, looks, settledStory, story, untilStory } from "../support/watching.ts";

const byHand = "closed: Closed by hand.";

describe("a watcher that cannot rely on Toloka", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterEach(() => world.toloka.clearFaults());
  afterAll(() => world.close());

  /** Waits for so many of the bot's failed requests from now on. */
  const failures = async (count: number): Promise<void> => {
    const since = await lastCall(world);
    await eventually(
      world,
      async () =>
        (await botCalls(world, since)).filter((call) => call.fault !== null).length >= count,
    );
  };

  test("warns from the stored time while Toloka answers nothing, and calls no pool closed", async () => {
    const leftMs = hours(1) + 6_000;
    const run = await runOpen(world, "Cut off", { closesInMs: leftMs });
    await untilStory(world, run, ["opened", "less than 4 h"]);
    await world.toloka.addFault({ route: "/./", kind: "reset-before" });
    await failures(1);
    await untilStory(world, run, ["opened", "less than 4 h", "less than 1 h"]);
    await world.toloka.clearFaults();
    await settledStory(world, run, ["opened", "less than 4 h", "less than 1 h"]);
  });

  test("warns by the clock of error answers while Toloka fails, and tells the closing once it answers again", async () => {
    const run = await runOpen(world, "Failing", { closesInMs: hours(30) });
    await looks(world, 2);
    await world.toloka.addFault({ route: "/^GET /", kind: "status", status: 503 });
    await world.toloka.advance({ ms: hours(7) });
    await untilStory(world, run, ["opened", "less than 1 day"]);
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await failures(6);
    expect(await story(world, run)).toEqual(["opened", "less than 1 day"]);
    await world.toloka.clearFaults();
    await settledStory(world, run, ["opened", "less than 1 day", byHand]);
  });

  test.each([
    ["the first page", { route: "GET /pools", kind: "status", status: 500 }],
    ["the list of the open pools", { route: "GET /pools", kind: "html", after: 1 }],
    ["a page that comes empty", { route: "GET /pools", kind: "empty", status: 200 }],
    ["the account", { route: "GET /requester", kind: "status", status: 500 }],
  ] as const)("announces nothing when %s fails", async (name, rule) => {
    const run = await runOpen(world, `Page fails: ${name}`);
    await looks(world, 2);
    await world.toloka.addFault(rule);
    await failures(3);
    await world.toloka.clearFaults();
    await settledStory(world, run, ["opened"]);
  });

  test("says no pool is closed while the pool itself cannot be read", async () => {
    const run = await runOpen(world, "Unreadable");
    await looks(world, 2);
    await world.toloka.addFault({ route: "GET /pools/:id", kind: "status", status: 500 });
    await world.toloka.closeWithReason(run.poolId, "COMPLETED");
    await failures(2);
    expect(await story(world, run)).toEqual(["opened"]);
    await world.toloka.clearFaults();
    await settledStory(world, run, ["opened", "closed: All answers are in."]);
  });

  test("goes on with the other pools when Toloka no longer knows one", async () => {
    const lost = await runOpen(world, "Lost");
    const kept = await runOpen(world, "Kept");
    await looks(world, 2);
    const { poolId } = lost;
    await world.toloka.addFault({ route: `GET /pools/${poolId}`, kind: "status", status: 404 });
    await world.toloka.closeWithReason(poolId, "MANUAL");
    await failures(1);
    await world.toloka.closeWithReason(kept.poolId, "MANUAL");
    await settledStory(world, kept, ["opened", byHand]);
    expect(await story(world, lost)).toEqual(["opened"]);
  });

  test("is not misled by pages that are older than a pause", async () => {
    const run = await runOpen(world, "Paused between two pages");
    const since = await lastCall(world);
    const lists = async () =>
      (await botCalls(world, since)).filter((call) => call.path === "/api/v1/pools");
    // The look's second list comes late: the first one still shows the pool as open.
    await eventually(world, async () => (await lists()).at(-1)?.query.status === "OPEN");
    await world.toloka.addFault({
      route: "GET /pools",
      kind: "delay",
      delayMs: 3_000,
      after: 1,
      times: 1,
    });
    const before = (await lists()).length;
    await eventually(world, async () => (await lists()).length > before);
    await world.slack.as("omar").press("Pause", { channel: run.channel, ts: run.ts });
    await settledStory(world, run, ["opened", "closed: Closed by hand. Paused by @omar."]);
  });

  test("reads pages only, in an account of 700 open pools, and one more for a pool that closed", async () => {
    const run = await runOpen(world, "One of many");
    const waiting = await askToOpen(world, await makePool(world, "Ready among many"));
    const projectId = await makeProject(world);
    for (let count = 0; count < 700; count += 1) {
      const poolId = await makeEmptyPool(world, projectId, `Foreign ${count}`, hours(90));
      await world.toloka.openOutside(poolId);
    }
    await looks(world, 3);
    await world.toloka.advance({ ms: 3 * 60_000 });
    await looks(world, 3);
    const since = await lastCall(world);
    await looks(world, 3);
    const calls = (await botCalls(world, since)).map(({ path }) => path.replace("/api/v1", ""));
    expect([...new Set(calls)].toSorted()).toEqual(["/pools", "/requester"]);
    const accounts = calls.filter((path) => path === "/requester").length;
    // Three pages of open pools and one of those that started since the last look.
    expect(calls.length).toBeLessThanOrEqual((accounts + 1) * 5);
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await settledStory(world, run, ["opened", byHand]);
    expect(await story(world, waiting)).toEqual([]);
    const alone = (await botCalls(world, since)).filter(({ path }) => /\/pools\/\d+$/.test(path));
    expect(alone.map(({ path }) => path)).toEqual([`/api/v1/pools/${run.poolId}`]);
  });
});
