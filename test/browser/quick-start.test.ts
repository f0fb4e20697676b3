import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answers } from "../../playground/page/src/guide/samples.ts";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type PagePerson, pagePerson } from "../support/page-person.ts";
import { type Playground, startPlayground } from "../support/playground.ts";

const required = "Please complete this required field.";

describe("the quick start with mouse and keyboard", () => {
  let playground: Playground;
  let browser: Browser;
  let rita: PagePerson;
  let alan: PagePerson;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
    rita = await pagePerson(browser, playground.url, "rita");
    alan = await pagePerson(browser, playground.url, "alan");
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const card = (person: PagePerson) => person.message("Shoes in the browser");

  test("a command is completed and answered, and its form names what is missing", async () => {
    const composer = rita.page.getByRole("textbox", { name: "Message #labelling" });
    await composer.pressSequentially("/to");
    await rita.page.getByRole("option", { name: /\/toloka/ }).waitFor();
    await composer.press("Tab");
    await composer.pressSequentially("new run");
    await composer.press("Enter");
    await rita.formTitled("New run");
    await rita.next();
    await rita.formTitled("New run: project");
    await rita.next();
    expect(await rita.errorAt("Name for workers")).toBe(required);
    expect(await rita.errorAt("Instructions")).toBe(required);
  });

  test("a wrong value in each field is told at the field, and what was typed stays", async () => {
    for (const [label, value] of answers) await rita.fill(label, value);
    await rita.fill("Input fields", "image: picture required");
    await rita.next();
    expect(await rita.errorAt("Input fields")).toContain("picture");
    expect(await rita.form.getByRole("textbox", { name: "Description" }).inputValue()).toBe(
      "Look at the picture and determine the category of shoes",
    );
    await rita.fill("Input fields", "image: url required");
    await rita.next();
    await rita.formTitled("New run: pool");
    await rita.fill("Pool name", "Shoes in the browser");
    await rita.fill("Price per suite, USD", "a lot");
    await rita.next();
    expect(await rita.errorAt("May it contain adult content?")).toBe(required);
    await rita.form.getByRole("radio", { name: "No", exact: true }).check();
    await rita.next();
    expect(await rita.errorAt("Price per suite, USD")).toContain("a lot");
    await rita.fill("Price per suite, USD", "0.03");
    await rita.fill("Tasks per suite", "0");
    await rita.next();
    expect(await rita.errorAt("Tasks per suite")).toContain("1");
    await rita.fill("Tasks per suite", "3");
    await rita.next();
  });

  test("a file with mistakes is reported by row, and the good one goes on to the request", async () => {
    await rita.formTitled("New run: tasks");
    const files = rita.form.locator('input[type="file"]');
    await files.setInputFiles("playground/samples/shoes-500.csv");
    await rita.form.getByRole("button", { name: "Remove shoes-500.csv" }).waitFor();
    await rita.next();
    await rita.form.getByText(/rows cannot be sent/).waitFor();
    expect(await rita.form.innerText()).toContain("12 rows cannot be sent");
    await rita.form.getByRole("button", { name: "Fix and upload again" }).click();
    await rita.formTitled("New run: tasks");
    await files.setInputFiles("playground/samples/shoes.csv");
    await rita.form.getByRole("button", { name: "Remove shoes.csv" }).waitFor();
    await rita.next();
    await rita.form.getByText(/All rows are good/).waitFor();
    await rita.next();
    await rita.formTitled("New run: review");
    await rita.fill("Reason", "First batch of shoes");
    await rita.next();
    await card(rita).getByRole("button", { name: "Approve", exact: true }).waitFor();
  });

  test("somebody else approves in a second window, and the pool opens", async () => {
    await card(alan).getByRole("button", { name: "Approve", exact: true }).click();
    const dialog = alan.page.locator("dialog.confirm");
    expect(await dialog.innerText()).toContain("Shoes in the browser");
    await dialog.locator(".button.primary, .button.danger").click();
    await card(rita).getByText(/open/i).first().waitFor();
    await card(rita)
      .getByRole("button", { name: "Approve", exact: true })
      .waitFor({ state: "detached" });
    await playground.slack.waitFor(
      async () => (await playground.toloka.state()).pools.some(({ status }) => status === "OPEN"),
      { timeoutMs: 45_000 },
    );
  });

  test("the thread warns when a day has passed, and tells the closing", async () => {
    await card(rita).getByRole("button", { name: /repl/ }).click();
    const thread = rita.page.getByRole("complementary", { name: "Thread" });
    await thread
      .getByText(/Opened/)
      .first()
      .waitFor();
    const closes = (await playground.toloka.state()).pools[0]?.will_expire ?? "";
    const days = Math.ceil((Date.parse(`${closes}Z`) - Date.now()) / 86_400_000);
    await rita.page.getByRole("tab", { name: "Toloka" }).click();
    const dayPasses = rita.page.getByRole("button", { name: "+1 day" });
    for (let day = 1; day < days; day += 1) await dayPasses.click();
    await thread
      .getByText(/Closes in/)
      .first()
      .waitFor();
    await dayPasses.click();
    await thread
      .getByText(/Closed/)
      .first()
      .waitFor();
    expect((await playground.toloka.state()).pools[0]?.last_close_reason).toBe("EXPIRED");
    await thread.getByText("no answer that counts has come in").waitFor();
  });

  test("nothing was asked of the outside, no page complained, and Slack's rules held", async () => {
    expect(browser.outside).toEqual([]);
    expect(browser.complaints).toEqual([]);
    const { judged, violations } = await playground.slack.state();
    expect({ refused: judged.refused, violations }).toEqual({ refused: 0, violations: 0 });
  });
});
