import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { inTheEnd } from "../support/faults.ts";
import { metric } from "../support/health.ts";
import { cardOf, channel, sendShoes, threadSays } from "../support/shoes.ts";

describe("a creation that lands after it was given up and repeated", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({
      policy: "quiet_period: 1s\norphans_every: 2s\n",
      env: { HEALTH_PORT: "0" },
    });
  });
  afterAll(() => world.close());

  test("leaves a second pool and project that are archived and told, and the run opens its own", async () => {
    const poolName = "Landed far too late";
    // The project lands last, or it would be found while the run waits for its pool.
    for (const [route, lateMs] of [
      ["POST /projects", 6_000],
      ["POST /pools", 4_000],
    ] as const) {
      await world.toloka.addFault({ route, kind: "reset-after", lateMs, times: 1 });
    }
    await sendShoes(world, { poolName });
    const card = await cardOf(world, poolName, (shown) => shown.text.includes("[Approve]"));
    const told = await threadSays(world, card, "A second pool");
    expect(told.text).toContain("was never open");
    await threadSays(world, card, "A second project");
    const ours = async () =>
      (await world.toloka.state()).pools.filter((pool) => pool.private_name === poolName);
    await inTheEnd(world, "the archive", async () =>
      (await ours()).some((pool) => pool.status === "ARCHIVED"),
    );
    expect((await ours()).map((pool) => [pool.status, pool.tasks]).toSorted()).toEqual([
      ["ARCHIVED", 0],
      ["CLOSED", 3],
    ]);
    for (const kind of ["pool", "project"]) {
      const line = `lifeguard_happened_total{what="orphan_archived",reason="${kind}"}`;
      await inTheEnd(world, "the count", async () => (await metric(world, line)) === 1);
    }
    await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    await threadSays(world, card, "The pool is open");
    expect((await ours()).map((pool) => pool.status).toSorted()).toEqual(["ARCHIVED", "OPEN"]);
  });
});
