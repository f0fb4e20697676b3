import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SlackPerson } from "../../emulators/slack/control/person.ts";
import { shoesProject } from "../../playground/tour/answers.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { errorsOf, goTo, modalSays, poolAnswers, writesTo } from "../support/forms.ts";
import { eventually, modalTitled } from "../support/shoes.ts";
import { fileInputs, wrongFiles, wrongTaskAnswers } from "./wrong/files.ts";

const { "Kind of task": _, ...fields } = shoesProject;

describe("a wrong tasks file is told by row and column, and nothing is sent to Toloka", () => {
  let world: BotWorld;
  let rita: SlackPerson;
  beforeAll(async () => {
    world = await startBotWorld();
    rita = world.slack.as("rita");
    await goTo(world, rita, "project");
    await rita.fill({ "Kind of task": "Own JSON" });
    await eventually(world, async () =>
      (await rita.modal())?.fields.some((field) => String(field.value).includes("view.list")),
    );
    const view = {
      view: {
        type: "view.list",
        items: [
          { type: "view.image", url: { type: "data.input", path: "image" } },
          { type: "field.radio-group", data: { type: "data.output", path: "result" }, options: [] },
        ],
      },
    };
    await rita.fill({
      ...fields,
      "Input fields": fileInputs,
      "Output fields": "result: string [boots|sneakers|other]",
      "View (JSON)": JSON.stringify(view),
    });
    await rita.submit();
    await modalTitled(world, rita, "New run: pool");
    await rita.fill(await poolAnswers(rita, "Many columns"));
    await rita.submit();
    await modalTitled(world, rita, "New run: tasks");
  });
  afterAll(async () => {
    await world.close();
  });

  beforeEach(async () => {
    if ((await rita.modal())?.title !== "Check of the tasks") return;
    await rita.press("Fix and upload again");
    await modalTitled(world, rita, "New run: tasks");
  });

  test.each(wrongTaskAnswers)("$what", async ({ answers, errors }) => {
    await rita.fill(answers);
    await rita.submit();
    expect(await errorsOf(rita)).toEqual(errors);
  });

  test("a file and pasted lines at once", async () => {
    const file = await rita.uploadFile("rows.csv", "image\nhttps://example.com/1.jpg\n");
    await rita.fill({
      File: [file],
      "Or pasted lines": "https://example.com/2.jpg",
      Overlap: 3,
    });
    await rita.submit();
    expect(await errorsOf(rita)).toEqual({ File: "Give a file or paste lines, not both." });
    await rita.fill({ File: [], "Or pasted lines": "", Overlap: 3 });
  });

  test.each(wrongFiles)("$what", async ({ name, content, says }) => {
    const file = await rita.uploadFile(name, content);
    await rita.fill({ File: [file] });
    await rita.submit();
    const report = await modalSays(world, rita, "[Fix and upload again]");
    expect(says.filter((line) => !report.includes(line))).toEqual([]);
    expect((await rita.modal())?.submit).toBeNull();
  });

  test("pasted lines of which one is no link", async () => {
    await rita.fill({ File: [], "Or pasted lines": "https://example.com/1.jpg\nboots\n" });
    await rita.submit();
    const report = await modalSays(world, rita, "[Fix and upload again]");
    expect(report).toContain("*1 row cannot be sent.*");
    expect(report).toContain("Row 2, *image*: must be a link");
  });

  test("after all of them the ledger of Toloka has no write, and Slack refused nothing", async () => {
    expect(await writesTo(world)).toEqual([]);
    expect(await world.slack.entries("violation")).toEqual([]);
  });
});
