import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { cardOfPool } from "../../support/made-elsewhere.ts";
import { liveThrough } from "../../support/pool-life.ts";
import { looks } from "../../support/watching.ts";

describe("between any two of opened, 24 h, 4 h, 1 h and closed", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ moreScopes: ["channels:history"] });
  });
  afterAll(() => world.close());

  test("a bot that is stopped and started tells each once, in order", async () => {
    const run = await liveThrough(world, "Restarted after each step", {
      after: async () => {
        expect(await world.restart()).toBe(0);
        await looks(world, 2);
      },
    });
    expect((await cardOfPool(world, run.poolId)).text).toContain("*closed*");
  });

  test("a bot that is killed and started tells each once, in order", async () => {
    const run = await liveThrough(world, "Killed after each step", {
      after: async () => {
        await world.kill();
        await world.startBot();
        await looks(world, 2);
      },
    });
    expect((await cardOfPool(world, run.poolId)).text).toContain("*closed*");
  });
});
