import { afterAll, beforeAll, describe, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { runOpen } from "../support/made-elsewhere.ts";
import { liveThrough } from "../support/pool-life.ts";
import { eventually } from "../support/shoes.ts";
import { settledStory } from "../support/watching.ts";

describe("a bot that may read the history, when a post gets no answer", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ moreScopes: ["channels:history"] });
  });
  afterAll(() => world.close());

  test("finds its message again after a power cut in the middle of posting, at each step", async () => {
    await liveThrough(world, "Killed while posting", {
      during: async (happens) => {
        // Slack takes the message, and the bot dies before it hears so.
        await world.slack.addFault({ method: "chat.postMessage", kind: "timeout-after", times: 1 });
        await happens();
        await eventually(world, async () =>
          (await world.slack.faults()).some(({ hit }) => hit > 0),
        );
        await world.slack.clearFaults();
        await world.kill();
        await world.startBot();
      },
    });
  });

  test("finds its message at the end of a thread in which people have talked a lot", async () => {
    const run = await runOpen(world, "Much talked about");
    for (let count = 1; count <= 130; count += 1) {
      await world.slack.as("lena").post(run.channel, `Remark ${count}`, run.ts);
    }
    await world.slack.addFault({ method: "chat.postMessage", kind: "reset-after", times: 1 });
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await settledStory(world, run, ["opened", "closed: Closed by hand."]);
  });
});
