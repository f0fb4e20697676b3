import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { backInMs, endAll, endings } from "../../support/reconnecting.ts";

describe("Socket Mode whose connections end", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ transport: "socket" });
  });
  afterAll(() => world.close());

  test("comes back from every kind of end, and what was taken is answered once", async () => {
    const seen = await endAll(world, endings);
    expect(seen.longestMs).toBeLessThan(backInMs);
    expect(seen.answered).toBeGreaterThanOrEqual(seen.taken);
    expect(seen.answered).toBeLessThanOrEqual(seen.taken + seen.failed);
    expect(world.log().filter((line) => line.includes("unhandled rejection"))).toEqual([]);
    // SIGTERM ends the process that was started first: it never died on the way.
    expect(await world.stopBot()).toBe(0);
  });
});
