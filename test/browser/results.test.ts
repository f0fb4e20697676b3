import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seriousFaults } from "../support/accessible.ts";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type PagePerson, pagePerson } from "../support/page-person.ts";
import { type Playground, startPlayground } from "../support/playground.ts";
import { requestBehind } from "../support/request-behind.ts";

const poolName = "Shoes with results";

/** Longer than any step takes on a machine that is busy with other things. */
const patience = { timeout: 60_000 };

const rawHeader =
  "INPUT:image,OUTPUT:result,ASSIGNMENT:task_id,ASSIGNMENT:assignment_id,ASSIGNMENT:task_suite_id,ASSIGNMENT:worker,ASSIGNMENT:status,ASSIGNMENT:submitted,ASSIGNMENT:golden";
const majorityHeader =
  "INPUT:image,OUTPUT:result,AGREEMENT:result,TIE:result,ANSWERS,ASSIGNMENT:task_id";

describe("the results of a run with mouse and keyboard", () => {
  let playground: Playground;
  let browser: Browser;
  let rita: PagePerson;
  let thread: Locator;
  let pool: string;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
    rita = await pagePerson(browser, playground.url, "rita");
    thread = rita.page.getByRole("complementary", { name: "Thread" });
    await requestBehind(playground, poolName);
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const panel = (name: string): Locator => rita.page.getByRole("region", { name });
  const told = (words: string | RegExp): Locator =>
    thread.locator("article.message").filter({ hasText: words }).last();
  const downloads = (name: string, so = ""): Locator =>
    thread.getByRole("link", { name: `Download ${name}-${pool}${so}.csv` });

  /** What the file of this name holds, by line; it is fetched with the keyboard. */
  const linesOf = async (name: string, so = ""): Promise<string[]> => {
    const link = downloads(name, so);
    await link.focus();
    const [download] = await Promise.all([
      rita.page.waitForEvent("download"),
      rita.page.keyboard.press("Enter"),
    ]);
    expect(download.suggestedFilename()).toBe(`${name}-${pool}${so}.csv`);
    const text = await readFile(await download.path(), "utf8");
    expect(text.endsWith("\r\n")).toBe(true);
    return text.trimEnd().split("\r\n");
  };

  const answerOneSuite = async (): Promise<void> => {
    const link = panel("Pools").getByRole("link", { name: /^Answer as a Toloker/ });
    const [page] = await Promise.all([rita.page.context().waitForEvent("page"), link.click()]);
    await page.getByRole("button", { name: "Start" }).click();
    for (const task of [0, 1, 2]) {
      const place = page.locator(".suite > li").nth(task);
      await place.getByRole("radio", { name: "Boots", exact: true }).check();
    }
    await page.getByRole("button", { name: "Submit" }).click();
    await page.getByText("Sent: $0.02 for this suite.").waitFor(patience);
    await page.close();
  };

  test("once the pool is open, the guide says how results arrive", async () => {
    const alan = await pagePerson(browser, playground.url, "alan");
    await alan.message(poolName).getByRole("button", { name: "Approve", exact: true }).click();
    await alan.page.locator("dialog.confirm").locator(".button.primary, .button.danger").click();
    await rita.message(poolName).getByRole("button", { name: /repl/ }).click();
    await told("The pool is open").waitFor(patience);
    await alan.page.close();
    await rita.page.getByText("Start the crowd in the tab Toloka").waitFor();
    const words = await rita.message(poolName).innerText();
    pool = /\bpool (\d+)/.exec(words)?.[1] ?? "";
    expect(pool).not.toBe("");
  });

  test("asked for while the pool is open: what one Toloker has answered so far", async () => {
    await rita.page.getByRole("tab", { name: "Toloka" }).click();
    await answerOneSuite();
    const composer = rita.page.getByRole("textbox", { name: "Message #labelling" });
    await composer.pressSequentially(`/toloka results ${pool}`);
    await composer.press("Enter");
    await rita.page.getByText("Gathering the results").waitFor(patience);
    const soFar = told(/Results so far: 3 answers to 3 tasks from 1 worker/);
    await soFar.waitFor(patience);
    const words = await soFar.innerText();
    expect(words).toContain("$0.026 for 1 accepted suite");
    expect(words).toContain("1 suite of 2 is still to come");
    expect(words).toContain("Asked for by @rita");
    await downloads("majority", "-so-far").waitFor(patience);
    const raw = await linesOf("raw", "-so-far");
    expect([raw[0], raw.length]).toEqual([rawHeader, 1 + 3]);
  });

  test("the crowd answers, an hour passes, and the thread brings the results with two files", async () => {
    await panel("Crowd").getByRole("button", { name: "Start the crowd" }).click();
    await panel("Crowd").getByText("Tolokers at work").waitFor();
    await panel("Clock").getByRole("button", { name: "+1 hour" }).click();
    const results = told(/Results: 6 answers to 3 of 3 tasks from 2 workers/);
    await results.waitFor(patience);
    expect(await results.innerText()).toContain("$0.052 for 2 accepted suites");
    await downloads("majority").waitFor(patience);
    expect([await downloads("raw").count(), await downloads("majority").count()]).toEqual([1, 1]);
    const raw = await linesOf("raw");
    expect([raw[0], raw.length]).toEqual([rawHeader, 1 + 6]);
    const majority = await linesOf("majority");
    expect([majority[0], majority.length]).toEqual([majorityHeader, 1 + 3]);
  });

  test("a file is shown by its kind, its size and its first rows, which the keyboard moves and folds", async () => {
    const file = thread
      .locator(".file")
      .filter({ hasText: `raw-${pool}.csv` })
      .last();
    expect(await file.locator(".file-head").innerText()).toMatch(/CSV · 1\.\d kB · Download/);
    const rows = file.getByRole("region", { name: `The first 3 rows of raw-${pool}.csv` });
    expect(await rows.getByRole("columnheader").allTextContents()).toEqual(rawHeader.split(","));
    expect(await rows.getByRole("row").count()).toBe(1 + 3);
    await rows.focus();
    await rita.page.keyboard.press("ArrowRight");
    await expect.poll(() => rows.evaluate((place) => place.scrollLeft)).toBeGreaterThan(0);
    await file.locator("summary").focus();
    await rita.page.keyboard.press("Enter");
    await rows.waitFor({ state: "hidden" });
    await rita.page.keyboard.press("Enter");
    await rows.waitFor();
  });

  test("on a phone nothing is wider than the page, and nobody is left out", async () => {
    expect(await seriousFaults(rita.page)).toEqual([]);
    const phone = await browser.open(rita.page.url(), { width: 360, height: 740 });
    await phone
      .getByRole("link", { name: `Download majority-${pool}.csv` })
      .last()
      .waitFor();
    const widths = await phone.evaluate<number[]>(
      "[document.documentElement, ...document.querySelectorAll('.messages')].map((each) => each.scrollWidth - each.clientWidth)",
    );
    expect(widths.every((more) => more === 0)).toBe(true);
    expect(await seriousFaults(phone)).toEqual([]);
    await phone.close();
  });

  test("nothing was asked of the outside, no page complained, and Slack's rules held", async () => {
    expect(browser.outside).toEqual([]);
    expect(browser.complaints).toEqual([]);
    const { judged, violations } = await playground.slack.state();
    expect({ refused: judged.refused, violations }).toEqual({ refused: 0, violations: 0 });
  });
});
