import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FaultRule } from "../../../emulators/toloka/faults.ts";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { inTheEnd, openInTheEnd, quietPolicy, storyOf, wholeStory } from "../../support/faults.ts";
import { cardOf, channel, requestShoes, sendShoes } from "../../support/shoes.ts";

/** What the bot is in the middle of when it is asked to stop. */
const moments: readonly (readonly [string, FaultRule])[] = [
  ["creates a project", { route: "POST /projects", kind: "delay", delayMs: 600, times: 1 }],
  ["waits for the answer to an upload", { route: "POST /tasks", kind: "timeout-after", times: 1 }],
  [
    "reads the tasks back",
    { route: "GET /tasks", kind: "delay", delayMs: 600, after: 1, times: 1 },
  ],
];

describe("the bot stopped by SIGTERM", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy: quietPolicy });
  });
  afterAll(() => world.close());

  /** Stops the bot as a supervisor does, and starts it again. */
  const restart = async (): Promise<void> => {
    const began = performance.now();
    const code = await world.stopBot();
    expect({ code, inTime: performance.now() - began < 25_000 }).toEqual({ code: 0, inTime: true });
    await world.startBot();
  };

  const finish = async (poolName: string): Promise<void> => {
    const card = await cardOf(world, poolName, (shown) => shown.text.includes("[Approve]"));
    await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    const ts = await openInTheEnd(world, poolName);
    expect(await storyOf(world, ts)).toEqual([...wholeStory]);
    const { counts, pools } = await world.toloka.state();
    expect([counts.projects, counts.tasks]).toEqual([pools.length, 3 * pools.length]);
    expect(pools.filter((pool) => pool.private_name === poolName).length).toBe(1);
  };

  test.each(moments)(
    "while it %s ends in time with 0 and goes on afterwards",
    async (poolName, rule) => {
      await world.toloka.addFault(rule);
      await sendShoes(world, { poolName });
      await inTheEnd(world, "the moment", async () =>
        (await world.toloka.faults()).some((fault) => fault.applied === 1),
      );
      await world.toloka.clearFaults();
      await restart();
      await finish(poolName);
    },
  );

  test("right after an approval ends in time with 0, and the pool opens once", async () => {
    const poolName = "Stopped after the press";
    const card = await requestShoes(world, { poolName });
    await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    await restart();
    const ts = await openInTheEnd(world, poolName);
    expect(await storyOf(world, ts)).toEqual([...wholeStory]);
  });

  test("while Slack limits the rate loses nothing", async () => {
    const poolName = "Stopped while limited";
    await world.slack.addFault({
      method: "chat.postMessage",
      kind: "rate-limit",
      retryAfter: 30,
      times: 1,
    });
    await sendShoes(world, { poolName });
    await inTheEnd(world, "the rate limit", async () =>
      (await world.slack.faults()).some((fault) => fault.hit === 1),
    );
    await world.slack.clearFaults();
    await restart();
    await finish(poolName);
  });

  test("killed where the history may not be read: nothing is lost, one message a kill comes twice", async () => {
    const poolName = "Killed without history";
    await world.slack.addFault({
      method: "chat.postMessage",
      kind: "timeout-after",
      after: 2,
      times: 1,
    });
    await sendShoes(world, { poolName });
    await inTheEnd(world, "a post without answer", async () =>
      (await world.slack.faults()).some((fault) => fault.hit === 1),
    );
    await world.kill();
    await world.slack.clearFaults();
    await world.startBot();
    const card = await cardOf(world, poolName, (shown) => shown.text.includes("[Approve]"));
    await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    const story = await storyOf(world, await openInTheEnd(world, poolName));
    const first = story.filter((line, index) => story.indexOf(line) === index);
    expect({ first, doubled: story.length - first.length }).toEqual({
      first: [...wholeStory],
      doubled: 1,
    });
  });
});
