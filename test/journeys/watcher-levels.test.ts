import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { cardOfPool, hours, runOpen, tolokaNow } from "../support/made-elsewhere.ts";
import { approveAndOpen, channel, poolIdOn, requestShoes } from "../support/shoes.ts";
import { settledStory, untilStory } from "../support/watching.ts";

const expired = "closed: Its closing time was reached; answers may be missing.";

describe("the warnings before a pool closes", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  const advance = (ms: number): Promise<unknown> => world.toloka.advance({ ms });

  test("come once each and in order as the clock moves, and the closing tells that time is over", async () => {
    const start = await tolokaNow(world);
    const closes = new Date(Math.ceil(start / 60_000) * 60_000 + hours(48));
    const card = await requestShoes(world, { closes, poolName: "Whole life" });
    await approveAndOpen(world, card);
    const run = { poolId: poolIdOn(card), channel, ts: card.ts };
    const leave = async (ms: number): Promise<void> => {
      await advance(closes.getTime() - (await tolokaNow(world)) - ms);
    };
    await untilStory(world, run, ["opened"]);
    await leave(hours(24) + 60_000);
    await settledStory(world, run, ["opened"]);
    await leave(hours(24) - 1_000);
    await untilStory(world, run, ["opened", "less than 1 day"]);
    await leave(hours(4) + 60_000);
    await settledStory(world, run, ["opened", "less than 1 day"]);
    await leave(hours(4) - 1_000);
    await untilStory(world, run, ["opened", "less than 1 day", "less than 4 h"]);
    await leave(hours(1) - 1_000);
    await untilStory(world, run, ["opened", "less than 1 day", "less than 4 h", "less than 1 h"]);
    await leave(0);
    await settledStory(world, run, [
      "opened",
      "less than 1 day",
      "less than 4 h",
      "less than 1 h",
      expired,
    ]);
    const closed = await cardOfPool(world, run.poolId);
    expect(closed.text).toContain("Move the closing time on Toloka's page");
    const told = (await world.slack.as("rita").dm()).filter((message) =>
      message.text.includes("“Whole life” closes soon"),
    );
    expect(told).toHaveLength(3);
  });

  test("begin at the level that fits for a pool made with three hours left", async () => {
    const run = await runOpen(world, "Made late", { closesInMs: hours(3) });
    await untilStory(world, run, ["opened", "less than 4 h"]);
    await advance(hours(2) + 60_000);
    await untilStory(world, run, ["opened", "less than 4 h", "less than 1 h"]);
    await advance(hours(1));
    await settledStory(world, run, ["opened", "less than 4 h", "less than 1 h", expired]);
  });

  test("leave out the levels that one jump of the clock passed over", async () => {
    const run = await runOpen(world, "Slept through", { closesInMs: hours(30) });
    await advance(hours(27));
    await settledStory(world, run, ["opened", "less than 4 h"]);
  });

  test("start anew when the closing time is moved, and the card shows the new time", async () => {
    const run = await runOpen(world, "Moved", { closesInMs: hours(5) });
    await untilStory(world, run, ["opened", "less than 1 day"]);
    const later = new Date(Math.ceil((await tolokaNow(world)) / 60_000) * 60_000 + hours(72));
    await world.toloka.editPool(run.poolId, { will_expire: later.toISOString().replace("Z", "") });
    const shown = `${later.toISOString().slice(0, 16).replace("T", " ")} UTC`;
    await cardOfPool(
      world,
      run.poolId,
      (card) => card.text.includes(`closes`) && card.text.includes(shown),
    );
    await settledStory(world, run, ["opened", "less than 1 day"]);
    await advance(hours(49));
    await untilStory(world, run, ["opened", "less than 1 day", "less than 1 day"]);
    await advance(hours(23));
    await settledStory(world, run, [
      "opened",
      "less than 1 day",
      "less than 1 day",
      "less than 1 h",
    ]);
  });

  test("are not given for a pool that is closed already", async () => {
    const run = await runOpen(world, "Closed early", { closesInMs: hours(30) });
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await untilStory(world, run, ["opened", "closed: Closed by hand."]);
    await advance(hours(10));
    await settledStory(world, run, ["opened", "closed: Closed by hand."]);
  });
});
