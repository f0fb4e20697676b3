import type { types } from "@slack/bolt";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startHttpApp, type TestApp } from "./test-app.ts";
import { startTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

let workspace: TestWorkspace;
let app: TestApp;

const plain = (text: string): types.PlainTextElement => ({ type: "plain_text", text });
const kinds = ["CSV", "JSON"].map((name) => ({ text: plain(name), value: name.toLowerCase() }));

const liveBlocks: types.KnownBlock[] = [
  {
    type: "input",
    block_id: "when",
    dispatch_action: true,
    label: plain("Closes"),
    element: { type: "datetimepicker", action_id: "live" },
  },
  {
    type: "section",
    block_id: "kind",
    text: plain("Kind of file"),
    accessory: { type: "static_select", action_id: "live", options: kinds },
  },
];

const homeBlocks: types.KnownBlock[] = [
  {
    type: "actions",
    block_id: "home",
    elements: [
      { type: "button", action_id: "live", text: plain("New run") },
      { type: "overflow", action_id: "live_more", options: kinds },
    ],
  },
];

beforeAll(async () => {
  workspace = await startTestWorkspace();
  app = await startHttpApp(workspace, (bolt) => {
    bolt.command("/live", async ({ ack, body, client }) => {
      await ack();
      const view: types.ModalView = {
        type: "modal",
        title: plain("Live"),
        submit: plain("Go"),
        blocks: liveBlocks,
      };
      await client.views.open({ trigger_id: body.trigger_id, view });
      await client.views.publish({
        user_id: body.user_id,
        view: { type: "home", blocks: homeBlocks },
      });
    });
    bolt.action(/^live/, async ({ ack }) => {
      await ack();
    });
  });
});
afterAll(async () => {
  await app.stop();
  await workspace.server.close();
});
beforeEach(() => workspace.control.reset());

/** Opens the modal as rita and returns her. */
async function openLive() {
  const rita = workspace.control.as("rita");
  await rita.command("#labelling", "/live");
  await workspace.control.waitFor(async () => (await rita.home()) !== null);
  return rita;
}

async function lastPayload() {
  return (await workspace.control.entries("delivery")).at(-1)?.payload;
}

describe("elements that tell the app at once", () => {
  test("a choice outside of an input is sent with the state of the whole view", async () => {
    const rita = await openLive();
    const closes = new Date("2026-11-30T17:00:00Z");
    const sent = await rita.fill({ Closes: closes, "Kind of file": "JSON" });
    const payload = await lastPayload();
    const option = { text: plain("JSON"), value: "json" };
    expect({
      statuses: sent.map(({ status }) => status),
      container: payload?.container,
      actions: payload?.actions,
      view: payload?.view,
      responseUrl: payload?.response_url,
    }).toEqual({
      statuses: ["acked", "acked"],
      container: { type: "view", view_id: expect.stringMatching(/^V/) },
      actions: [
        {
          type: "static_select",
          action_id: "live",
          block_id: "kind",
          selected_option: option,
          action_ts: expect.any(String),
        },
      ],
      view: expect.objectContaining({
        state: {
          values: {
            when: { live: { type: "datetimepicker", selected_date_time: closes.getTime() / 1000 } },
            kind: { live: { type: "static_select", selected_option: option } },
          },
        },
      }),
      responseUrl: undefined,
    });
  });

  test("buttons and menu entries of the Home tab are pressed by their text", async () => {
    const rita = await openLive();
    const button = await rita.press("New run", { in: "home" });
    const entry = await rita.press("CSV", { in: "home" });
    expect([button.status, entry.status, (await lastPayload())?.actions]).toEqual([
      "acked",
      "acked",
      [
        {
          type: "overflow",
          action_id: "live_more",
          block_id: "home",
          selected_option: kinds[0],
          action_ts: expect.any(String),
        },
      ],
    ]);
  });

  test("a button that nobody can see is refused with those that are there", async () => {
    const rita = await openLive();
    await expect(rita.press("Delete", { in: "home" })).rejects.toMatchObject({
      message: 'No button says "Delete". There are: New run, CSV, JSON',
    });
  });
});
