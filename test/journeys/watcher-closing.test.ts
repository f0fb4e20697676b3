import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { cardOfPool, type Followed, hours, runOpen } from "../support/made-elsewhere.ts";
import { eventually } from "../support/shoes.ts";
import { settledStory, story, untilStory } from "../support/watching.ts";

/** Toloka's word, what the thread says, and the next step it names. */
const reasons = [
  ["MANUAL", "Closed by hand.", "ask for a new approval"],
  ["EXPIRED", "Its closing time was reached; answers may be missing.", "Move the closing time"],
  ["COMPLETED", "All answers are in.", "the results come into the thread"],
  ["NOT_ENOUGH_BALANCE", "The account has run out of money.", "Top up the account"],
  [
    "ASSIGNMENTS_LIMIT_EXCEEDED",
    "It reached 2,000,000 assignments, the most a pool can have.",
    "into a new pool",
  ],
  ["BLOCKED", "Toloka has blocked the account.", "Write to Toloka's support"],
  ["FOR_UPDATE", "It is being edited.", "opens it again by itself after at most 15 minutes"],
  [
    "FULL_MOON",
    "Toloka gives a reason that I do not know: FULL_MOON.",
    "Look at the pool on Toloka's page",
  ],
] as const;

describe("a pool's closing", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  /** The message in the thread that tells the closing. */
  const closing = async (run: Followed): Promise<string> => {
    const thread = await world.slack.as("lena").thread(run.channel, run.ts);
    const told = thread.filter(({ text }) => text.includes("The pool is closed."));
    expect(told.map((message) => message.broadcast)).toEqual([false]);
    return told[0]?.text ?? "";
  };

  test("is told in its run's thread in words with a next step, once, for every reason", async () => {
    const runs: Followed[] = [];
    for (const [reason] of reasons) runs.push(await runOpen(world, `Closing ${reason}`));
    for (const [index, [reason]] of reasons.entries()) {
      await world.toloka.closeWithReason(runs[index]?.poolId ?? "", reason);
    }
    for (const [index, [reason, words, next]] of reasons.entries()) {
      const run = runs[index];
      if (run === undefined) throw new Error(`no run for ${reason}`);
      await untilStory(world, run, ["opened", `closed: ${words}`]);
      const [, second = ""] = (await closing(run)).split("\n");
      expect(second).toMatch(/^\*?Next:/);
      expect(second).toContain(next);
      const card = await cardOfPool(world, run.poolId, ({ text }) => text.includes(words));
      expect(card.text).toContain(next);
    }
    const last = runs.at(-1);
    if (last === undefined) throw new Error("no runs");
    await settledStory(world, last, [
      "opened",
      "closed: Toloka gives a reason that I do not know: FULL_MOON.",
    ]);
    expect(await Promise.all(runs.map(async (run) => (await story(world, run)).length))).toEqual(
      reasons.map(() => 2),
    );
  });

  test("by Pause names the person and is told once, not by the pause and the watcher", async () => {
    const run = await runOpen(world, "Paused");
    await world.slack.as("omar").press("Pause", { channel: run.channel, ts: run.ts });
    await settledStory(world, run, ["opened", "closed: Closed by hand. Paused by @omar."]);
  });

  test("by its clock is told when the clock of Toloka passes the closing time", async () => {
    const run = await runOpen(world, "Run out", { closesInMs: hours(0.5) });
    await untilStory(world, run, ["opened", "less than 1 h"]);
    await world.toloka.advance({ ms: hours(0.5) });
    await settledStory(world, run, [
      "opened",
      "less than 1 h",
      "closed: Its closing time was reached; answers may be missing.",
    ]);
  });

  test("because all is done is told when Toloka completes the pool", async () => {
    const run = await runOpen(world, "All done");
    await world.toloka.complete(run.poolId);
    await settledStory(world, run, ["opened", "closed: All answers are in."]);
  });

  test("for an update is followed by the opening that ends the update", async () => {
    const run = await runOpen(world, "Edited");
    await world.callToloka("POST", `/pools/${run.poolId}/close-for-update`);
    await untilStory(world, run, ["opened", "closed: It is being edited."]);
    await world.toloka.advance({ ms: 16 * 60_000 });
    await settledStory(world, run, [
      "opened",
      "closed: It is being edited.",
      "open again after an edit",
    ]);
    const card = await cardOfPool(world, run.poolId);
    expect(card.text).toContain("*open*");
    await eventually(world, async () => card.buttons.some((button) => button.text === "Pause"));
  });

  test("and a new opening by approval start the story anew in the same thread", async () => {
    const run = await runOpen(world, "Twice");
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await untilStory(world, run, ["opened", "closed: Closed by hand."]);
    await world.slack.as("rita").command(run.channel, `/toloka open ${run.poolId}`);
    const card = await cardOfPool(world, run.poolId, ({ text }) => text.includes("[Approve]"));
    expect(card.ts).toBe(run.ts);
    await world.slack.as("alan").press("Approve", { channel: run.channel, ts: run.ts });
    await settledStory(world, run, ["opened", "closed: Closed by hand.", "opened"]);
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await settledStory(world, run, [
      "opened",
      "closed: Closed by hand.",
      "opened",
      "closed: Closed by hand.",
    ]);
  });
});
