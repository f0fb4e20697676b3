import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type Playground, startPlayground } from "../support/playground.ts";
import { startTinyApp, type TinyApp } from "../support/tiny-app.ts";

const pressed = z.object({ actions: z.array(z.looseObject({ action_id: z.string() })) });

const channel = "C0LABELS01";
const words = (text: string) => ({ type: "plain_text", text });
const confirm = {
  ...{ title: words("Sure?"), text: words("It counts."), confirm: words("Yes"), deny: words("No") },
};

/** Whether the marked message is wholly inside the window. */
const isMarkInSight = `(() => {
  const at = document.querySelector("article.message[aria-current]").getBoundingClientRect();
  return at.top >= 0 && at.bottom <= innerHeight;
})()`;

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

  /** The time of the message that a call of the app made. */
  const api = async (method: string, body: object): Promise<string> =>
    (await playground.api(method, body)).ts;
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

  test("the address keeps the conversation, the thread and the tab, for reloads, back and forward", async () => {
    const root = await api("chat.postMessage", { channel, text: "A root to answer" });
    await api("chat.postMessage", { channel, text: "The answer below it", thread_ts: root });
    await message("A root to answer")
      .getByRole("button", { name: /1 reply/ })
      .click();
    const thread = rita.getByRole("complementary", { name: "Thread" });
    await thread.getByText("The answer below it").waitFor();
    expect(new URL(rita.url()).searchParams.get("thread")).toBe(root);
    await rita.reload();
    await thread.getByText("The answer below it").waitFor();
    const talks = rita.getByRole("navigation", { name: "Conversations" });
    await talks.getByRole("button", { name: "general", exact: true }).click();
    const title = rita.getByRole("heading", { level: 1 });
    await expect.poll(() => title.innerText()).toBe("#general");
    expect(await thread.count()).toBe(0);
    const blocks = [{ type: "header", text: words("Your runs") }];
    await api("views.publish", { user_id: "U0RITA0001", view: { type: "home", blocks } });
    await talks.getByRole("button", { name: "lifeguard" }).click();
    await rita.getByRole("tab", { name: "Home" }).click();
    await rita.reload();
    await rita.getByRole("tabpanel", { name: "Home" }).waitFor();
    for (const shown of ["lifeguard", "#general"]) {
      await rita.goBack();
      await expect.poll(() => title.innerText()).toBe(shown);
    }
    await rita.goBack();
    await thread.getByText("The answer below it").waitFor();
    await rita.goForward();
    await expect.poll(() => title.innerText()).toBe("#general");
  });

  test("a permalink jumps to its message inside the page and marks it, in its thread too", async () => {
    await rita.goto(`${playground.url}/?as=rita`);
    const root = await api("chat.postMessage", { channel, text: "Far up" });
    const reply = await api("chat.postMessage", { channel, text: "Far down", thread_ts: root });
    const filler = Array.from({ length: 60 }, (_, line) => `line ${line}`).join("\n");
    await api("chat.postMessage", { channel, text: filler });
    const link = async (ts: string): Promise<string> =>
      (await playground.api("chat.getPermalink", { channel, message_ts: ts })).permalink;
    const links = `<${await link(root)}|the root> and <${await link(reply)}|the reply>`;
    await api("chat.postMessage", { channel, text: `See ${links}` });
    await rita.getByRole("link", { name: "the root" }).click();
    const marked = rita.locator("article.message[aria-current]");
    await marked.getByText("Far up").waitFor();
    expect(await rita.evaluate<boolean>(isMarkInSight)).toBe(true);
    await rita.goBack();
    await rita.getByRole("link", { name: "the reply" }).click();
    const thread = rita.getByRole("complementary", { name: "Thread" });
    await thread.locator("[aria-current]").getByText("Far down").waitFor();
  });

  test("a rich text field shows what it began with, and all of it can be changed with keys and buttons", async () => {
    await rita.goto(`${playground.url}/?as=rita`);
    const composer = rita.getByRole("textbox", { name: "Message #labelling" });
    await composer.fill("/toloka form");
    await composer.press("Enter");
    const { trigger_id } = await app.next("command");
    const part = (text: string, style?: object) => ({
      type: "text",
      text,
      ...(style && { style }),
    });
    const initial_value = {
      type: "rich_text",
      elements: [
        { type: "rich_text_section", elements: [part("Look at "), part("this", { bold: true })] },
      ],
    };
    const element = { type: "rich_text_input", action_id: "a", initial_value, max_lines: 4 };
    const block = { type: "input", block_id: "b", label: words("Why"), element };
    const view = { type: "modal", title: words("Form"), submit: words("Send"), blocks: [block] };
    await api("views.open", { trigger_id, view });
    const form = rita.getByRole("dialog", { name: "Form" });
    const field = form.getByRole("textbox", { name: "Why" });
    expect(await field.locator("strong").innerText()).toBe("this");
    await field.click();
    await rita.keyboard.press("Control+End");
    const bold = form.getByRole("button", { name: "Bold" });
    expect(await bold.getAttribute("aria-pressed")).toBe("true");
    await bold.click();
    await rita.keyboard.type(" `now` ");
    await form.getByRole("button", { name: "Link" }).click();
    await form.getByRole("textbox", { name: "Text" }).fill("the task");
    await form.getByRole("textbox", { name: "Link" }).fill("example.com/task");
    await rita.keyboard.press("Enter");
    await rita.keyboard.type(" please");
    await rita.keyboard.press("Control+a");
    await rita.keyboard.press("Control+Shift+x");
    await rita.keyboard.press("Control+z");
    await form.getByRole("button", { name: "Send" }).click();
    const sent = z.object({ view: z.object({ state: z.object({ values: z.unknown() }) }) });
    expect(sent.parse(await app.next("view_submission")).view.state.values).toEqual({
      b: {
        a: {
          type: "rich_text_input",
          rich_text_value: {
            type: "rich_text",
            elements: [
              {
                type: "rich_text_section",
                elements: [
                  ...(initial_value.elements[0]?.elements ?? []),
                  part(" "),
                  part("now", { code: true }),
                  part(" "),
                  { type: "link", url: "http://example.com/task", text: "the task" },
                  part(" please"),
                ],
              },
            ],
          },
        },
      },
    });
    expect(browser.complaints).toEqual([]);
  });
});
