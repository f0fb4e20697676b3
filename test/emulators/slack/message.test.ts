import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { askingBlocks } from "./demo-listeners.ts";
import { startHttpApp, type TestApp } from "./test-app.ts";
import { startTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

let workspace: TestWorkspace;
let app: TestApp;
const heard: Record<string, unknown>[] = [];

beforeAll(async () => {
  workspace = await startTestWorkspace();
  app = await startHttpApp(workspace, (bolt) => {
    bolt.command("/ask", async ({ ack, say }) => {
      await ack();
      await say({ text: "A request", blocks: askingBlocks });
    });
    bolt.command("/echo", async ({ ack, command }) => {
      await ack(command.text);
    });
    bolt.command("/loud", async ({ ack, command }) => {
      await ack({ response_type: "in_channel", text: command.text });
    });
    bolt.action("approve", async ({ ack, body, client }) => {
      await ack();
      heard.push({ ...body });
      if (body.type !== "block_actions" || body.message === undefined) return;
      await client.chat.update({
        channel: body.channel?.id ?? "",
        ts: body.message.ts,
        text: `Approved by <@${body.user.id}>`,
        blocks: [],
      });
    });
    bolt.action("deny", async ({ ack }) => {
      await ack();
    });
  });
});
afterAll(async () => {
  await app.stop();
  await workspace.server.close();
});
beforeEach(async () => {
  heard.length = 0;
  await workspace.control.reset();
});

/** Lets rita ask in #labelling and returns the message as alan sees it. */
async function asked() {
  const { control } = workspace;
  await control.as("rita").command("#labelling", "/ask");
  return await control.waitFor(async () =>
    (await control.as("alan").messages("#labelling")).find(({ buttons }) => buttons.length > 0),
  );
}

describe("messages and buttons", () => {
  test("a message is read with mentions and buttons as a person sees them", async () => {
    const message = await asked();
    expect({ from: message.from, text: message.text, buttons: message.buttons }).toEqual({
      from: "lifeguard",
      text: "*Open* pool 4711 for @rita?\n[Approve] [Deny]",
      buttons: [
        {
          text: "Approve",
          actionId: "approve",
          blockId: "vote",
          style: "primary",
          url: null,
          value: "v1",
          confirm: {
            title: "Spend 0.04?",
            text: "This opens the pool.",
            confirm: "Open it",
            deny: "Back",
          },
        },
        {
          text: "Deny",
          actionId: "deny",
          blockId: "vote",
          style: null,
          url: null,
          value: "v2",
          confirm: null,
        },
      ],
    });
  });

  test("a press that is not confirmed sends nothing", async () => {
    await asked();
    const result = await workspace.control.as("alan").press("Approve", { confirm: false });
    expect([result.sent, result.reason, result.confirm?.text, heard]).toEqual([
      false,
      "cancelled",
      "This opens the pool.",
      [],
    ]);
  });

  test("a confirmed press reaches the app in Slack's form, and the app edits the message", async () => {
    const message = await asked();
    const alan = workspace.control.as("alan");
    await alan.press("Approve");
    const edited = await workspace.control.waitFor(async () =>
      (await alan.messages("#labelling")).find(({ ts, edited: done }) => ts === message.ts && done),
    );
    const [body] = heard;
    expect({
      edited: [edited.text, edited.buttons],
      container: body?.container,
      channel: body?.channel,
      actions: body?.actions,
      state: body?.state,
    }).toEqual({
      edited: ["Approved by @alan", []],
      container: {
        type: "message",
        message_ts: message.ts,
        channel_id: "C0LABELS01",
        is_ephemeral: false,
      },
      channel: { id: "C0LABELS01", name: "labelling" },
      actions: [
        {
          type: "button",
          action_id: "approve",
          block_id: "vote",
          text: { type: "plain_text", text: "Approve" },
          value: "v1",
          style: "primary",
          confirm: expect.anything(),
          action_ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
        },
      ],
      state: { values: {} },
    });
  });

  test("an answer in the acknowledgement is private unless it says in_channel", async () => {
    const { control } = workspace;
    await control.as("rita").command("#labelling", "/echo only   for me");
    await control.as("rita").command("#labelling", "/loud for all");
    const texts = async (name: string) =>
      (await control.as(name).messages("#labelling")).map(({ text, ephemeral }) => [
        text,
        ephemeral,
      ]);
    expect([await texts("rita"), await texts("alan")]).toEqual([
      [
        ["only   for me", true],
        ["for all", false],
      ],
      [["for all", false]],
    ]);
  });

  test("a command that the app does not answer within its time leaves a note for the person only", async () => {
    const { control } = workspace;
    await control.settings({ ackTimeoutMs: 100 });
    const result = await control.as("rita").command("#labelling", "/silent");
    await control.settings({ ackTimeoutMs: 3000 });
    expect([
      result.status,
      (await control.as("rita").messages("#labelling")).map(({ from, text }) => [from, text]),
      await control.as("alan").messages("#labelling"),
    ]).toEqual([
      "timeout",
      [["slackbot", '/silent failed with the error "operation_timeout"']],
      [],
    ]);
  });

  test("dates are shown in the reader's own time zone", async () => {
    const { control, client } = workspace;
    await client.chat.postMessage({
      channel: "C0LABELS01",
      text: "Closes <!date^1795708800^{date_num} {time}|Fri 16:00 UTC>, tell <!subteam^S0LEADS001> &amp; <#C0GENERAL1> &lt;@U0ALAN0001&gt;",
    });
    const read = async (name: string) => (await control.as(name).messages("#labelling"))[0]?.text;
    expect([await read("rita"), await read("anna")]).toEqual([
      "Closes 2026-11-26 5:00 PM, tell @label-leads & #general <@U0ALAN0001>",
      "Closes 2026-11-26 11:00 AM, tell @label-leads & #general <@U0ALAN0001>",
    ]);
  });
});
