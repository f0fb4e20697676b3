import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startBrowser } from "../support/browser.ts";
import { dropFile } from "../support/drop.ts";
import { type PagePerson, pagePerson } from "../support/page-person.ts";
import { type Playground, startPlayground } from "../support/playground.ts";
import { type WrongForm, wrongPool, wrongProject, wrongTasks } from "../support/wrong-values.ts";

/** So far away pools of this test close, in the form of the browser's own picker. */
const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);

describe("a wrong value in each field of each form", () => {
  let playground: Playground;
  let browser: Browser;
  let rita: PagePerson;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
    rita = await pagePerson(browser, playground.url, "rita");
    await rita.type("/toloka new run");
    await rita.formTitled("New run");
    await rita.next();
    await rita.formTitled("New run: project");
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const labels = async (): Promise<string[]> =>
    (await rita.form.locator(".input .label").allInnerTexts()).map((text) =>
      text.replace(/ \(optional\)$/, ""),
    );
  const box = (label: string): Locator =>
    rita.field(label).locator("input:not([type=radio]):not([type=checkbox]), textarea").first();

  /** Types every wrong value, sends the form, reads the words at each field, and that nothing typed is lost. */
  const getItWrong = async (form: WrongForm): Promise<void> => {
    expect((await labels()).toSorted()).toEqual(Object.keys(form).toSorted());
    const typed = Object.entries(form).filter(([, { by }]) => by === "input");
    for (const [label, { wrong }] of typed) await box(label).fill(wrong);
    await rita.next();
    for (const [label, { says, by }] of Object.entries(form)) {
      if (says === "" || by === "choice") continue;
      await expect.poll(() => rita.errorAt(label), { timeout: 20_000 }).toContain(says);
    }
    for (const [label, { wrong }] of typed) expect(await box(label).inputValue()).toBe(wrong);
  };

  const mend = async (form: WrongForm): Promise<void> => {
    for (const [label, { by, right }] of Object.entries(form)) {
      if (by === "input") await box(label).fill(right);
    }
  };

  test("of the project", async () => {
    await getItWrong(wrongProject);
    await mend(wrongProject);
    await rita.next();
    await rita.formTitled("New run: pool");
  });

  test("of a view of one's own", async () => {
    const alan = await pagePerson(browser, playground.url, "alan");
    await alan.type("/toloka new run");
    await alan.formTitled("New run");
    await alan.next();
    await alan.formTitled("New run: project");
    const view = alan.field("View (JSON)").locator("textarea");
    await alan
      .field("Kind of task")
      .getByRole("radio", { name: /Own JSON/ })
      .check();
    await expect.poll(() => view.inputValue()).toContain("view.list");
    for (const [label, { by, right }] of Object.entries(wrongProject)) {
      if (by === "input") await alan.fill(label, right);
    }
    await view.fill("{");
    await alan.next();
    expect(await alan.errorAt("View (JSON)")).toContain("JSON");
    expect(await view.inputValue()).toBe("{");
    await alan.page.keyboard.press("Escape");
  });

  test("of the pool", async () => {
    const form = wrongPool(inTwoDays);
    await rita.next();
    expect(await rita.errorAt("May it contain adult content?")).toBe(
      "Please complete this required field.",
    );
    await rita.field("May it contain adult content?").getByRole("radio", { name: "No" }).check();
    await rita
      .field("Acceptance of answers")
      .getByRole("radio", { name: /After review/ })
      .check();
    await getItWrong(form);
    await mend(form);
    const golden = rita.field("Quality rules").getByRole("checkbox", { name: /Golden tasks/ });
    await golden.check();
    await rita.next();
    expect(await rita.errorAt("Quality rules")).toContain("Golden accuracy needs golden tasks");
    await golden.uncheck();
    await rita.next();
    await rita.formTitled("New run: tasks");
  });

  test("of the tasks, and a dropped file", async () => {
    const files = rita.form.locator("fieldset.files");
    await rita.next();
    expect(await rita.errorAt("File")).toBe("Give a file or paste lines.");
    await dropFile(files, "README.md");
    await files.getByText(/README.md: this field takes csv/).waitFor();
    await dropFile(files, "playground/samples/shoes.csv");
    await files.getByText("shoes.csv", { exact: false }).first().waitFor();
    await getItWrong(wrongTasks);
    await mend(wrongTasks);
    await rita.next();
    await rita.form.getByText(/All rows are good/).waitFor();
    await rita.next();
    await rita.formTitled("New run: review");
    expect(await labels()).toEqual(["Reason"]);
    await rita.fill("Reason", "r".repeat(600));
    expect(await box("Reason").inputValue()).toHaveLength(500);
    await rita.next();
    await rita
      .message("Wrong at first")
      .getByRole("button", { name: "Approve", exact: true })
      .waitFor();
  });

  test("a file dropped where one writes becomes a message", async () => {
    await dropFile(rita.page.locator("form.composer").first(), "playground/samples/shoes.csv");
    const message = rita.message("shoes.csv");
    await message.waitFor();
    expect(await message.innerText()).toContain("Rita Requester");
  });

  test("no page complained, and nothing was asked of the outside", () => {
    expect(browser.outside).toEqual([]);
    // A number that is not whole yet is refused while it is typed.
    expect(browser.complaints.filter((each) => !each.includes("422"))).toEqual([]);
  });
});
