import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { FaultRule } from "../../../emulators/toloka/faults.ts";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { inTheEnd } from "../../support/faults.ts";
import { runOpen } from "../../support/made-elsewhere.ts";
import { directNotices, hastyPolicy } from "../../support/outages.ts";
import { type Relay, startRelay } from "../../support/relay.ts";
import { botCalls, lastCall, settledStory, story } from "../../support/watching.ts";

const everything = "/./";

/** How Toloka fails, in words; null refuses the connections. */
const outages: readonly (readonly [string, FaultRule | null])[] = [
  ["refuses connections", null],
  ["answers half of its JSON", { route: everything, kind: "truncated" }],
  ["gives its lists' first page for ever", { route: everything, kind: "repeating" }],
];

describe("Toloka that cannot be read", () => {
  let world: BotWorld;
  let relay: Relay;
  beforeAll(async () => {
    relay = await startRelay();
    world = await startBotWorld({ policy: hastyPolicy, between: relay.between });
  });
  afterEach(() => world.toloka.clearFaults());
  afterAll(async () => {
    await world.close();
    await relay.close();
  });

  test.each(outages)(
    "%s: no pool is told closed before it is read closed, one notice each way, few requests",
    async (words, fault) => {
      const kept = await runOpen(world, `Kept: ${words}`);
      const closed = await runOpen(world, `Closed: ${words}`);
      const before = (await directNotices(world, "rita")).length;
      const told = async (): Promise<string[]> =>
        (await directNotices(world, "rita")).slice(before);
      if (fault === null) await relay.refuse();
      else await world.toloka.addFault(fault);
      const since = await lastCall(world);
      const began = Date.now();
      await inTheEnd(world, "the notice", async () => (await told()).length === 1);
      await world.toloka.closeWithReason(closed.poolId, "COMPLETED");
      const asked = (await botCalls(world, since)).length;
      const seconds = (Date.now() - began) / 1_000;
      expect([await story(world, kept), await story(world, closed)]).toEqual([
        ["opened"],
        ["opened"],
      ]);
      if (fault === null) await relay.accept();
      else await world.toloka.clearFaults();
      await settledStory(world, closed, ["opened", "closed: All answers are in."]);
      expect(await story(world, kept)).toEqual(["opened"]);
      await inTheEnd(world, "the end's notice", async () => (await told()).length === 2);
      expect(await told()).toEqual(["silent", "back"]);
      // A look every second, each read tried three times at most, and one look at an account.
      expect(asked).toBeLessThanOrEqual(seconds * 4 + 4);
    },
  );
});
