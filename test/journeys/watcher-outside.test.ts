import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  askToOpen,
  cardOfPool,
  type Followed,
  hours,
  makePool,
  runOpen,
} from "../support/made-elsewhere.ts";
import { channel, lastPrivate, poolIdOn, requestShoes } from "../support/shoes.ts";
import { looks, settledStory, untilStory } from "../support/watching.ts";

const byHand = "closed: Closed by hand.";

describe("an opening behind the bot's back", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  /** A run whose pool is ready and closed, its request taken back. */
  const readyRun = async (poolName: string): Promise<Followed> => {
    const card = await requestShoes(world, { poolName });
    await world.slack.as("rita").press("Cancel request", { channel, ts: card.ts });
    const poolId = poolIdOn(card);
    await cardOfPool(world, poolId, ({ text }) => !text.includes("[Approve]"));
    return { poolId, channel, ts: card.ts };
  };

  test("alarms the thread of a run that is ready, once", async () => {
    const run = await readyRun("Opened while ready");
    await world.toloka.openOutside(run.poolId);
    await settledStory(world, run, ["opened outside"]);
    expect((await cardOfPool(world, run.poolId)).text).toContain("*open*");
  });

  test("alarms the thread of a run that waits for approval, and takes the approval buttons away", async () => {
    const run = await askToOpen(world, await makePool(world, "Opened while requested"));
    await world.toloka.openOutside(run.poolId);
    await settledStory(world, run, ["opened outside"]);
    const card = await cardOfPool(world, run.poolId);
    expect(card.buttons.map((button) => button.text)).toEqual(["Pause"]);
  });

  test("alarms the thread of a run that was closed, once, and again after the next closing", async () => {
    const run = await runOpen(world, "Opened while closed");
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await untilStory(world, run, ["opened", byHand]);
    await world.toloka.advance({ ms: hours(2) });
    await world.toloka.openOutside(run.poolId);
    await settledStory(world, run, ["opened", byHand, "opened outside"]);
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await untilStory(world, run, ["opened", byHand, "opened outside", byHand]);
    await world.toloka.openOutside(run.poolId);
    await settledStory(world, run, ["opened", byHand, "opened outside", byHand, "opened outside"]);
  });

  test("is told with its closing when both fall between two looks", async () => {
    const run = await readyRun("Open for a moment");
    await looks(world, 2);
    await world.toloka.openOutside(run.poolId);
    await world.toloka.closeWithReason(run.poolId, "COMPLETED");
    await settledStory(world, run, ["opened outside", "closed: All answers are in."]);
  });

  test("is told as closed and opened when an open pool was restarted between two looks", async () => {
    const run = await runOpen(world, "Restarted");
    await looks(world, 2);
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await world.toloka.openOutside(run.poolId);
    await settledStory(world, run, ["opened", byHand, "opened outside"]);
  });

  test("is stopped by Pause like any other", async () => {
    const run = await askToOpen(world, await makePool(world, "Stopped again"));
    await world.toloka.openOutside(run.poolId);
    await untilStory(world, run, ["opened outside"]);
    await world.slack.as("omar").press("Pause", { channel, ts: run.ts });
    await settledStory(world, run, ["opened outside", "closed: Closed by hand. Paused by @omar."]);
  });

  test("is no news for a pool that ran before the bot was asked to open it", async () => {
    const poolId = await makePool(world, "Ran before");
    await world.toloka.openOutside(poolId);
    await world.toloka.closeWithReason(poolId, "MANUAL");
    const run = await askToOpen(world, poolId);
    await settledStory(world, run, []);
  });

  test("says nothing for a pool that no run belongs to, which status and list know all the same", async () => {
    const before = (await world.slack.as("lena").messages(channel)).length;
    const poolId = await makePool(world, "Nobody's pool", hours(3));
    await world.toloka.openOutside(poolId);
    await looks(world);
    await world.toloka.closeWithReason(poolId, "EXPIRED");
    await looks(world);
    expect((await world.slack.as("lena").messages(channel)).length).toBe(before);
    await world.toloka.openOutside(poolId);
    const rita = world.slack.as("rita");
    const privates = async (): Promise<number> =>
      (await rita.messages(channel)).filter((message) => message.ephemeral).length;
    let seen = await privates();
    await rita.command(channel, `/toloka status ${poolId}`);
    const status = (await lastPrivate(world, "rita", seen)).text;
    for (const words of [poolId, "Nobody's pool", "OPEN", "3 tasks", "not followed by a run"]) {
      expect(status).toContain(words);
    }
    seen = await privates();
    await rita.command(channel, "/toloka list pools");
    const list = (await lastPrivate(world, "rita", seen)).text;
    expect(list.split("\n").find((line) => line.includes(poolId))).toMatch(
      /Nobody's pool.*OPEN.*in 2 h 59 min/,
    );
  });
});
