import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { backInMs, endAll, endings } from "../support/reconnecting.ts";

const count = 100;

describe(`${count} ends of Socket Mode connections`, () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({
      transport: "socket",
      env: { COMMANDS_A_MINUTE: "100000", WATCH_CRON: "0 * * * * *" },
    });
  });
  afterAll(() => world.close());

  test("leave the process alive and connected again, and lose nothing that was taken", async () => {
    const list = Array.from({ length: count / endings.length }, () => endings).flat();
    const seen = await endAll(world, list);
    console.log(JSON.stringify(seen));
    expect(seen.ended).toBe(count);
    expect(seen.longestMs).toBeLessThan(backInMs);
    expect(seen.answered).toBeGreaterThanOrEqual(seen.taken);
    expect(seen.answered).toBeLessThanOrEqual(seen.taken + seen.failed);
    expect(await world.stopBot()).toBe(0);
  });
});
