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
import { botCalls, lastCall, looks, settledStory, story } from "../support/watching.ts";

const byHand = "closed: Closed by hand.";

describe("the pages that the watcher reads", () => {
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

  test.each([
    ["a failing first page", { route: "GET /pools", kind: "status", status: 500 }],
    ["HTML in the place of the open pools", { route: "GET /pools", kind: "html", after: 1 }],
    ["a page without a body", { route: "GET /pools", kind: "empty", status: 200 }],
  ] as const)("announces nothing after a look that is spoilt by %s", async (name, rule) => {
    const run = await runOpen(world, `Page fails: ${name}`);
    await looks(world, 2);
    await world.toloka.addFault(rule);
    await failures(3);
    await world.toloka.clearFaults();
    await settledStory(world, run, ["opened"]);
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
