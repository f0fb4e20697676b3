import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  askOpening,
  cardNow,
  cardSays,
  directSays,
  opensOf,
  pressOn,
  pressStale,
  threadTexts,
  toldAfter,
  waitingCard,
} from "../support/requests.ts";
import { channel, modalTitled, threadSays } from "../support/shoes.ts";

describe("a request and the people who decide on it", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  test("a denial needs a reason of ten characters, refused at the field", async () => {
    const { card, poolId } = await askOpening(world, "Short reason");
    const alan = world.slack.as("alan");
    await pressOn(world, "alan", "Deny", card);
    await modalTitled(world, alan, "Deny the request");
    await alan.fill({ Reason: "too dear" });
    const byForm = await alan.submit();
    expect(byForm.problems).toEqual({ Reason: "Please enter at least 10 characters." });
    // Spaces pass the form's own check; the bot refuses them at the same field.
    await alan.fill({ Reason: "   no    \n   " });
    await alan.submit();
    const reason = (await alan.modal())?.fields.find((field) => field.label === "Reason");
    expect(reason?.error).toBe("Say why in 10 characters or more: the requester reads this.");
    expect(await cardNow(world, card)).toContain("waiting for approval");
    expect(await threadTexts(world, card)).not.toContainEqual(expect.stringContaining("Denied"));
    expect(await opensOf(world.toloka, poolId)).toEqual([]);
    await alan.close();
  });

  test("a denial ends the request, tells thread and requester why, and can be asked again", async () => {
    const { card, poolId } = await askOpening(world, "Denied pool");
    const alan = world.slack.as("alan");
    await pressOn(world, "alan", "Deny", card);
    await modalTitled(world, alan, "Deny the request");
    expect((await alan.modal())?.text).toContain("Denied pool");
    await alan.fill({ Reason: "Too dear <!channel> *ask* <@U0ANNA0001> <https://evil.test|me>" });
    await alan.submit();
    expect(await alan.modal()).toBe(null);
    const reply = await threadSays(world, card, "Denied");
    const notice = await directSays(world, "rita", "was denied");
    const denied = await cardSays(world, "Denied pool", "[Request again]");
    for (const { text, links, blocks } of [reply, notice, denied]) {
      expect(text).toContain("<!channel> ∗ask∗ <@U0ANNA0001> <https://evil.test|me>");
      expect(links.filter((link) => link.includes("evil"))).toEqual([]);
      expect(JSON.stringify(blocks)).not.toMatch(/<!channel>|<@U0ANNA0001>|<https:\/\/evil/);
    }
    expect(notice.text).toContain("@alan");
    expect(denied.text).not.toContain("[Approve]");

    await pressOn(world, "rita", "Request again", denied);
    const again = await waitingCard(world, "Denied pool");
    expect(again.ts).toBe(card.ts);
    expect(await opensOf(world.toloka, poolId)).toEqual([]);
    await pressOn(world, "anna", "Approve", again);
    await threadSays(world, again, "The pool is open");
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
  });

  test("two people approve at the same moment: one opening, the slower one is told", async () => {
    const { card, poolId } = await askOpening(world, "Race of two");
    const told = await Promise.all(
      ["alan", "anna"].map((who) =>
        toldAfter(world, who, () => pressOn(world, who, "Approve", card)),
      ),
    );
    expect(told.filter((text) => text.includes("counts")).length).toBe(1);
    const slower = told.find((text) => !text.includes("counts"));
    expect(slower).toMatch(/It was approved already|decided at the same moment/);
    expect(slower).toContain("[SANDBOX]");
    await threadSays(world, card, "The pool is open");
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
    const approvals = (await threadTexts(world, card)).filter((text) => text.includes("Approved"));
    expect(approvals.length).toBe(1);
  });

  test("one person approves twice at the same moment: one opening, both clicks are answered", async () => {
    const { card, poolId } = await askOpening(world, "Race of one");
    const clicks = await Promise.all([1, 2, 3].map(() => pressOn(world, "alan", "Approve", card)));
    expect(clicks.map((click) => click.status)).toEqual(["acked", "acked", "acked"]);
    await threadSays(world, card, "The pool is open");
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
    const since = (await world.slack.as("alan").messages(channel)).filter(
      (message) => message.ephemeral && message.ts > card.ts,
    );
    expect(
      since.filter(({ text }) => text.includes("Your approval of “Race of one” counts")).length,
    ).toBe(1);
    expect(
      since.filter(
        ({ text }) =>
          text.includes("your click changed nothing") || text.includes("It was approved already"),
      ).length,
    ).toBe(2);
  });

  test("an approval and a denial at the same moment: one of them counts, the other is told", async () => {
    const { card, poolId } = await askOpening(world, "Race of yes and no");
    const anna = world.slack.as("anna");
    await pressOn(world, "anna", "Deny", card);
    await modalTitled(world, anna, "Deny the request");
    await anna.fill({ Reason: "Not before the holidays" });
    const answer = await toldAfter(world, "alan", () =>
      Promise.all([pressOn(world, "alan", "Approve", card), anna.submit()]),
    );
    const approved = answer.includes("counts");
    if (approved) {
      expect((await anna.modal())?.text).toMatch(/approved already|your click changed nothing/);
      await threadSays(world, card, "The pool is open");
    } else {
      expect(answer).toMatch(/denied already|your click changed nothing/);
      expect(await anna.modal()).toBe(null);
      await threadSays(world, card, "Denied");
    }
    expect((await opensOf(world.toloka, poolId)).length).toBe(approved ? 1 : 0);
  });

  test("the question before an approval names pool, place and price; “Not yet” sends nothing", async () => {
    const { card, poolId } = await askOpening(world, "Asked twice");
    const alan = world.slack.as("alan");
    const pressed = await alan.press("Approve", { channel, ts: card.ts, confirm: false });
    expect(pressed).toMatchObject({ status: "not-sent", sent: false, reason: "cancelled" });
    expect(pressed.confirm?.title).toBe("Approve and open?");
    expect(pressed.confirm?.deny).toBe("Not yet");
    expect(pressed.confirm?.text).toMatch(
      /^SANDBOX: opens "Asked twice"\. Planned \$0\.052 with fee/,
    );
    // What comes later shows that nothing was under way.
    await pressOn(world, "rita", "Cancel request", card);
    await cardSays(world, "Asked twice", "Taken back");
    expect(await threadTexts(world, card)).not.toContainEqual(expect.stringContaining("Approved"));
    expect(await opensOf(world.toloka, poolId)).toEqual([]);
  });

  test("only who asked can take a request back", async () => {
    const { card, poolId } = await askOpening(world, "Taken back");
    const refused = await toldAfter(world, "omar", () =>
      pressOn(world, "omar", "Cancel request", card),
    );
    expect(refused).toContain("Only the person who asked can take it back. Approvers can deny it.");
    expect(await cardNow(world, card)).toContain("waiting for approval");
    const told = await toldAfter(world, "rita", () =>
      pressOn(world, "rita", "Cancel request", card),
    );
    expect(told).toContain("The request is taken back. Nothing was opened.");
    const cancelled = await cardSays(world, "Taken back", "cancelled");
    expect(cancelled.buttons.map((button) => button.text)).toEqual(["Request opening"]);
    expect(await opensOf(world.toloka, poolId)).toEqual([]);
  });

  test("a click on an old picture of the card does not count, neither while asked again nor after", async () => {
    const { card, poolId } = await askOpening(world, "Old picture");
    await world.slack.addFault({
      method: "users.info",
      kind: "error",
      error: "fatal_error",
      times: 1,
    });
    const unknown = await toldAfter(world, "alan", () => pressOn(world, "alan", "Approve", card));
    expect(unknown).toContain("Slack did not tell me who you are");
    await world.slack.clearFaults();

    await pressOn(world, "rita", "Cancel request", card);
    const cancelled = await cardSays(world, "Old picture", "Taken back");
    expect(await toldAfter(world, "alan", () => pressStale(world, "alan", "approve"))).toContain(
      "It was cancelled.",
    );
    await pressOn(world, "rita", "Request opening", cancelled);
    const again = await waitingCard(world, "Old picture");
    expect(await toldAfter(world, "alan", () => pressStale(world, "alan", "approve"))).toContain(
      "This card is old: the run has changed since it was shown.",
    );
    expect(await opensOf(world.toloka, poolId)).toEqual([]);
    await pressOn(world, "alan", "Approve", again);
    await threadSays(world, again, "The pool is open");
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
  });
});
