import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { cardOfPool, hours, runOpen } from "../support/made-elsewhere.ts";
import { settledStory, untilStory } from "../support/watching.ts";

describe("a watcher with warning levels of the policy file", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy: "expiry_warnings: [30m, 2d]\n" });
  });
  afterAll(() => world.close());

  test("warns at these levels and at no others", async () => {
    const run = await runOpen(world, "Own levels", { closesInMs: hours(72) });
    await world.toloka.advance({ ms: hours(24) + 60_000 });
    await untilStory(world, run, ["opened", "less than 2 days"]);
    await world.toloka.advance({ ms: hours(47) });
    await settledStory(world, run, ["opened", "less than 2 days"]);
    await world.toloka.advance({ ms: hours(0.5) });
    await settledStory(world, run, ["opened", "less than 2 days", "less than 30 min"]);
  });

  test("tells two runs in two channels each in its own thread", async () => {
    const here = await runOpen(world, "Run of one channel", { closesInMs: hours(49) });
    const there = await runOpen(world, "Run of another", {
      closesInMs: hours(1),
      channel: "private-labels",
    });
    await untilStory(world, there, ["opened", "less than 2 days"]);
    await world.toloka.advance({ ms: hours(0.6) });
    await untilStory(world, there, ["opened", "less than 2 days", "less than 30 min"]);
    await world.toloka.closeWithReason(there.poolId, "BLOCKED");
    await world.toloka.advance({ ms: hours(0.5) });
    await settledStory(world, here, ["opened", "less than 2 days"]);
    expect((await cardOfPool(world, here.poolId)).text).toContain("*open*");
    await settledStory(world, there, [
      "opened",
      "less than 2 days",
      "less than 30 min",
      "closed: Toloka has blocked the account.",
    ]);
    const roots = (await world.slack.as("lena").messages("private-labels")).filter(
      (message) => message.fromApp,
    );
    expect(roots.map((message) => message.ts)).toEqual([there.ts]);
  });
});
