import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type Playground, startPlayground } from "../support/playground.ts";
import { startTinyApp, type TinyApp } from "../support/tiny-app.ts";

const pressed = z.object({ actions: z.array(z.looseObject({ action_id: z.string() })) });
const answered = z.looseObject({ ok: z.literal(true), ts: z.string().optional() });

const channel = "C0LABELS01";
const words = (text: string) => ({ type: "plain_text", text });
const confirm = {
  ...{ title: words("Sure?"), text: words("It counts."), confirm: words("Yes"), deny: words("No") },
};

describe("the page does as Slack's client does", () => {
  let playground: Playground;
  let browser: Browser;
  let app: TinyApp;
  let rita: Page;
  beforeAll(async () => {
    [playground, browser, app] = await Promise.all([
      startPlayground(),
      startBrowser(),
      startTinyApp(),
    ]);
    await playground.slack.setAppUrl(app.url);
    rita = await browser.open(`${playground.url}/?as=rita`);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await playground.stop();
  });

  /** A Web API call of the app; answers the message's time where there is one. */
  const api = async (method: string, body: object): Promise<string> => {
    const response = await fetch(`${playground.url}/slack/api/${method}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: {
        "content-type": "application/json",
        authorization: "Bearer xoxb-demo-0001-lifeguard",
      },
    });
    return answered.parse(await response.json()).ts ?? "";
  };
  const message = (text: string) => rita.locator("article.message").filter({ hasText: text });

  test("a dialog stays when its card is repainted, and the act is sent with the element as it was", async () => {
    const button = { type: "button", action_id: "go", text: words("Go"), value: "7", confirm };
    const ts = await api("chat.postMessage", {
      ...{ channel, text: "A card" },
      blocks: [{ type: "actions", block_id: "acts", elements: [button] }],
    });
    await rita.getByRole("button", { name: "Go", exact: true }).click();
    const dialog = rita.getByRole("dialog", { name: "Sure?" });
    await dialog.getByText("It counts.").waitFor();
    await api("chat.update", { channel, ts, text: "Nothing to press any more", blocks: [] });
    await message("Nothing to press any more").waitFor();
    await dialog.getByRole("button", { name: "Yes" }).click();
    const { actions } = pressed.parse(await app.next("block_actions"));
    expect(actions).toMatchObject([
      { type: "button", action_id: "go", block_id: "acts", value: "7" },
    ]);
    await dialog.waitFor({ state: "detached" });
  });

  test("a choice that is not confirmed is not made", async () => {
    const options = ["Boots", "Sandals"].map((text) => ({ text: words(text), value: text }));
    await api("chat.postMessage", {
      ...{ channel, text: "Choose" },
      blocks: [
        {
          type: "actions",
          block_id: "acts",
          elements: [{ type: "static_select", action_id: "shoe", options, confirm }],
        },
      ],
    });
    const select = rita.getByRole("combobox", { name: "Select an option" });
    const choose = async (name: string, answer: string): Promise<void> => {
      await select.click();
      await rita.getByRole("option", { name }).click();
      await rita.getByRole("dialog").getByRole("button", { name: answer }).click();
      await rita.getByRole("dialog").waitFor({ state: "detached" });
    };
    await choose("Sandals", "No");
    expect(await select.inputValue()).toBe("");
    await choose("Boots", "Yes");
    expect(pressed.parse(await app.next("block_actions")).actions).toMatchObject([
      { action_id: "shoe", selected_option: { value: "Boots" } },
    ]);
    expect(await select.inputValue()).toBe("Boots");
  });

  test("a message for one person is dismissed by them, and forgotten when the page is loaded anew", async () => {
    const whisper = (text: string) =>
      api("chat.postEphemeral", { channel, user: "U0RITA0001", text });
    await whisper("The first whisper");
    await whisper("The second whisper");
    const first = message("The first whisper");
    await first.getByText("Only visible to you").waitFor();
    await first.getByRole("button", { name: "Dismiss message" }).click();
    await first.waitFor({ state: "detached" });
    await message("The second whisper").waitFor();
    await api("chat.postMessage", { channel, text: "Said to everybody" });
    await rita.reload();
    await message("Said to everybody").waitFor();
    expect(await rita.getByText("whisper").count()).toBe(0);
  });
});
