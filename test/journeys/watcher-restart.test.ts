import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { askToOpen, cardOfPool, hours, makePool, runOpen } from "../support/made-elsewhere.ts";
import { expired, liveThrough } from "../support/pool-life.ts";
import { settledStory, untilStory } from "../support/watching.ts";

describe("a bot that is stopped and started", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  test("between any two of opened, 24 h, 4 h, 1 h and closed tells each once, in order", async () => {
    const run = await liveThrough(world, "Restarted after each step", {
      after: async () => {
        expect(await world.restart()).toBe(0);
      },
    });
    expect((await cardOfPool(world, run.poolId)).text).toContain("*closed*");
  });

  test("while each of 24 h, 4 h, 1 h and closed comes about tells each once, in order", async () => {
    await liveThrough(world, "Away at each step", {
      during: async (happens) => {
        expect(await world.stopBot()).toBe(0);
        await happens();
        await world.startBot();
      },
    });
  });

  test("after days misses nothing that is still worth telling and tells nothing twice", async () => {
    const ended = await runOpen(world, "Ended meanwhile", { closesInMs: hours(40) });
    const late = await runOpen(world, "Late now", { closesInMs: hours(75) });
    const paused = await runOpen(world, "Closed by hand meanwhile", { closesInMs: hours(200) });
    const again = await runOpen(world, "Restarted meanwhile", { closesInMs: hours(200) });
    const brief = await askToOpen(world, await makePool(world, "Open for a while", hours(200)));
    const waiting = await askToOpen(world, await makePool(world, "Opened meanwhile", hours(200)));
    await untilStory(world, again, ["opened"]);
    expect(await world.stopBot()).toBe(0);
    await world.toloka.advance({ ms: hours(24) });
    await world.toloka.closeWithReason(paused.poolId, "MANUAL");
    await world.toloka.closeWithReason(again.poolId, "NOT_ENOUGH_BALANCE");
    await world.toloka.openOutside(brief.poolId);
    await world.toloka.advance({ ms: hours(24) });
    await world.toloka.closeWithReason(brief.poolId, "COMPLETED");
    await world.toloka.openOutside(again.poolId);
    await world.toloka.openOutside(waiting.poolId);
    await world.toloka.advance({ ms: hours(24) });
    await world.startBot();
    const stories = [
      [ended, ["opened", expired]],
      [late, ["opened", "less than 4 h"]],
      [paused, ["opened", "closed: Closed by hand."]],
      [again, ["opened", "closed: The account has run out of money.", "opened outside"]],
      [brief, ["opened outside", "closed: All answers are in."]],
      [waiting, ["opened outside"]],
    ] as const;
    for (const [run, told] of stories) await untilStory(world, run, told);
    expect(await world.restart()).toBe(0);
    const [[, first], ...rest] = stories;
    await settledStory(world, ended, first);
    for (const [run, told] of rest) await untilStory(world, run, told);
  });
});
