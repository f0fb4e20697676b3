import { expect, test } from "vitest";
import { startBotWorld } from "../support/bot-world.ts";
import { askOpening, opensOf, pressOn } from "../support/requests.ts";
import { trials } from "../support/seeded.ts";
import { threadSays } from "../support/shoes.ts";
import { startTap } from "../support/tap.ts";

/** How long `open` is held back, so that the change comes before it: milliseconds. */
const heldMs = 200;

test("a pool changed between the last read and the opening is closed again, 100 times", async () => {
  const tap = await startTap({ crash: () => {}, lateMs: 0 });
  const world = await startBotWorld({ between: tap.between });
  const rounds = trials(100);
  const openForMs: number[] = [];
  try {
    for (let index = 1; index <= rounds; index += 1) {
      const { poolId, card } = await askOpening(world, `Gap ${String(index).padStart(3, "0")}.`);
      const edits: Promise<void>[] = [];
      tap.begin(({ name }) => {
        if (name !== "POST /pools/:id/open") return {};
        edits.push(world.toloka.editPool(poolId, { reward_per_assignment: 0.5 + index / 1_000 }));
        return { delayMs: heldMs };
      });
      await pressOn(world, "alan", "Approve", card);
      await threadSays(world, card, "changed in the moment of opening");
      await threadSays(world, card, "Closed by hand");
      await Promise.all(edits);
      const { pools } = await world.toloka.state();
      expect(pools.find((pool) => pool.id === poolId)?.status).toBe("CLOSED");
      const [opened, ...more] = await opensOf(world.toloka, poolId);
      const closed = (await world.toloka.ledger()).find(
        (call) => call.method === "POST" && call.path.endsWith(`/pools/${poolId}/close`),
      );
      expect({ more: more.length, edits: edits.length }).toEqual({ more: 0, edits: 1 });
      const startedMs = Date.parse(opened?.at ?? "") + (opened?.ms ?? 0);
      openForMs.push(Date.parse(closed?.at ?? "") - startedMs);
    }
    console.log(`${rounds} changes; the longest was open for ${Math.max(...openForMs)} ms`);
    expect(openForMs.length).toBe(rounds);
  } finally {
    await world.close();
    await tap.close();
  }
});
