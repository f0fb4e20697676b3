import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shoesProject } from "../../playground/tour/answers.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { goTo, modalSays, poolAnswers, valuesOf, writesTo } from "../support/forms.ts";
import { cardOf, channel, eventually, modalTitled } from "../support/shoes.ts";

describe("a draft's presses and submissions in another order than they were made", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  /** The number in Slack's ledger of a person's newest delivery of a type. */
  const newest = async (type: string) => {
    const found = (await world.slack.entries("delivery")).findLast((each) => each.type === type);
    if (found === undefined) throw new Error(`nothing of type ${type} was delivered`);
    return found;
  };

  test("open in two windows takes each page as it is shown, and loses nothing", async () => {
    const alan = world.slack.as("alan");
    await goTo(world, alan, "project");
    await alan.fill(shoesProject);
    await alan.submit();
    const older = await newest("view_submission");
    await modalTitled(world, alan, "New run: pool");
    await alan.fill(await poolAnswers(alan, "Two windows"));
    await alan.submit();
    await modalTitled(world, alan, "New run: tasks");
    // The older window still shows the project page and sends it with another description: in what was
    // typed, and in the picture, where the choice of the kind had repainted it before it was sent.
    const again = JSON.stringify({ ...older.payload, trigger_id: "1.2.older" }).replaceAll(
      shoesProject.Description,
      "Typed in the older window",
    );
    const rawBody = `payload=${encodeURIComponent(again)}`;
    await world.slack.replay(older.seq, { alter: { rawBody, resign: true } });
    const answered = (await world.slack.entries("delivery")).at(-1);
    expect(JSON.stringify(answered?.ackBody)).toContain('"text":"New run: pool"');
    // The newer window is ahead of the draft now: what it sends is kept, and the draft's page is shown.
    await alan.fill({ "Or pasted lines": "https://example.com/1.jpg", Overlap: 4 });
    await alan.submit();
    await modalTitled(world, alan, "New run: pool");
    expect((await valuesOf(alan))["Pool name"]).toBe("Two windows");
    await alan.submit();
    await modalTitled(world, alan, "New run: tasks");
    expect(await valuesOf(alan)).toEqual({
      "Or pasted lines": "https://example.com/1.jpg",
      Overlap: "4",
    });
    await alan.press("Back");
    await modalTitled(world, alan, "New run: pool");
    await alan.press("Back");
    await modalTitled(world, alan, "New run: project");
    expect((await valuesOf(alan)).Description).toBe("Typed in the older window");
    await alan.close();
  });

  test("is not turned back by a choice that arrives after its page was sent", async () => {
    const omar = world.slack.as("omar");
    await goTo(world, omar, "project");
    const paints = async () =>
      (await world.slack.entries("api")).filter((call) => call.method === "views.update");
    const unpainted = (await paints()).length;
    await omar.fill({ "Kind of task": "Text choice" });
    await eventually(world, async () => (await paints())[unpainted]);
    const choice = await newest("block_actions");
    await omar.fill({
      "Name for workers": "Not turned back",
      Description: "Typed after the choice",
      Instructions: "Read the text and answer.",
    });
    await omar.submit();
    await modalTitled(world, omar, "New run: pool");
    const rawBody = `payload=${encodeURIComponent(
      JSON.stringify({ ...choice.payload, trigger_id: "1.2.late" }),
    )}`;
    const before = (await paints()).length;
    await world.slack.replay(choice.seq, { alter: { rawBody, resign: true } });
    const late = await eventually(world, async () => (await paints())[before]);
    expect(late.error).toBe("hash_conflict");
    await omar.fill(await poolAnswers(omar, "Not turned back"));
    await omar.submit();
    await modalTitled(world, omar, "New run: tasks");
    await omar.press("Back");
    await modalTitled(world, omar, "New run: pool");
    expect((await valuesOf(omar))["Pool name"]).toBe("Not turned back");
    await omar.press("Back");
    await modalTitled(world, omar, "New run: project");
    expect((await valuesOf(omar)).Description).toBe("Typed after the choice");
    await omar.close();
  });

  test("takes a submission that is delivered twice once", async () => {
    const lena = world.slack.as("lena");
    await goTo(world, lena, "project");
    await lena.fill({ ...shoesProject, "Name for workers": "Delivered twice" });
    await lena.submit();
    const project = await newest("view_submission");
    await modalTitled(world, lena, "New run: pool");
    await lena.fill(await poolAnswers(lena, "Delivered twice"));
    await lena.submit();
    await modalTitled(world, lena, "New run: tasks");
    await world.slack.replay(project.seq, { times: 2 });
    await lena.fill({ "Or pasted lines": "https://example.com/1.jpg", Overlap: 2 });
    await lena.submit();
    await modalSays(world, lena, "All rows are good");
    await lena.submit();
    await modalTitled(world, lena, "New run: review");
    await lena.fill({ Reason: "Only one of this, please" });
    await lena.submit();
    const last = await newest("view_submission");
    await world.slack.replay(last.seq, { times: 2 });
    await cardOf(world, "Delivered twice", ({ text }) => text.includes("[Approve]"));
    expect(await writesTo(world)).toEqual(["POST /projects", "POST /pools", "POST /tasks"]);
    const cards = (await world.slack.as("rita").messages(channel)).filter(
      (message) => !message.ephemeral && message.text.includes("Delivered twice"),
    );
    expect(cards.length).toBe(1);
  });

  test("takes a press that is delivered twice once", async () => {
    const rita = world.slack.as("rita");
    await goTo(world, rita, "tasks", "Pressed twice");
    await rita.press("Back");
    const back = await newest("block_actions");
    await modalTitled(world, rita, "New run: pool");
    await rita.submit();
    await modalTitled(world, rita, "New run: tasks");
    await world.slack.replay(back.seq, { times: 2 });
    await rita.fill({ "Or pasted lines": "https://example.com/1.jpg", Overlap: 2 });
    await rita.submit();
    expect(await modalSays(world, rita, "All rows are good")).toContain("Step 4 of 5");
    await rita.close();
  });
});
