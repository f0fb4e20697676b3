import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { bodyOf, nowSeconds, send, sendAll, signed } from "../support/raw-requests.ts";
import { askOpening, opensOf, pressOn, toldAfter } from "../support/requests.ts";
import { trials } from "../support/seeded.ts";
import { channel, threadSays } from "../support/shoes.ts";

/** When the same click comes again, in seconds after it was first sent. */
const moments = [5, 299, 600];

describe("one signed click that comes again and again", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  test("a hundred at once, and again after 5 s, 299 s and 10 minutes: one transition, one opening", async () => {
    const { card, poolId } = await askOpening(world, "Clicked again");
    await toldAfter(world, "gus", () => pressOn(world, "gus", "Approve", card));
    const refused = (await world.slack.entries("delivery")).find(
      (entry) => entry.type === "block_actions",
    );
    const body = bodyOf({ ...refused?.payload, trigger_id: "1.2.3", user: { id: "U0ALAN0001" } });
    const click = signed(world, body, { time: nowSeconds() });
    const first = performance.now();
    const statuses = await sendAll(
      world,
      Array.from({ length: 100 }, () => click),
      100,
    );
    await threadSays(world, card, "The pool is open");
    const later: string[] = [];
    for (const seconds of moments.filter((each) => each <= trials(600))) {
      await pause(Math.max(0, seconds * 1_000 - (performance.now() - first)));
      later.push(`${seconds} s: ${await send(world, click)}`);
    }
    const approvals = (await world.slack.as("lena").thread(channel, card.ts)).filter((message) =>
      /^\*?Approved\*? by/.test(message.text),
    );
    const openings = (await opensOf(world.toloka, poolId)).filter(({ status }) => status === 202);
    console.log(
      `100 at once: ${JSON.stringify([...statuses])}; ${later.join(", ")}; ` +
        `${approvals.length} transition, ${openings.length} opening`,
    );
    expect(approvals).toHaveLength(1);
    expect(openings).toHaveLength(1);
  });
});
