import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type PagePerson, pagePerson } from "../support/page-person.ts";
import { type Playground, startPlayground } from "../support/playground.ts";
import { requestBehind } from "../support/request-behind.ts";

describe("the app's Home with the mouse", () => {
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

  const homeOf = ({ page }: PagePerson) => page.getByRole("tabpanel", { name: "Home" });

  /** Chooses the app among the conversations, and its Home tab. */
  const openHome = async ({ page }: PagePerson): Promise<void> => {
    await page.getByRole("navigation").getByRole("button", { name: "lifeguard" }).click();
    await page.getByRole("tab", { name: "Home" }).click();
  };

  test("a newcomer starts a run from it, finds the draft on it, and resumes it as it was typed", async () => {
    await openHome(rita);
    const home = homeOf(rita);
    await home.getByText("Labels from Toloka's crowd").waitFor();
    await home.getByRole("button", { name: "Try it in the sandbox" }).click();
    await rita.formTitled("New run");
    await rita.form.getByRole("combobox", { name: "Post updates in" }).click();
    await rita.page.getByRole("option", { name: "labelling" }).click();
    await rita.next();
    await rita.formTitled("New run: project");
    await rita.fill("Name for workers", "Begun on the Home");
    await rita.form.getByRole("button", { name: "Save draft" }).click();
    await rita.form.getByText("Your draft is saved").waitFor();
    await rita.page.keyboard.press("Escape");
    await rita.form.waitFor({ state: "detached" });
    await home.getByText("Your drafts (1)").waitFor();
    await home.getByRole("button", { name: "Resume" }).click();
    await rita.formTitled("New run: project");
    const name = rita.form.getByRole("textbox", { name: "Name for workers" });
    expect(await name.inputValue()).toBe("Begun on the Home");
    await rita.page.keyboard.press("Escape");
  });

  test("an approver sees what waits, and the button leads to its card", async () => {
    await openHome(alan);
    const home = homeOf(alan);
    await home.getByText("balance $").waitFor();
    await requestBehind(playground, "Jump to me");
    await home.getByText("Waiting for you (1)").waitFor({ timeout: 30_000 });
    expect(await home.getByText("Jump to me").first().innerText()).toContain("planned $0.0");
    await home.getByRole("link", { name: "Look and decide" }).click();
    const card = alan.message("Jump to me");
    await card.getByRole("button", { name: "Approve", exact: true }).waitFor();
    const inFront = () =>
      alan.page.evaluate<string>(
        '(() => { const at = document.activeElement; return at.matches("article.message") ? at.textContent : ""; })()',
      );
    await expect.poll(inFront, { timeout: 10_000 }).toContain("Jump to me");
    expect(new URL(alan.page.url()).hostname).toBe(new URL(playground.url).hostname);
    await card.getByRole("button", { name: "Approve", exact: true }).click();
    await alan.page.locator("dialog.confirm .primary").click();
    await openHome(alan);
    await home.getByText("Running (1)").waitFor({ timeout: 30_000 });
    expect(await home.innerText()).not.toContain("Waiting for you");
  });
});
