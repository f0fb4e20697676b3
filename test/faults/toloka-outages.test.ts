import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { FaultRule } from "../../emulators/toloka/faults.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { inTheEnd } from "../support/faults.ts";
import { approve, askToOpen, makePool, runOpen } from "../support/made-elsewhere.ts";
import { directNotices, hastyPolicy, threadNotices } from "../support/outages.ts";
import { opensOf } from "../support/requests.ts";
import { trials } from "../support/seeded.ts";
import { botCalls, lastCall, settledStory, story } from "../support/watching.ts";

const everything = "/./";

/** How Toloka fails, in words. */
const outages: readonly (readonly [string, FaultRule])[] = [
  ["cuts every line", { route: everything, kind: "reset-before" }],
  ["never answers", { route: everything, kind: "timeout-before" }],
  ["answers 503", { route: everything, kind: "status", status: 503 }],
  ["answers a page of HTML with 200", { route: everything, kind: "html", status: 200 }],
  ["answers nothing with 200", { route: everything, kind: "empty", status: 200 }],
  [
    "limits by the minute",
    { route: everything, kind: "status", status: 429, code: "TOO_MANY_REQUESTS", interval: "MIN" },
  ],
  [
    "limits by the hour",
    { route: everything, kind: "status", status: 429, code: "TOO_MANY_REQUESTS", interval: "HOUR" },
  ],
  [
    "limits by the day",
    { route: everything, kind: "status", status: 429, code: "TOO_MANY_REQUESTS", interval: "DAY" },
  ],
];

/** Half of an outage, in milliseconds: an hour, scaled. */
const halfMs = trials(30) * 1_000;

describe("Toloka out for long", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy: hastyPolicy });
  });
  afterEach(() => world.toloka.clearFaults());
  afterAll(() => world.close());

  test.each(outages)(
    "%s: no false closing, one notice each way, requests do not grow",
    async (words, fault) => {
      const kept = await runOpen(world, `Kept: ${words}`);
      const closed = await runOpen(world, `Closed: ${words}`);
      const before = (await directNotices(world, "rita")).length;
      const told = async (): Promise<string[]> =>
        (await directNotices(world, "rita")).slice(before);
      await world.toloka.addFault(fault);
      const countIn = async (ms: number): Promise<number> => {
        const since = await lastCall(world);
        await pause(ms);
        return (await botCalls(world, since)).length;
      };
      const first = await countIn(halfMs);
      // A look at an account that never answers takes three reads of fifteen seconds.
      await world.slack.waitFor(async () => (await told()).length === 1, { timeoutMs: 180_000 });
      await world.toloka.closeWithReason(closed.poolId, "COMPLETED");
      const second = await countIn(halfMs);
      expect([await story(world, kept), await story(world, closed)]).toEqual([
        ["opened"],
        ["opened"],
      ]);
      await world.toloka.clearFaults();
      await settledStory(world, closed, ["opened", "closed: All answers are in."]);
      expect(await story(world, kept)).toEqual(["opened"]);
      await inTheEnd(world, "the end's notice", async () => (await told()).length === 2);
      console.log(`${words}: ${first} and ${second} requests in ${halfMs / 1_000} s each`);
      expect(await told()).toEqual(["silent", "back"]);
      // The watcher looks every second; more than that in the second half only as much as in the first.
      expect(second).toBeLessThanOrEqual(Math.max(first, halfMs / 1_000) * 1.5 + 5);
      // A look every second, each read tried three times at most, and one look at an account.
      expect(second).toBeLessThanOrEqual((halfMs / 1_000) * 4);
    },
  );

  test("an opening whose operation never ends is told as not opened after the deadline, and sent once", async () => {
    const run = await askToOpen(world, await makePool(world, "Never ends"));
    await world.toloka.changeSettings({ operationDelayMs: 3_600_000 });
    await approve(world, run);
    await inTheEnd(world, "the end of patience", async () =>
      (await threadNotices(world, run)).includes("not opened"),
    );
    await world.toloka.changeSettings({ operationDelayMs: 0 });
    expect(await threadNotices(world, run)).toEqual(["not opened"]);
    expect((await opensOf(world.toloka, run.poolId)).length).toBe(1);
  });
});
