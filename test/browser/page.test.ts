import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type Playground, startPlayground } from "../support/playground.ts";

describe("the playground's page", () => {
  let playground: Playground;
  let browser: Browser;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  test("says that no money and no Slack is involved, and asks nobody outside", async () => {
    const page = await browser.open(playground.url);
    await page.getByText("PLAYGROUND: no money, no Slack").first().waitFor();
    expect(browser.outside).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });

  test("serves this machine's own pages only", async () => {
    const strange = await fetch(`${playground.url}/slack/_control/state`, {
      headers: { origin: "http://elsewhere.example" },
    });
    expect(strange.status).toBe(403);
  });
});
