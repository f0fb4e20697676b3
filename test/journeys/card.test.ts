import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScreenMessage } from "../../emulators/slack/screen.ts";
import { shoesFile, shoesPool, shoesProject } from "../../playground/tour/answers.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  askOpening,
  cardSays,
  directSays,
  markupIn,
  poolElsewhere,
  pressOn,
  toldAfter,
  waitingCard,
} from "../support/requests.ts";
import {
  approveAndOpen,
  captchaOption,
  channel,
  eventually,
  modalTitled,
  threadSays,
} from "../support/shoes.ts";

/** Text that tries to mention, to link, to format, and to turn the reading direction. */
const poison =
  "<!channel> <@U0ANNA0001> <!subteam^S0LEADS001> <https://evil.test|Approve> `x` *y* \u202Etxt.exe\u202C ```z``` @here";

/** What the poison would be if it worked. */
const forged = /<!(?:channel|here|everyone)|<@U0ANNA0001>|<!subteam|<https:\/\/evil|```|\u202E/;

const foreignLinks = (messages: readonly ScreenMessage[]): string[] =>
  messages.flatMap(({ links }) => links).filter((link) => !link.includes("toloka.ai"));

describe("a run's card and thread", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  test("is one root message, edited in place, and its thread is never broadcast", async () => {
    const since = (await world.slack.ledger()).length;
    const { card } = await askOpening(world, "One root");
    await pressOn(world, "rita", "Cancel request", card);
    await pressOn(
      world,
      "rita",
      "Request opening",
      await cardSays(world, "One root", "[Request opening]"),
    );
    await approveAndOpen(world, await waitingCard(world, "One root"));
    await pressOn(world, "omar", "Pause", card);
    await threadSays(world, card, "The pool is closed");
    await cardSays(world, "One root", "Closed by hand");
    const posts = (await world.slack.entries("api", since)).filter(
      ({ method }) => method === "chat.postMessage",
    );
    expect(posts.filter(({ args }) => args.thread_ts === undefined).length).toBe(1);
    expect(posts.filter(({ args }) => args.thread_ts !== undefined).length).toBeGreaterThan(4);
    expect(posts.filter(({ args }) => args.reply_broadcast !== undefined)).toEqual([]);
    const thread = await world.slack.as("lena").thread(channel, card.ts);
    expect(thread.filter((message) => message.broadcast)).toEqual([]);
    expect(new Set(posts.map(({ args }) => args.channel))).toEqual(new Set(["C0LABELS01"]));
  });

  test("hostile text of people forges no mention and no link anywhere", async () => {
    const rita = world.slack.as("rita");
    const poolName = `Poison ${poison}`;
    await rita.command(channel, "/toloka new run");
    await modalTitled(world, rita, "New run");
    await rita.submit();
    await modalTitled(world, rita, "New run: project");
    await rita.fill({
      ...shoesProject,
      "Name for workers": poison.slice(0, 90),
      Instructions: poison,
    });
    await rita.submit();
    await modalTitled(world, rita, "New run: pool");
    const closes = new Date(Date.now() + 2 * 86_400_000);
    await rita.fill({
      ...shoesPool(closes),
      "Pool name": poolName,
      "Quality rules": await captchaOption(rita),
    });
    await rita.submit();
    await modalTitled(world, rita, "New run: tasks");
    const bad = `${shoesFile}${poison.replaceAll(",", "")},2\n`;
    const file = await rita.uploadFile(`${poison}.csv`, bad);
    await rita.fill({ File: [file], Overlap: "2" });
    await rita.submit();
    await eventually(world, async () =>
      (await rita.modal())?.buttons.some((button) => button.text.startsWith("Continue without")),
    );
    expect(markupIn((await rita.modal())?.blocks).join()).not.toMatch(forged);
    await rita.press("Continue without the 1 bad row");
    await eventually(world, async () => (await rita.modal())?.text.includes("will be left out"));
    await rita.submit();
    await modalTitled(world, rita, "New run: review");
    await rita.fill({ Reason: poison });
    await rita.submit();
    const card = await waitingCard(world, "Poison");
    const alan = world.slack.as("alan");
    await pressOn(world, "alan", "Deny", card);
    await modalTitled(world, alan, "Deny the request");
    expect(markupIn((await alan.modal())?.blocks).join()).not.toMatch(forged);
    await alan.fill({ Reason: poison });
    await alan.submit();
    const notice = await directSays(world, "rita", "was denied");
    await threadSays(world, card, "Denied");
    const denied = await cardSays(world, "Poison", "[Request again]");
    await pressOn(world, "rita", "Request again", denied);
    await approveAndOpen(world, await waitingCard(world, "Poison"));

    const lists = await toldAfter(world, "rita", () => rita.command(channel, "/toloka list pools"));
    expect(lists).toContain("Poison");
    const seen = [
      ...(await world.slack.as("lena").thread(channel, card.ts)),
      ...(await rita.messages(channel)),
      notice,
    ];
    expect(seen.length).toBeGreaterThan(8);
    for (const { blocks, text } of seen) {
      // Approvers and the requester are called by the bot itself; these were never.
      expect(markupIn(blocks).join()).not.toMatch(forged);
      expect(text).not.toContain("\u202E");
    }
    expect(foreignLinks(seen)).toEqual([]);
    const texts = (await world.slack.entries("api")).map(({ args }) => String(args.text ?? ""));
    expect(texts.filter((text) => forged.test(text))).toEqual([]);
    expect((await world.slack.entries("violation")).length).toBe(0);
  });
});

describe("a channel the bot is not in", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  test("is told to the owner with the way out, and hears the next event after the invitation", async () => {
    const poolId = await poolElsewhere(world, "Unheard");
    await world.slack.as("rita").command("general", `/toloka open ${poolId}`);
    const notice = await directSays(world, "rita", "I cannot post about “Unheard”");
    expect(notice.text).toContain("/invite");
    expect(notice.text).toContain("not_in_channel");
    const cards = async () =>
      (await world.slack.as("lena").messages("general")).filter(
        (message) => message.text.includes("Unheard") && !message.ephemeral,
      );
    expect(await cards()).toEqual([]);

    await world.slack.invite("general");
    await world.toloka.openOutside(poolId);
    const card = await eventually(world, async () => (await cards())[0]);
    const thread = await eventually(world, async () => {
      const replies = await world.slack.as("lena").thread("general", card.ts);
      return replies.some(({ text }) => text.includes("opened outside this bot")) ? replies : null;
    });
    // What was missed is told too, before it and in its order.
    const said = thread.slice(1).map(({ text }) => text);
    expect(said[0]).toContain("Approval wanted");
    expect(said.at(-1)).toContain("opened outside this bot");
    expect((await cards()).length).toBe(1);
    const notices = (await world.slack.as("rita").dm()).filter(({ text }) =>
      text.includes("I cannot post"),
    );
    expect(notices.length).toBe(1);
  });
});
