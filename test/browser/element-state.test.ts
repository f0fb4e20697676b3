import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Browser, startBrowser } from "../support/browser.ts";
import { elementRows } from "../support/element-table.ts";
import { type Playground, startPlayground } from "../support/playground.ts";
import { startTinyApp, type TinyApp } from "../support/tiny-app.ts";

const submission = z.object({
  view: z.object({ state: z.object({ values: z.record(z.string(), z.unknown()) }) }),
});
const pressed = z.object({ state: z.object({ values: z.record(z.string(), z.unknown()) }) });

const nameOf = (row: number): string => `Row ${row + 1}: ${elementRows[row]?.type}`;
const expected = (state: "untouched" | "begun" | "touched") =>
  Object.fromEntries(
    elementRows.map((row, at) => [`b${at}`, { [`a${at}`]: { type: row.type, ...row[state] } }]),
  );

describe("what the page reports of every element, as Slack does", () => {
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

  const blocksOf = (isBegun: boolean) =>
    elementRows.map((row, at) => ({
      type: "input",
      block_id: `b${at}`,
      optional: true,
      label: { type: "plain_text", text: nameOf(at) },
      element: {
        type: row.type,
        action_id: `a${at}`,
        ...row.element,
        ...(isBegun ? row.initial : {}),
      },
    }));

  /** Opens a form with these blocks for rita, lets her act, sends it; answers what Slack delivered. */
  const submitted = async (blocks: object[], act: () => Promise<void> = async () => {}) => {
    const composer = rita.getByRole("textbox", { name: "Message #labelling" });
    await composer.fill("/toloka form");
    await composer.press("Enter");
    const { trigger_id } = await app.next("command");
    const words = (label: string) => ({ type: "plain_text", text: label });
    await playground.api("views.open", {
      trigger_id,
      view: { type: "modal", title: words("Table"), submit: words("Send"), blocks },
    });
    const form = rita.locator("dialog.modal");
    await form.getByRole("heading", { name: "Table" }).waitFor();
    await act();
    await form.locator("footer .primary").click();
    const { view } = submission.parse(await app.next("view_submission"));
    await form.waitFor({ state: "detached" });
    return view.state.values;
  };

  const fieldOf = (row: number) =>
    rita
      .locator("dialog.modal .input")
      .filter({ has: rita.locator(".label", { hasText: new RegExp(`^${nameOf(row)} `) }) });

  test("nobody touched it", async () => {
    expect(await submitted(blocksOf(false))).toEqual(expected("untouched"));
  });

  test("nobody touched it, and it had a value from the beginning", async () => {
    expect(await submitted(blocksOf(true))).toEqual(expected("begun"));
  });

  test("a person used it", async () => {
    const values = await submitted(blocksOf(false), async () => {
      for (const [at, row] of elementRows.entries()) await row.act(fieldOf(at), rita);
    });
    expect(values).toEqual(expected("touched"));
  });

  test("a file was chosen", async () => {
    const input = {
      type: "input",
      block_id: "b",
      optional: true,
      label: { type: "plain_text", text: "File" },
      element: { type: "file_input", action_id: "a", filetypes: ["csv"], max_files: 2 },
    };
    expect(await submitted([input])).toEqual({ b: { a: { type: "file_input", files: [] } } });
    const values = await submitted([input], async () => {
      await rita
        .locator("dialog.modal input[type=file]")
        .setInputFiles({ name: "shoes.csv", mimeType: "text/csv", buffer: Buffer.from("a\n1\n") });
      await rita.locator("dialog.modal .chip").getByText("shoes.csv").waitFor();
    });
    // Bolt's UploadedFile: the file as `files.info` tells it.
    expect(values).toEqual({
      b: {
        a: {
          type: "file_input",
          files: [
            expect.objectContaining({
              id: expect.stringMatching(/^F[A-Z0-9]+$/),
              name: "shoes.csv",
              title: expect.any(String),
              mimetype: "text/csv",
              filetype: "csv",
              size: 4,
              user: "U0RITA0001",
              mode: "hosted",
              created: expect.any(Number),
              timestamp: expect.any(Number),
              url_private: expect.stringMatching(/^http/),
              url_private_download: expect.stringMatching(/^http/),
              permalink: expect.stringMatching(/^http/),
            }),
          ],
        },
      },
    });
  });

  test("a message reports what its untouched elements held from the beginning", async () => {
    const rows = elementRows.flatMap((row, at) =>
      row.type === "static_select" || row.type === "datepicker" ? [{ row, at }] : [],
    );
    await playground.api("chat.postMessage", {
      channel: "C0LABELS01",
      text: "Choose",
      blocks: [
        {
          type: "actions",
          block_id: "acts",
          elements: [
            ...rows.map(({ row, at }) => ({
              ...{ type: row.type, action_id: `a${at}` },
              ...{ ...row.element, ...row.initial },
            })),
            { type: "button", action_id: "go", text: { type: "plain_text", text: "Go now" } },
          ],
        },
      ],
    });
    await rita.getByRole("button", { name: "Go now" }).click();
    const { state } = pressed.parse(await app.next("block_actions"));
    expect(state.values).toEqual({
      acts: Object.fromEntries(
        rows.map(({ row, at }) => [`a${at}`, { type: row.type, ...row.begun }]),
      ),
    });
  });
});
