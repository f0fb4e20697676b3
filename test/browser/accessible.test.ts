import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startBrowser } from "../support/browser.ts";
import { pagePerson } from "../support/page-person.ts";
import { type Playground, startPlayground } from "../support/playground.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds serious or worse, with the places. */
const serious = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
};

describe.each(["light", "dark"] as const)("the page in %s", (colorScheme) => {
  let playground: Playground;
  let browser: Browser;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser({ colorScheme })]);
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  test("has no serious fault for people who use it without eyes or mouse", async () => {
    const rita = await pagePerson(browser, playground.url, "rita");
    await rita.type("Hello, everybody");
    const hello = rita.message("Hello, everybody");
    await hello.hover();
    await hello.getByRole("button", { name: "Reply in thread" }).click();
    const thread = rita.page.getByRole("complementary", { name: "Thread" });
    await thread.getByRole("textbox", { name: "Reply" }).waitFor();
    await rita.type("/toloka help");
    await rita.page.getByText("Only visible to you").first().waitFor();
    expect(await serious(rita.page)).toEqual([]);
    await rita.page.getByRole("tab", { name: "Toloka" }).click();
    await rita.page.getByRole("heading", { name: "Crowd" }).waitFor();
    expect(await serious(rita.page)).toEqual([]);
    await rita.type("/toloka new project");
    await rita.form.waitFor();
    await rita.form.locator(".label", { hasText: "View (JSON)" }).waitFor();
    expect(await serious(rita.page)).toEqual([]);
  });

  test("has none in the gallery, which draws everything the bot can say", async () => {
    const page = await browser.open(`${playground.url}/gallery`);
    await page.getByRole("heading", { name: "Gallery" }).waitFor();
    expect(await serious(page)).toEqual([]);
  });
});
