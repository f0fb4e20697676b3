import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startHttpApp, type TestApp } from "./test-app.ts";
import { BOT_TOKEN, startTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

let workspace: TestWorkspace;
let app: TestApp;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  app = await startHttpApp(workspace, (bolt) => {
    bolt.command("/upload", async ({ ack, body, client }) => {
      await ack();
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: "modal",
          callback_id: "tasks",
          title: { type: "plain_text", text: "Tasks" },
          submit: { type: "plain_text", text: "Send" },
          blocks: [
            {
              type: "input",
              block_id: "file",
              label: { type: "plain_text", text: "File" },
              element: {
                type: "file_input",
                action_id: "files",
                filetypes: ["csv", "tsv"],
                max_files: 1,
              },
            },
          ],
        },
      });
    });
    bolt.view("tasks", async ({ ack }) => {
      await ack();
    });
  });
});
afterAll(async () => {
  await app.stop();
  await workspace.server.close();
});
beforeEach(() => workspace.control.reset());

describe("files", () => {
  test("a file goes up in three steps and stands in the thread", async () => {
    const { client, control } = workspace;
    const root = await client.chat.postMessage({ channel: "C0LABELS01", text: "root" });
    await client.files.uploadV2({
      channel_id: "C0LABELS01",
      thread_ts: root.ts ?? "",
      filename: "problems.csv",
      file: Buffer.from("row,problem\n14,empty\n"),
      initial_comment: "All problems",
    });
    const thread = await control.as("rita").thread("#labelling", root.ts ?? "");
    expect(thread.map(({ text, files }) => [text, files])).toEqual([
      ["root", []],
      [
        "All problems",
        [
          {
            id: expect.stringMatching(/^F/),
            name: "problems.csv",
            size: 21,
            content: "row,problem\n14,empty\n",
          },
        ],
      ],
    ]);
  });

  test("an upload of another length than announced is refused", async () => {
    const { client } = workspace;
    const announced = await client.files.getUploadURLExternal({ filename: "a.csv", length: 10 });
    const sent = await fetch(announced.upload_url ?? "", { method: "POST", body: "too short" });
    const id = announced.file_id ?? "";
    expect(sent.status).toBe(400);
    await expect(client.files.completeUploadExternal({ files: [{ id }] })).rejects.toMatchObject({
      data: { error: "file_not_found" },
    });
  });

  test("a file in a form is downloaded with the token; without it comes a login page with 200", async () => {
    const { control } = workspace;
    const rita = control.as("rita");
    const content = "INPUT:image\nhttps://example.com/1.jpg\n";
    const id = await rita.uploadFile("tasks.csv", content);
    await rita.uploadFile("tasks.exe", "x");
    await rita.command("#labelling", "/upload");
    await control.waitFor(() => rita.modal());
    await expect(rita.fill({ File: "tasks.exe" })).rejects.toMatchObject({ code: "file_type" });
    await rita.fill({ File: "tasks.csv" });
    await rita.submit();
    const info = await workspace.client.files.info({ file: id });
    const url = info.file?.url_private_download ?? "";
    const [submission] = (await control.entries("delivery")).slice(-1);
    const withToken = await fetch(url, { headers: { authorization: `Bearer ${BOT_TOKEN}` } });
    const without = await fetch(url);
    expect({
      state: submission?.payload.view,
      withToken: await withToken.text(),
      without: [without.status, without.headers.get("content-type")],
      page: (await without.text()).startsWith("<!DOCTYPE html>"),
      ledger: (await control.entries("download")).map(({ file, bearer }) => [file, bearer]),
    }).toEqual({
      state: expect.objectContaining({
        state: {
          values: {
            file: {
              files: {
                type: "file_input",
                files: [
                  expect.objectContaining({
                    id,
                    name: "tasks.csv",
                    filetype: "csv",
                    size: content.length,
                    url_private_download: url,
                  }),
                ],
              },
            },
          },
        },
      }),
      withToken: content,
      without: [200, "text/html; charset=UTF-8"],
      page: true,
      ledger: [
        [id, true],
        [id, false],
      ],
    });
  });
});
