import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { hours, runOpen } from "../../support/made-elsewhere.ts";
import { eventually } from "../../support/shoes.ts";
import {
  botCalls,
  lastCall,
  looks,
  settledStory,
  story,
  untilStory,
} from "../../support/watching.ts";

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
});
