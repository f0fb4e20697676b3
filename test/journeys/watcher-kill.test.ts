import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { cardOfPool } from "../support/made-elsewhere.ts";
import { liveThrough } from "../support/pool-life.ts";
import { eventually } from "../support/shoes.ts";
import { botCalls, lastCall } from "../support/watching.ts";

describe("a bot that is killed by a power cut", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ moreScopes: ["channels:history"] });
  });
  afterAll(() => world.close());

  const killAndStart = async (): Promise<void> => {
    await world.kill();
    await world.startBot();
  };

  test("between any two of opened, 24 h, 4 h, 1 h and closed tells each once, in order", async () => {
    const run = await liveThrough(world, "Killed after each step", { after: killAndStart });
    expect((await cardOfPool(world, run.poolId)).text).toContain("*closed*");
  });

  test("in the middle of noticing each of them tells each once, in order", async () => {
    await liveThrough(world, "Killed at each step", {
      during: async (happens) => {
        const since = await lastCall(world);
        await happens();
        await eventually(world, async () => (await botCalls(world, since)).length > 1);
        await killAndStart();
      },
    });
  });
});
