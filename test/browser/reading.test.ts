import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type Playground, startPlayground } from "../support/playground.ts";

/** How far the conversation is from its end, in pixels. */
const fromEnd = `(() => {
  const list = document.querySelector(".conversation .messages");
  return list.scrollHeight - list.scrollTop - list.clientHeight;
})()`;

describe("a conversation is read as in Slack", () => {
  let playground: Playground;
  let browser: Browser;
  let rita: Page;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
    rita = await browser.open(`${playground.url}/?as=rita`);
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const alan = () => playground.slack.as("alan");
  const message = (text: string) =>
    rita.locator(".conversation article.message").filter({ hasText: text });
  const talk = (name: string) =>
    rita.getByRole("navigation").getByRole("button", { name: new RegExp(`^${name}`) });

  test("what came since the last look stands below a line that says so, until one leaves", async () => {
    await alan().post("#general", "Seen before");
    await talk("general").click();
    await message("Seen before").waitFor();
    expect(await rita.getByText("New", { exact: true }).count()).toBe(0);
    await talk("labelling").click();
    await alan().post("#general", "Came meanwhile");
    await rita.getByRole("button", { name: /general.*1 unread/ }).click();
    const line = rita.locator(".conversation .day.new");
    await line.waitFor();
    expect(await line.locator("xpath=following-sibling::article").innerText()).toContain(
      "Came meanwhile",
    );
    await alan().post("#general", "Came while looking");
    await message("Came while looking").waitFor();
    expect(await line.count()).toBe(1);
    await talk("labelling").click();
    await talk("general").click();
    await message("Came while looking").waitFor();
    expect(await line.count()).toBe(0);
  });

  test("messages of one person stand under one name, with their time at the side", async () => {
    await alan().post("#labelling", "First of two");
    await alan().post("#labelling", "Second of two");
    await talk("labelling").click();
    await message("Second of two").waitFor();
    expect(await message("First of two").locator(".author").count()).toBe(1);
    expect(await message("Second of two").locator(".author").count()).toBe(0);
    const time = message("Second of two").locator("time");
    expect(await time.innerText()).toMatch(/^\d+:\d\d$/);
    expect(await time.getAttribute("title")).toMatch(/^Today at \d+:\d\d [AP]M$/);
  });

  test("a thread is told below its message: who answered, how often and when last", async () => {
    const ts = await alan().post("#labelling", "What do you think?");
    await playground.slack.as("rita").post("#labelling", "Fine", ts);
    await alan().post("#labelling", "Thanks", ts);
    const foot = message("What do you think?").getByRole("button", { name: /2 replies/ });
    await foot.waitFor();
    expect(await foot.innerText()).toMatch(/Last reply today at/);
    expect(await foot.locator(".avatar").allInnerTexts()).toEqual(["RR", "AA"]);
    await foot.click();
    const thread = rita.getByRole("complementary", { name: "Thread" });
    expect(await thread.locator(".replies").innerText()).toBe("2 replies");
    await thread.getByRole("button", { name: "Close thread" }).click();
  });

  test("those at the end follow what is written, those further up stay where they read", async () => {
    const lines = Array.from({ length: 60 }, (_, line) => `line ${line}`).join("\n");
    await alan().post("#labelling", lines);
    await message("line 59").waitFor();
    await expect.poll(() => rita.evaluate<number>(fromEnd)).toBeLessThan(2);
    await message("First of two").scrollIntoViewIfNeeded();
    await alan().post("#labelling", "Far below");
    await message("Far below").waitFor();
    expect(await rita.evaluate<number>(fromEnd)).toBeGreaterThan(500);
    const composer = rita.getByRole("textbox", { name: "Message #labelling" });
    await composer.fill("My own words");
    await rita.getByText("to add a new line").waitFor();
    await composer.press("Enter");
    await message("My own words").waitFor();
    await expect.poll(() => rita.evaluate<number>(fromEnd)).toBeLessThan(2);
  });

  test("a message's permalink is copied, and written into a message it leads back", async () => {
    const ts = await alan().post("#labelling", "Worth a link");
    await message("Worth a link").hover();
    await message("Worth a link").getByRole("button", { name: "Copy link" }).click();
    await message("Worth a link").getByText("Copied").waitFor();
    const composer = rita.getByRole("textbox", { name: "Message #labelling" });
    await composer.click();
    await rita.keyboard.press("Control+v");
    const link = `https://lifeguard-labs.slack.com/archives/C0LABELS01/p${ts.replace(".", "")}`;
    expect(await composer.inputValue()).toBe(link);
    await composer.press("Enter");
    await rita.getByRole("link", { name: link }).click();
    await rita.locator("article[aria-current]").getByText("Worth a link").waitFor();
  });
});
