import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { SlackPerson } from "../../emulators/slack/control/person.ts";
import type { ScreenMessage } from "../../emulators/slack/screen.ts";
import { shoesProject } from "../../playground/tour/answers.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { errorsOf, goTo, modalSays, poolAnswers, valuesOf } from "../support/forms.ts";
import { cardOf, channel, eventually, lastPrivate, modalTitled } from "../support/shoes.ts";

const person = z.looseObject({ user: z.looseObject({ id: z.string() }) });

describe("a draft", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  const privates = async (who: string): Promise<number> =>
    (await world.slack.as(who).messages(channel)).filter((message) => message.ephemeral).length;

  /** The private menu as it is now. */
  const menuOf = async (who: string): Promise<ScreenMessage> => {
    const before = await privates(who);
    await world.slack.as(who).command(channel, "/toloka");
    return lastPrivate(world, who, before);
  };

  /** Opens the newest draft from the menu. */
  const resume = async (who: string, title: string): Promise<SlackPerson> => {
    const menu = await menuOf(who);
    const someone = world.slack.as(who);
    const older = (await someone.modal())?.viewId;
    await someone.press("Resume", { in: "message", channel, ts: menu.ts });
    await eventually(world, async () => {
      const shown = await someone.modal();
      return shown !== null && shown.viewId !== older && shown.title === title;
    });
    return someone;
  };

  /** The number in Slack's ledger of a person's newest delivery of a type. */
  const newest = async (type: string) => {
    const found = (await world.slack.entries("delivery")).findLast((each) => each.type === type);
    if (found === undefined) throw new Error(`nothing of type ${type} was delivered`);
    return found;
  };

  test("keeps what was typed through errors, closing, a restart, Back and Save draft", async () => {
    const rita = world.slack.as("rita");
    await goTo(world, rita, "pool");
    const typed = {
      ...(await poolAnswers(rita, "Kept pool")),
      "Price per suite, USD": "a lot",
      "Tasks per suite": "7",
      "Languages of the workers": ["German", "Polish"],
      "Acceptance of answers": "After review",
      "Days for review": "9",
    };
    await rita.fill(typed);
    const before = await valuesOf(rita);
    await rita.submit();
    expect(Object.keys(await errorsOf(rita))).toEqual(["Price per suite, USD"]);
    await rita.close();
    await resume("rita", "New run: pool");
    expect(await valuesOf(rita)).toEqual(before);
    await rita.close();
    expect(await world.restart()).toBe(0);
    await resume("rita", "New run: pool");
    expect(await valuesOf(rita)).toEqual(before);
    await rita.fill({ Overlap: 5 });
    await rita.press("Back");
    await modalTitled(world, rita, "New run: project");
    expect(await valuesOf(rita)).toEqual({ ...shoesProject, "View (JSON)": null });
    await rita.fill({ Description: "Changed on the way back" });
    await rita.press("Save draft");
    await modalSays(world, rita, "Your draft is saved.");
    await rita.close();
    await resume("rita", "New run: project");
    expect((await valuesOf(rita)).Description).toBe("Changed on the way back");
    await rita.submit();
    await modalTitled(world, rita, "New run: pool");
    expect(await valuesOf(rita)).toEqual({ ...before, Overlap: "5" });
    await rita.close();
  });

  test("is thrown away by Delete, and only after the question", async () => {
    const lena = world.slack.as("lena");
    await goTo(world, lena, "pool");
    await lena.close();
    const menu = await menuOf("lena");
    expect(menu.text).toContain("“Categories of shoes” · *draft*");
    const asked = await lena.press("Delete", { channel, ts: menu.ts, confirm: false });
    expect([asked.reason, asked.confirm?.title]).toEqual(["cancelled", "Delete the draft?"]);
    expect((await menuOf("lena")).text).toContain("*draft*");
    const before = await privates("lena");
    await lena.press("Delete", { channel, ts: menu.ts });
    expect((await lastPrivate(world, "lena", before)).text).toBe(
      "*[SANDBOX]* The draft is deleted. Nothing was sent to Toloka.",
    );
    expect((await menuOf("lena")).text).not.toContain("*draft*");
    const later = await privates("lena");
    await lena.press("Resume", { channel, ts: menu.ts });
    expect((await lastPrivate(world, "lena", later)).text).toContain("*What is wrong:*");
    expect(await lena.modal()).toBeNull();
  });

  test("can be resumed and submitted by nobody else", async () => {
    const anna = world.slack.as("anna");
    await goTo(world, anna, "tasks", "Foreign pool");
    await anna.fill({ "Or pasted lines": "no link", Overlap: 2 });
    await anna.submit();
    const submission = await newest("view_submission");
    await modalSays(world, anna, "No row can be used");
    const card = await cardOf(world, "Foreign pool", ({ text }) => text.includes("[Resume]"));
    expect(card.text).not.toContain("0 tasks");
    const omar = world.slack.as("omar");
    const before = await privates("omar");
    await omar.press("Resume", { channel, ts: card.ts });
    expect((await lastPrivate(world, "omar", before)).text).toContain(
      "*What is wrong:* This draft belongs to somebody else.",
    );
    expect(await omar.modal()).toBeNull();
    const omarsId = person.parse((await newest("block_actions")).payload).user.id;
    const forged = {
      ...submission.payload,
      user: { ...person.parse(submission.payload).user, id: omarsId },
      trigger_id: "1.2.forged",
    };
    const rawBody = `payload=${encodeURIComponent(JSON.stringify(forged))}`;
    await world.slack.replay(submission.seq, { alter: { rawBody, resign: true } });
    const answer = (await world.slack.entries("delivery")).at(-1);
    expect(JSON.stringify(answer?.ackBody)).toContain("This draft belongs to somebody else.");
    await anna.close();
  });

  test("that is closed while its file is checked is told in a direct message and goes on from there", async () => {
    const anna = world.slack.as("anna");
    await goTo(world, anna, "tasks", "Closed early");
    await world.slack.addFault({ method: "download", kind: "delay", delayMs: 1_500, times: 1 });
    const file = await anna.uploadFile("early.csv", "image\nhttps://example.com/1.jpg\nno link\n");
    await anna.fill({ File: [file], Overlap: 2 });
    await anna.submit();
    expect((await anna.modal())?.text).toContain("Checking the rows");
    await anna.close();
    const notice = await eventually(world, async () =>
      (await anna.dm()).find((message) => message.text.includes("early.csv")),
    );
    expect(notice.text).toBe(
      [
        "*“early.csv” is checked:* 1 good, 1 bad row. Nothing was sent.",
        "*Next:* press Resume to look at the result and go on.",
        "[Resume]",
      ].join("\n"),
    );
    await anna.press("Resume", { in: "message", channel: "dm", ts: notice.ts });
    await modalSays(world, anna, "Row 2, *image*: must be a link");
    await anna.press("Continue without the 1 bad row");
    await modalSays(world, anna, "1 bad row will be left out");
    await anna.submit();
    await modalTitled(world, anna, "New run: review");
    await anna.close();
  });

  test("that goes back while its file is checked stays where it went", async () => {
    const omar = world.slack.as("omar");
    await goTo(world, omar, "tasks", "Back early");
    await world.slack.addFault({ method: "download", kind: "delay", delayMs: 1_000, times: 1 });
    const since = (await world.slack.ledger()).length;
    const file = await omar.uploadFile("back.csv", "image\nhttps://example.com/1.jpg\n");
    await omar.fill({ File: [file], Overlap: 2 });
    await omar.submit();
    await omar.press("Back");
    await modalTitled(world, omar, "New run: tasks");
    await eventually(world, async () => (await world.slack.entries("download", since)).length > 0);
    // Somebody else's file is checked from start to end meanwhile: the first check had its time.
    const lena = world.slack.as("lena");
    await goTo(world, lena, "tasks", "Meanwhile");
    await lena.fill({ "Or pasted lines": "https://example.com/1.jpg", Overlap: 2 });
    await lena.submit();
    await modalSays(world, lena, "All rows are good");
    await lena.close();
    expect((await omar.modal())?.title).toBe("New run: tasks");
    await omar.fill({ "Or pasted lines": "https://example.com/other.jpg", File: [] });
    await omar.submit();
    const report = await modalSays(world, omar, "All rows are good");
    expect(report).toContain("File “pasted lines”: 1 row");
    await omar.close();
  });

  test("was never refused by Slack", async () => {
    expect(await world.slack.entries("violation")).toEqual([]);
  });
});
