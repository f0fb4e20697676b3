import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { inTheEnd, openInTheEnd, quietPolicy, storyOf, wholeStory } from "../../support/faults.ts";
import { cardOf, channel, requestShoes, sendShoes, threadSays } from "../../support/shoes.ts";

describe("the bot killed while it posts", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy: quietPolicy, moreScopes: ["channels:history"] });
  });
  afterAll(() => world.close());

  /** Kills the bot once the newest fault of Slack was met, and starts it again. */
  const killWhenMet = async (): Promise<void> => {
    await inTheEnd(world, "a post that gets no answer", async () =>
      (await world.slack.faults()).some((fault) => fault.hit > 0),
    );
    await world.kill();
    await world.slack.clearFaults();
  };

  test("where the history may be read, the thread has every message once and in order", async () => {
    const poolName = "Told through kills";
    // What Slack took and what it never got take turns; the first one caught is the card itself.
    const kinds = ["after", "before", "after", "after", "before", "after"] as const;
    for (const [index, kind] of kinds.entries()) {
      const method = "chat.postMessage";
      await world.slack.addFault({ method, kind: `timeout-${kind}`, times: 1 });
      if (index === 0) await sendShoes(world, { poolName });
      else await world.startBot();
      await killWhenMet();
    }
    await world.startBot();
    const card = await cardOf(world, poolName, (shown) => shown.text.includes("[Approve]"));
    await world.slack.addFault({ method: "chat.update", kind: "timeout-before", times: 1 });
    await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    await killWhenMet();
    await world.startBot();
    const ts = await openInTheEnd(world, poolName);
    expect(await storyOf(world, ts)).toEqual([...wholeStory]);
    const cards = (await world.slack.as("lena").messages(channel)).filter(
      (message) => message.fromApp && !message.ephemeral && message.text.includes(poolName),
    );
    expect(cards.length).toBe(1);
    const painted = await cardOf(world, poolName, (shown) => shown.text.includes("*open*"));
    expect(painted.buttons.map((button) => button.text)).toEqual(["Pause"]);
  });

  test("killed while it reads the tasks back, the run becomes ready once", async () => {
    const poolName = "Read back twice";
    // The first reading counts what the pool held before.
    await world.toloka.addFault({
      route: "GET /tasks",
      kind: "timeout-before",
      after: 1,
      times: 1,
    });
    await sendShoes(world, { poolName });
    await inTheEnd(world, "the reading back", async () =>
      (await world.toloka.ledger()).some((entry) => entry.fault === "timeout-before"),
    );
    await world.kill();
    await world.startBot();
    const card = await cardOf(world, poolName, (shown) => shown.text.includes("[Approve]"));
    await threadSays(world, card, "Approval wanted");
    expect(await storyOf(world, card.ts)).toEqual(wholeStory.slice(0, 4));
  });

  test("killed right after a press was acknowledged, the approval stands and opens once", async () => {
    const poolName = "Killed after the press";
    const card = await requestShoes(world, { poolName });
    const press = await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    await world.kill();
    expect(press.status).toBe("acked");
    await world.startBot();
    const ts = await openInTheEnd(world, poolName);
    expect(await storyOf(world, ts)).toEqual([...wholeStory]);
  });
});
