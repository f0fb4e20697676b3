import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { askToOpen, hours, makePool, runOpen } from "../../support/made-elsewhere.ts";
import { expired, liveThrough } from "../../support/pool-life.ts";
import { eventually } from "../../support/shoes.ts";
import { botCalls, lastCall, settledStory, untilStory } from "../../support/watching.ts";

describe("a bot that is away", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ moreScopes: ["channels:history"] });
  });
  afterAll(() => world.close());

  test("while each of 24 h, 4 h, 1 h and closed comes about tells each once, in order", async () => {
    await liveThrough(world, "Away at each step", {
      during: async (happens) => {
        expect(await world.stopBot()).toBe(0);
        await happens();
        await world.startBot();
      },
    });
  });

  test("and killed in the middle of noticing each of them tells each once, in order", async () => {
    await liveThrough(world, "Killed at each step", {
      during: async (happens) => {
        const since = await lastCall(world);
        await happens();
        await eventually(world, async () => (await botCalls(world, since)).length > 1);
        await world.kill();
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
