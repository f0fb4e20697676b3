import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { inTheEnd } from "../support/faults.ts";
import { cardOfPool, makePool, runOpen } from "../support/made-elsewhere.ts";
import { eventually } from "../support/shoes.ts";
import { untilStory } from "../support/watching.ts";

const room = "label-room";
const byHand = "closed: Closed by hand.";

describe("a thread that Slack will not take", () => {
  let world: BotWorld;
  let roomId = "";
  beforeAll(async () => {
    world = await startBotWorld();
    roomId = await world.slack.createChannel({
      name: room,
      members: ["rita", "alan", "lena", "omar"],
    });
    await world.slack.invite(room);
  });
  afterAll(() => world.close());

  /** What the run's owner was told in the direct conversation about posting. */
  const complaints = async (code: string): Promise<number> =>
    (await world.slack.as("rita").dm()).filter(
      (message) => message.text.includes("I cannot post") && message.text.includes(code),
    ).length;

  test("a card deleted by hand is posted anew with the next change, and the thread goes on below it", async () => {
    const run = await runOpen(world, "Deleted by hand", { channel: room });
    await world.callSlack("chat.delete", { channel: roomId, ts: run.ts });
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    const anew = await cardOfPool(world, run.poolId, ({ ts }) => ts !== run.ts, room);
    await untilStory(world, { ...run, ts: anew.ts }, [byHand]);
    await world.toloka.openOutside(run.poolId);
    await untilStory(world, { ...run, ts: anew.ts }, [byHand, "opened outside"]);
    const cards = (await world.slack.as("lena").messages(room)).filter(
      (message) => message.fromApp && message.text.includes(`pool ${run.poolId}`),
    );
    expect(cards.map(({ ts }) => ts)).toEqual([anew.ts]);
  });

  test("a thread that lost its card before any repaint goes on below a new one", async () => {
    const run = await runOpen(world, "Lost between", { channel: room });
    const fault = { method: "chat.postMessage", kind: "error", error: "thread_not_found" } as const;
    await world.slack.addFault({ ...fault, times: 1 });
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await untilStory(world, run, ["opened", byHand]);
    expect((await world.slack.faults()).map(({ hit }) => hit)).toEqual([1]);
    await world.slack.clearFaults();
  });

  test("a channel that refuses is told to the owner once, and hears everything when it takes posts again", async () => {
    const run = await runOpen(world, "Kept out", { channel: room });
    await world.slack.kick(room);
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await eventually(world, async () => (await complaints("not_in_channel")) === 1);
    await world.slack.invite(room);
    await world.toloka.openOutside(run.poolId);
    await untilStory(world, run, ["opened", byHand, "opened outside"]);
    expect(await complaints("not_in_channel")).toBe(1);
  });

  test("one message that Slack never takes is left out, told to the owner, and blocks nothing", async () => {
    const poolId = await makePool(world, "Too long for once");
    await world.slack.as("rita").command(room, `/toloka open ${poolId}`);
    const card = await cardOfPool(world, poolId, ({ text }) => text.includes("[Approve]"), room);
    await inTheEnd(world, "the request", async () => {
      const thread = await world.slack.as("lena").thread(room, card.ts);
      return thread.some((message) => message.text.includes("Approval wanted"));
    });
    await world.slack.addFault({
      method: "chat.postMessage",
      kind: "error",
      error: "msg_too_long",
      times: 1,
    });
    await world.slack.as("alan").press("Approve", { channel: room, ts: card.ts });
    const run = { poolId, channel: room, ts: card.ts };
    await untilStory(world, run, ["opened"]);
    expect(await complaints("msg_too_long")).toBe(1);
    await world.slack.clearFaults();
  });
});
