import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  approve,
  askToOpen,
  cardOfPool,
  hours,
  makePool,
  runOpen,
  tolokaNow,
} from "../support/made-elsewhere.ts";
import { botCalls, lastCall, settledStory, untilStory } from "../support/watching.ts";

const expired = "closed: Its closing time was reached; answers may be missing.";
const whole = ["opened", "less than 1 day", "less than 4 h", "less than 1 h", expired];

/** How the bot is ended and started again at a step of the sequence. `happens` makes the step true. */
const ends: {
  readonly [name: string]: (world: BotWorld, happens: () => Promise<void>) => Promise<void>;
} = {
  "stopped after each step was told": async (world, happens) => {
    await happens();
  },
  "stopped while each step happens": async (world, happens) => {
    expect(await world.stopBot()).toBe(0);
    await happens();
    await world.startBot();
  },
  "killed in the middle of telling each step": async (world, happens) => {
    const since = await lastCall(world);
    await happens();
    await world.slack.waitFor(async () => (await botCalls(world, since)).length > 0);
    await world.kill();
    await world.startBot();
  },
  "killed while each step happens": async (world, happens) => {
    await world.kill();
    await happens();
    await world.startBot();
  },
};

describe.each(Object.entries(ends))("a bot that is %s", (name, endAround) => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  test("tells opened, 24 h, 4 h, 1 h and closed once each, in order", async () => {
    const poolId = await makePool(world, `Life of a bot ${name}`);
    const closes = (await tolokaNow(world)) + hours(48);
    const run = await askToOpen(world, poolId);
    const leave = async (ms: number): Promise<void> => {
      await world.toloka.advance({ ms: closes - (await tolokaNow(world)) - ms });
    };
    const steps = [
      () => approve(world, run),
      () => leave(hours(24) - 30_000),
      () => leave(hours(4) - 30_000),
      () => leave(hours(1) - 30_000),
      () => leave(-30_000),
    ];
    for (const [index, step] of steps.entries()) {
      // People can press only while the bot runs.
      await (index === 0 ? step() : endAround(world, step));
      await untilStory(world, run, whole.slice(0, index + 1));
      if (name.startsWith("stopped after")) expect(await world.restart()).toBe(0);
      if (index === 0 && name.startsWith("killed")) {
        await world.kill();
        await world.startBot();
      }
    }
    await settledStory(world, run, whole);
    expect((await cardOfPool(world, poolId)).text).toContain("*closed*");
  });
});

describe("a bot that was down for days", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  test("misses nothing that is still worth telling and tells nothing twice", async () => {
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
