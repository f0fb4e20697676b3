import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Browser, startBrowser } from "../support/browser.ts";
import { type Playground, startPlayground } from "../support/playground.ts";

const viewsAnswer = z.object({
  modals: z.array(z.looseObject({ id: z.string(), blocks: z.array(z.unknown()) })),
});

describe("the workspace in two windows", () => {
  let playground: Playground;
  let browser: Browser;
  let rita: Page;
  let alan: Page;
  beforeAll(async () => {
    [playground, browser] = await Promise.all([startPlayground(), startBrowser()]);
    [rita, alan] = await Promise.all(
      ["rita", "alan"].map((name) => browser.open(`${playground.url}/?as=${name}`)),
    ).then(([first, second]) => {
      if (first === undefined || second === undefined) throw new Error("no window was opened");
      return [first, second] as const;
    });
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const write = async (page: Page, box: string, text: string): Promise<void> => {
    const composer = page.getByRole("textbox", { name: box });
    await composer.fill(text);
    await composer.press("Enter");
  };

  test("what one writes the other reads, and answers in a thread", async () => {
    await write(rita, "Message #labelling", "who can look at this?");
    const message = alan.locator("article.message").filter({ hasText: "who can look at this?" });
    await message.hover();
    await message.getByRole("button", { name: "Reply in thread" }).click();
    await write(alan, "Reply", "I can");
    await rita.getByRole("button", { name: /1 reply/ }).click();
    const thread = rita.getByRole("complementary", { name: "Thread" });
    await thread.getByText("I can").waitFor();
    expect(await thread.locator("article.message").count()).toBe(2);
  });

  test("a message elsewhere is marked as unread until it is opened", async () => {
    await playground.slack.as("rita").post("#general", "look here");
    const general = alan.getByRole("button", { name: /general.*1 unread/ });
    await general.click();
    await alan.getByText("look here").waitFor();
    await general.waitFor({ state: "detached" });
    expect(await alan.getByRole("heading", { level: 1 }).innerText()).toBe("#general");
  });

  test("what is typed into a form stays when the app changes the form meanwhile", async () => {
    await write(rita, "Message #labelling", "/toloka new run");
    const form = rita.locator("dialog.modal");
    await form.getByRole("heading", { name: "New run", exact: true }).waitFor();
    await form.locator("footer .primary").click();
    await form.getByRole("heading", { name: "New run: project" }).waitFor();
    const name = form.getByRole("textbox", { name: "Name for workers" });
    await name.fill("Which shoes?");
    await expect
      .poll(async () =>
        (await playground.slack.as("rita").modal())?.fields.map(({ value }) => value),
      )
      .toContain("Which shoes?");

    const answer = await fetch(`${playground.url}/slack/_control/page/rita/views`);
    const [view] = viewsAnswer.parse(await answer.json()).modals;
    const added = { type: "section", text: { type: "mrkdwn", text: "Somebody looks at it." } };
    const updated = await playground.api("views.update", {
      view_id: view?.id,
      view: {
        ...{ type: "modal", title: view?.title, submit: view?.submit, close: view?.close },
        ...{ callback_id: view?.callback_id, private_metadata: view?.private_metadata },
        blocks: [added, ...(view?.blocks ?? [])],
      },
    });
    expect(updated).toMatchObject({ ok: true });
    await form.getByText("Somebody looks at it.").waitFor();
    expect(await name.inputValue()).toBe("Which shoes?");
    await rita.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
  });

  test("a guest's window has the guest's channels only", async () => {
    const gus = await browser.open(`${playground.url}/?as=gus`);
    const channels = gus.getByRole("navigation", { name: "Conversations" });
    await channels.getByRole("button", { name: "labelling", exact: true }).waitFor();
    expect(await channels.getByText("private-labels").count()).toBe(0);
    expect(browser.complaints).toEqual([]);
  });
});
