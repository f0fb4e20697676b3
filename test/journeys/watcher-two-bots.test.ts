import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { cardOfPool, hours, runOpen } from "../support/made-elsewhere.ts";
import { expired, liveThrough } from "../support/pool-life.ts";
import { looks, settledStory, untilStory } from "../support/watching.ts";

describe.skipIf(process.env.TEST_DATABASE_URL === undefined)("two bots on one Postgres", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
    await world.startAnother();
  });
  afterAll(() => world.close());

  test("tell everything once between them, and the one goes on when the other stops", async () => {
    // While the one restarts the other watches, so that each of them has looked between two steps.
    await liveThrough(world, "Watched by two", {
      after: async () => {
        expect(await world.stopBot()).toBe(0);
        await looks(world, 2);
        await world.startBot();
      },
    });
    const outside = await runOpen(world, "Opened behind two backs");
    await world.toloka.closeWithReason(outside.poolId, "MANUAL");
    await untilStory(world, outside, ["opened", "closed: Closed by hand."]);
    await world.toloka.openOutside(outside.poolId);
    const told = ["opened", "closed: Closed by hand.", "opened outside"];
    await settledStory(world, outside, told);
    expect(await world.stopBot()).toBe(0);
    await world.toloka.advance({ ms: hours(49) });
    await settledStory(world, outside, [...told, expired]);
    expect((await cardOfPool(world, outside.poolId)).text).toContain("*closed*");
  });
});
