import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askingBlocks, demoForm, textView } from "./demo-listeners.ts";
import { startHttpApp, type TestApp } from "./test-app.ts";
import { startTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

let workspace: TestWorkspace;
let app: TestApp;
let lastCommand: { trigger_id: string; response_url: string } | undefined;
let lastPress: { response_url: string } | undefined;

beforeAll(async () => {
  workspace = await startTestWorkspace();
  app = await startHttpApp(workspace, (bolt) => {
    bolt.command("/hold", async ({ ack, body }) => {
      lastCommand = body;
      await ack();
    });
    bolt.action("deny", async ({ ack, body }) => {
      if (body.type === "block_actions") lastPress = body;
      await ack();
    });
  });
});
afterAll(async () => {
  await app.stop();
  await workspace.server.close();
});

/** Lets rita run a command and returns what the app may use of it. */
async function heldCommand() {
  await workspace.control.as("rita").command("#labelling", "/hold");
  if (lastCommand === undefined) throw new Error("the app heard nothing");
  return lastCommand;
}

const open = (trigger_id: string) => workspace.client.views.open({ trigger_id, view: demoForm() });

async function respond(url: string, body: unknown): Promise<[number, string]> {
  const response = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  return [response.status, await response.text()];
}

describe("a trigger_id", () => {
  test("opens one view and no second one", async () => {
    const { trigger_id } = await heldCommand();
    await open(trigger_id);
    await expect(open(trigger_id)).rejects.toMatchObject({
      data: { error: "exchanged_trigger_id" },
    });
  });

  test("is dead after three seconds", async () => {
    const { trigger_id } = await heldCommand();
    await workspace.control.advance(3001);
    await expect(open(trigger_id)).rejects.toMatchObject({
      data: { error: "expired_trigger_id" },
    });
  });

  test("is not used up by a view that is refused", async () => {
    const { trigger_id } = await heldCommand();
    const bad = { ...demoForm(), private_metadata: "x".repeat(3001) };
    await expect(workspace.client.views.open({ trigger_id, view: bad })).rejects.toMatchObject({
      data: { error: "invalid_arguments" },
    });
    expect((await open(trigger_id)).ok).toBe(true);
  });
});

describe("an open view", () => {
  test("keeps what was typed across an update where the ids stay, and takes the rest anew", async () => {
    const rita = workspace.control.as("rita");
    const { trigger_id } = await heldCommand();
    const opened = await open(trigger_id);
    await rita.fill({ Name: "kept" });
    const form = demoForm("Order 2");
    await workspace.client.views.update({ view_id: opened.view?.id ?? "", view: form });
    const modal = await rita.modal();
    expect([modal?.title, modal?.fields.map(({ value }) => value)]).toEqual([
      "Order 2",
      ["kept", "0.02", null, null],
    ]);
  });

  test("is updated only with the right hash", async () => {
    const { trigger_id } = await heldCommand();
    const opened = await open(trigger_id);
    const view_id = opened.view?.id ?? "";
    const hash = opened.view?.hash ?? "";
    const view = textView("New", "new");
    await workspace.client.views.update({ view_id, hash, view });
    await expect(workspace.client.views.update({ view_id, hash, view })).rejects.toMatchObject({
      data: { error: "hash_conflict" },
    });
  });

  test("has an external_id that no other view may take, and is found by it", async () => {
    const view = { ...demoForm(), external_id: "only-one" };
    const client = workspace.client;
    const first = await heldCommand();
    await client.views.open({ trigger_id: first.trigger_id, view });
    await workspace.control.as("alan").command("#labelling", "/hold");
    const trigger_id = lastCommand?.trigger_id ?? "";
    await expect(client.views.open({ trigger_id, view })).rejects.toMatchObject({
      data: { error: "duplicate_external_id" },
    });
    const found = await client.views.update({ external_id: "only-one", view });
    expect(found.view?.external_id).toBe("only-one");
  });
});

describe("a response_url", () => {
  test("serves five times", async () => {
    const { response_url } = await heldCommand();
    const answers: [number, string][] = [];
    for (let use = 1; use <= 6; use += 1) {
      answers.push(await respond(response_url, { text: `answer ${use}` }));
    }
    expect(answers.slice(3)).toEqual([
      [200, "ok"],
      [200, "ok"],
      [404, '{"ok":false,"error":"used_url"}'],
    ]);
  });

  test("serves for thirty minutes", async () => {
    const { response_url } = await heldCommand();
    await workspace.control.advance(30 * 60_000 + 1);
    expect(await respond(response_url, { text: "late" })).toEqual([
      404,
      '{"ok":false,"error":"expired_url"}',
    ]);
  });

  test("refuses invalid blocks", async () => {
    const { response_url } = await heldCommand();
    const [status, body] = await respond(response_url, { blocks: [{ type: "nonsense" }] });
    expect([status, body]).toEqual([400, '{"ok":false,"error":"invalid_blocks"}']);
  });

  test("changes and deletes the private message whose button was pressed", async () => {
    await workspace.control.reset();
    const rita = workspace.control.as("rita");
    const { response_url } = await heldCommand();
    await respond(response_url, { text: "private", blocks: askingBlocks });
    await rita.press("Deny");
    const url = lastPress?.response_url ?? "";
    await respond(url, { replace_original: true, text: "replaced" });
    const replaced = (await rita.messages("#labelling")).map(({ text, ephemeral }) => [
      text,
      ephemeral,
    ]);
    await respond(url, { delete_original: true });
    expect([replaced, await rita.messages("#labelling")]).toEqual([[["replaced", true]], []]);
  });
});
