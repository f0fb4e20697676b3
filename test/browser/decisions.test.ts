import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type PagePerson, pagePerson } from "../support/page-person.ts";
import { type Playground, startPlayground } from "../support/playground.ts";
import { requestBehind } from "../support/request-behind.ts";

describe("decisions and drafts with the mouse", () => {
  let playground: Playground;
  let browser: Browser;
  let rita: PagePerson;
  let alan: PagePerson;
  let anna: PagePerson;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
    rita = await pagePerson(browser, playground.url, "rita");
    alan = await pagePerson(browser, playground.url, "alan");
    anna = await pagePerson(browser, playground.url, "anna");
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const request = (poolName: string): Promise<void> => requestBehind(playground, poolName);
  const press = (person: PagePerson, poolName: string, name: string) =>
    person.message(poolName).getByRole("button", { name, exact: true }).click();

  test("a denial asks for a reason, and the card says it", async () => {
    await request("Denied here");
    await press(alan, "Denied here", "Deny");
    await alan.form.waitFor();
    await alan.form.locator("textarea, input").first().fill("too short");
    await alan.next();
    expect(await alan.form.locator(".field-error:not(:empty)").first().innerText()).not.toBe("");
    await alan.form.locator("textarea, input").first().fill("The price is too high for this work");
    await alan.next();
    await rita.message("Denied here").getByText("The price is too high").waitFor();
    expect(await rita.message("Denied here").innerText()).toContain("denied");
  });

  test("of two approvals one counts, and the pool is opened once", async () => {
    await request("Approved twice");
    for (const person of [alan, anna]) await press(person, "Approved twice", "Approve");
    const confirm = (person: PagePerson) => person.page.locator("dialog.confirm .primary");
    await confirm(anna).waitFor();
    await confirm(alan).click();
    // Her dialog stays although the card under it has lost its buttons, and what she does reaches the bot.
    const card = anna.message("Approved twice");
    await card.getByRole("button", { name: "Approve", exact: true }).waitFor({ state: "detached" });
    await confirm(anna).click();
    await anna.page.getByText(/It was approved already/).waitFor();
    await playground.slack.waitFor(
      async () => (await playground.toloka.state()).pools.some(({ status }) => status === "OPEN"),
      { timeoutMs: 45_000 },
    );
    const opens = (await playground.toloka.ledger()).filter(({ path }) => path.endsWith("/open"));
    expect(opens.length).toBe(1);
  });

  test("a draft that was closed is resumed with what was typed", async () => {
    await rita.type("/toloka new run");
    await rita.formTitled("New run");
    await rita.next();
    await rita.formTitled("New run: project");
    await rita.fill("Name for workers", "Typed, then closed");
    await rita.form.getByRole("button", { name: "Save draft" }).click();
    await rita.form.getByText("Your draft is saved").waitFor();
    await rita.page.keyboard.press("Escape");
    await rita.form.waitFor({ state: "detached" });
    await rita.type("/toloka");
    await rita.page.getByRole("button", { name: "Resume" }).last().click();
    await rita.formTitled("New run: project");
    const name = rita.form.getByRole("textbox", { name: "Name for workers" });
    expect(await name.inputValue()).toBe("Typed, then closed");
  });
});
