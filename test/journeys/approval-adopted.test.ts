import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  askOpening,
  cardSays,
  looksPass,
  opensOf,
  poolElsewhere,
  pressOn,
  threadTexts,
  toldAfter,
} from "../support/requests.ts";
import { approveAndOpen, channel, threadSays } from "../support/shoes.ts";

describe("words and pools that other programs made", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  const say = (who: string, words: string): Promise<string> =>
    toldAfter(world, who, () => world.slack.as(who).command(channel, words));

  test("a pool made elsewhere gets a card, an approval and its opening", async () => {
    const poolId = await poolElsewhere(world, "Made elsewhere");
    const told = await say("rita", `/toloka open ${poolId}`);
    expect(told).toContain(`I am asking for approval to open pool ${poolId} “Made elsewhere”`);
    const card = await cardSays(world, "Made elsewhere", "[Approve]");
    expect(card.text).toContain("3 tasks · 2 answers each");
    expect(card.text).toContain("Requested by @rita");
    expect(await opensOf(world.toloka, poolId)).toEqual([]);
    await approveAndOpen(world, card);
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
    const open = await cardSays(world, "Made elsewhere", "Open since");
    expect(open.ts).toBe(card.ts);
    const again = await say("omar", `/toloka open ${poolId}`);
    expect(again).toContain("The pool is already open.");
  });

  test("asking twice for one pool makes one card; the second asker is told", async () => {
    const { poolId } = await askOpening(world, "Asked by two");
    expect(await say("omar", `/toloka open ${poolId}`)).toContain(
      "Approval is already being asked for.",
    );
    const cards = (await world.slack.as("lena").messages(channel)).filter(
      (message) => !message.ephemeral && message.text.includes("Asked by two"),
    );
    expect(cards.length).toBe(1);
  });

  test("two people asking for a new pool at the same moment get one run", async () => {
    const poolId = await poolElsewhere(world, "Asked at once");
    // Both have looked for a run of the pool before either of them starts one.
    await world.toloka.addFault({ route: "GET /pools/:id", kind: "delay", delayMs: 500 });
    const told = await Promise.all(
      ["rita", "omar"].map((who) => say(who, `/toloka open ${poolId}`)),
    );
    await world.toloka.clearFaults();
    expect(told.filter((text) => text.includes("I am asking for approval")).length).toBe(1);
    await cardSays(world, "Asked at once", "[Approve]");
    await looksPass(world, world.toloka);
    const cards = (await world.slack.as("lena").messages(channel)).filter(
      (message) => !message.ephemeral && message.text.includes("Asked at once"),
    );
    expect(cards.length).toBe(1);
  });

  test.each(["approve", "deny", "Approve"])(
    "“/toloka %s” decides nothing and says so",
    async (word) => {
      const name = `Not by ${word} words`;
      const { card, poolId } = await askOpening(world, name);
      const told = await say("alan", `/toloka ${word} ${poolId}`);
      expect(told).toContain("Approving happens on the card, and so does denying");
      expect(told).toContain("I understood:");
      expect(told).toContain("What to do:");
      await looksPass(world, world.toloka);
      expect((await cardSays(world, name, "[Approve]")).ts).toBe(card.ts);
      expect(await opensOf(world.toloka, poolId)).toEqual([]);
    },
  );

  test("every member may pause, after a question, and the thread says who did", async () => {
    const { card, poolId } = await askOpening(world, "Paused by a bystander");
    await approveAndOpen(world, card);
    const omar = world.slack.as("omar");
    const kept = await omar.press("Pause", { channel, ts: card.ts, confirm: false });
    expect(kept.confirm).toMatchObject({ title: "Pause the pool?", deny: "Keep it open" });
    expect(kept.sent).toBe(false);
    const told = await toldAfter(world, "omar", () => pressOn(world, "omar", "Pause", card));
    expect(told).toContain(`Pausing* pool ${poolId} “Paused by a bystander”`);
    const closed = await threadSays(world, card, "The pool is closed");
    expect(closed.text).toContain("Closed by hand. Paused by @omar.");
    expect((await cardSays(world, "Paused by a bystander", "Paused by @omar")).ts).toBe(card.ts);
    await looksPass(world, world.toloka);
    const thread = await threadTexts(world, card);
    expect(thread.filter((text) => text.includes("The pool is closed")).length).toBe(1);
    const closes = (await world.toloka.ledger()).filter((call) =>
      call.path.endsWith(`/${poolId}/close`),
    );
    expect(closes.map((call) => call.method)).toEqual(["POST"]);
  });

  test("a pool paused too late tells why it really closed, without a name", async () => {
    const { card, poolId } = await askOpening(world, "Paused too late");
    await approveAndOpen(world, card);
    // The watcher is blind for a while, so that the card still offers Pause.
    await world.toloka.addFault({ route: "GET /pools", kind: "status", status: 503 });
    await world.toloka.complete(poolId);
    const told = await toldAfter(world, "omar", () => pressOn(world, "omar", "Pause", card));
    expect(told).toContain("*Pausing*");
    const reply = await threadSays(world, card, "The pool is closed");
    const closed = await cardSays(world, "Paused too late", "All answers are in.");
    await world.toloka.clearFaults();
    for (const { text } of [reply, closed]) {
      expect(text).toContain("All answers are in.");
      expect(text).not.toContain("Paused by");
    }
    const late = await say("omar", `/toloka pause ${poolId}`);
    expect(late).toContain("is not open: its status is CLOSED");
  });

  test("a pool opened elsewhere can be paused by command, which gives it a thread", async () => {
    const poolId = await poolElsewhere(world, "Somebody else's");
    await world.toloka.openOutside(poolId);
    expect(await say("omar", `/toloka pause ${poolId}`)).toContain("*Pausing* pool");
    const card = await cardSays(world, "Somebody else's", "closed");
    expect((await threadSays(world, card, "The pool is closed")).text).toContain("Paused by @omar");
  });
});
