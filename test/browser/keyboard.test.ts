import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type PagePerson, pagePerson } from "../support/page-person.ts";
import { type Playground, startPlayground } from "../support/playground.ts";

const focused = z.object({ name: z.string(), isInForm: z.boolean(), type: z.string() });

/** What has the focus: its name as assistive technology reads it, and whether a form holds it. */
const focus = async (page: Page) =>
  focused.parse(
    await page.evaluate(`(() => {
      const at = document.activeElement;
      const named = (at.getAttribute("aria-labelledby") ?? "").split(" ")[0];
      return {
        name:
          at.getAttribute("aria-label") ??
          at.labels?.[0]?.textContent ??
          document.getElementById(named)?.textContent ??
          at.textContent,
        isInForm: at.closest("dialog.modal") !== null,
        type: at.tagName.toLowerCase(),
      };
    })()`),
  );

/** More presses of Tab than any form of the bot has stops. */
const mostStops = 60;

describe("a form with the keyboard alone", () => {
  let playground: Playground;
  let browser: Browser;
  let rita: PagePerson;
  let page: Page;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
    rita = await pagePerson(browser, playground.url, "rita");
    page = rita.page;
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  /** Presses Tab until something with this name has the focus; answers the stops on the way. */
  const tabTo = async (name: string | RegExp): Promise<string[]> => {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop += 1) {
      await page.keyboard.press("Tab");
      const now = (await focus(page)).name.trim();
      if (typeof name === "string" ? now.startsWith(name) : name.test(now)) return passed;
      passed.push(now);
    }
    throw new Error(`Tab never reached ${name}: ${passed.join(" | ")}`);
  };

  const enter = async (label: string, text: string): Promise<void> => {
    await tabTo(label);
    // Some fields begin with an example.
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
  };

  test("is opened, filled in and sent, in the order in which it is read", async () => {
    await tabTo("Message #labelling");
    await page.keyboard.type("/toloka new run");
    await page.keyboard.press("Enter");
    await rita.formTitled("New run");
    await tabTo("Next");
    await page.keyboard.press("Enter");
    await rita.formTitled("New run: project");
    await enter("Name for workers", "With the keyboard");
    await enter("Description", "No mouse was here");
    await enter("Instructions", "Use the keys.");
    await enter("Input fields", "image: ulr");
    await enter("Output fields", "result: string required [yes|no]");
    await tabTo("Next");
    await page.keyboard.press("Enter");
    expect(await rita.errorAt("Input fields")).toContain("Did you mean url?");
    // The first wrong field has the focus: it is mended at once.
    await expect.poll(async () => (await focus(page)).name).toContain("Input fields");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("image: url required");
    await tabTo("Next");
    await page.keyboard.press("Enter");
    await rita.formTitled("New run: pool");
  });

  test("keeps the focus, and gives it back when Escape closes it", async () => {
    for (let stop = 0; stop < mostStops; stop += 1) {
      await page.keyboard.press("Tab");
      const { isInForm, type } = await focus(page);
      // Between the last stop and the first the browser itself may have it.
      if (type !== "body") expect(isInForm).toBe(true);
    }
    await page.keyboard.press("Escape");
    await rita.form.waitFor({ state: "detached" });
    expect((await focus(page)).name).toBe("Message #labelling");
    expect(browser.complaints).toEqual([]);
  });
});
