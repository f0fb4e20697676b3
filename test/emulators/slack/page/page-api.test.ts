import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { registerForm } from "../demo-listeners.ts";
import { startHttpApp, type TestApp } from "../test-app.ts";
import { startTestWorkspace, type TestWorkspace } from "../test-workspace.ts";

const values = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })));
const view = z.looseObject({
  id: z.string(),
  hash: z.string(),
  state: z.object({ values }),
  errors: z.record(z.string(), z.string()),
});
const viewsAnswer = z.object({ modals: z.array(view) });
const workspaceAnswer = z.object({
  channels: z.array(z.object({ id: z.string(), name: z.string(), unread: z.number() })),
});

const messagesAnswer = z.object({
  messages: z.array(z.looseObject({ ts: z.string(), is_ephemeral: z.boolean() })),
});

describe("the workspace for a page", () => {
  let workspace: TestWorkspace;
  let app: TestApp;
  beforeAll(async () => {
    workspace = await startTestWorkspace();
    app = await startHttpApp(workspace, registerForm);
  });
  beforeEach(() => workspace.control.reset());
  afterAll(async () => {
    await app.stop();
    await workspace.server.close();
  });

  const at = (path: string): string => `${workspace.server.url}/_control/page/${path}`;
  const read = async (path: string): Promise<unknown> => (await fetch(at(path))).json();
  const send = async (path: string, body: object): Promise<{ status: number; answer: unknown }> => {
    const response = await fetch(at(path), { method: "POST", body: JSON.stringify(body) });
    return { status: response.status, answer: await response.json() };
  };
  const channelsOf = async (who: string) =>
    workspaceAnswer.parse(await read(`${who}/workspace`)).channels;
  const openForm = async (): Promise<z.infer<typeof view>> => {
    const rita = workspace.control.as("rita");
    await rita.command("#labelling", "/demo now");
    await workspace.control.waitFor(async () => (await rita.modal())?.title === "Order");
    const [found] = viewsAnswer.parse(await read("rita/views")).modals;
    if (found === undefined) throw new Error("no form is open");
    return found;
  };
  const change = (viewId: string, blockId: string, actionId: string, state: object) =>
    send("rita/element", {
      ...{ in: { kind: "view", viewId }, blockId, actionId, state, dispatch: false },
    });

  test("a form has Slack's state from the start, and keeps what is typed in that form", async () => {
    const form = await openForm();
    expect(form.state.values).toEqual({
      name: { text: { type: "plain_text_input", value: null } },
      price: { number: { type: "number_input", value: "0.02" } },
      adult: { choice: { type: "radio_buttons", selected_option: null } },
      project: { search: { type: "external_select", selected_option: null } },
    });
    const typed = { type: "plain_text_input", value: "shoes" };
    expect((await change(form.id, "name", "text", typed)).status).toBe(200);
    const [after] = viewsAnswer.parse(await read("rita/views")).modals;
    expect(after?.state.values.name?.text).toEqual(typed);
  });

  test.each([
    ["name", "text", { type: "number_input", value: "1" }],
    ["name", "text", { type: "plain_text_input", value: 5 }],
    ["name", "text", { type: "plain_text_input" }],
    ["adult", "choice", { type: "radio_buttons", selected_option: { value: "perhaps" } }],
    ["adult", "choice", { type: "radio_buttons" }],
    ["project", "search", { type: "external_select", selected_option: { value: "1" } }],
  ])(
    "a state at %s/%s that no client of Slack has is a bad request: %j",
    async (block, action, state) => {
      const form = await openForm();
      const { status, answer } = await change(form.id, block, action, state);
      expect({ status, answer }).toMatchObject({ status: 400, answer: { error: "bad_state" } });
      const [after] = viewsAnswer.parse(await read("rita/views")).modals;
      expect(after?.state.values).toEqual(form.state.values);
    },
  );

  test("what a person cannot enter, and a form that is gone, are refused in words", async () => {
    const form = await openForm();
    const long = { type: "plain_text_input", value: "x".repeat(21) };
    expect(await change(form.id, "name", "text", long)).toMatchObject({
      status: 422,
      answer: { error: "too_long" },
    });
    await workspace.control.as("rita").close();
    const typed = { type: "plain_text_input", value: "shoes" };
    expect(await change(form.id, "name", "text", typed)).toMatchObject({
      status: 422,
      answer: { error: "no_such_view" },
    });
  });

  test("a press reaches the app with the state, and its view is put on top", async () => {
    const form = await openForm();
    await change(form.id, "name", "text", { type: "plain_text_input", value: "shoes" });
    const pressed = await send("rita/element", {
      ...{ in: { kind: "view", viewId: form.id }, blockId: "more", actionId: "deeper" },
      ...{ state: { type: "button" }, dispatch: true },
    });
    expect(pressed.answer).toMatchObject({ status: "acked", sent: true });
    await workspace.control.waitFor(
      async () => viewsAnswer.parse(await read("rita/views")).modals.length === 2,
    );
    const delivery = (await workspace.control.entries("delivery")).at(-1);
    expect(delivery?.payload).toMatchObject({
      type: "block_actions",
      actions: [{ type: "button", block_id: "more", action_id: "deeper", value: "d" }],
      view: { state: { values: { name: { text: { value: "shoes" } } } } },
    });
  });

  test("a press on what the app has just replaced is taken as its client drew it; an input is not", async () => {
    const publish = (blockId: string) =>
      workspace.client.views.publish({
        user_id: "U0RITA0001",
        view: {
          type: "home",
          blocks: [{ type: "actions", block_id: blockId, elements: [button] }],
        },
      });
    const button = {
      ...{ type: "button" as const, action_id: "go", value: "first" },
      text: { type: "plain_text" as const, text: "Go" },
    };
    await publish("before");
    const { home } = z.object({ home: view }).parse(await read("rita/views"));
    await publish("after");
    const use = (element: object | undefined) =>
      send("rita/element", {
        ...{ in: { kind: "view", viewId: home.id }, blockId: "before", actionId: "go", element },
        ...{ state: { type: "button" }, dispatch: true },
      });
    expect(await use(undefined)).toMatchObject({ answer: { error: "no_such_element" } });
    expect(await use({ type: "plain_text_input", action_id: "go" })).toMatchObject({
      answer: { error: "no_such_element" },
    });
    expect((await use(button)).answer).toMatchObject({ sent: true });
    expect((await workspace.control.entries("delivery")).at(-1)?.payload).toMatchObject({
      type: "block_actions",
      actions: [{ type: "button", block_id: "before", action_id: "go", value: "first" }],
    });
  });

  test("a file is downloaded by those who see where it is shared", async () => {
    const id = await workspace.control
      .as("rita")
      .uploadFile("a b.csv", "url\n", { channel: "#private-labels" });
    const own = await fetch(at(`alan/files/${id}`));
    expect(own.headers.get("content-disposition")).toContain("a%20b.csv");
    expect(await own.text()).toBe("url\n");
    expect((await fetch(at(`omar/files/${id}`))).status).toBe(422);
  });

  test("guests and people from outside see their own conversations only", async () => {
    const names = async (who: string) => (await channelsOf(who)).map(({ name }) => name).toSorted();
    expect(await names("rita")).toEqual([
      ...["general", "labelling", "lifeguard", "private-labels", "secret"],
    ]);
    expect(await names("omar")).toEqual(["general", "labelling", "lifeguard"]);
    expect(await names("sid")).toEqual(["labelling", "lifeguard"]);
    expect(await read("sid/messages?channel=general")).toMatchObject({ error: "no_such_channel" });
  });

  test("a message for one person is dismissed by that person alone, and counts as unread for nobody", async () => {
    const whisper = { channel: "C0LABELS01", user: "U0RITA0001", text: "for you alone" };
    await workspace.client.chat.postEphemeral(whisper);
    const mine = async (who: string) =>
      messagesAnswer
        .parse(await read(`${who}/messages?channel=labelling`))
        .messages.filter(({ is_ephemeral }) => is_ephemeral);
    const where = { channel: "labelling", ts: (await mine("rita"))[0]?.ts };
    const labelling = (await channelsOf("rita")).find(({ name }) => name === "labelling");
    expect(labelling?.unread).toBe(0);
    expect((await send("alan/dismiss", where)).answer).toMatchObject({ error: "no_such_message" });
    expect((await send("rita/dismiss", where)).status).toBe(200);
    expect(await mine("rita")).toEqual([]);
    await workspace.control.as("rita").post("#labelling", "for everybody");
    const all = messagesAnswer.parse(await read("rita/messages?channel=labelling")).messages;
    const posted = { channel: "labelling", ts: all.at(-1)?.ts };
    expect((await send("rita/dismiss", posted)).answer).toMatchObject({ error: "not_ephemeral" });
  });

  test("others' messages are unread until they are marked as read", async () => {
    const unreadOf = async (who: string) =>
      (await channelsOf(who)).find(({ name }) => name === "labelling")?.unread;
    const ts = await workspace.control.as("rita").post("#labelling", "hello");
    expect([await unreadOf("alan"), await unreadOf("rita")]).toEqual([1, 0]);
    await send("alan/read", { channel: "C0LABELS01", ts });
    expect(await unreadOf("alan")).toBe(0);
  });

  test("a watcher hears of what others post", async () => {
    const stop = new AbortController();
    const stream = await fetch(at("events"), { signal: stop.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toMatch(/^data: \{"ledger":\d+\}/);
    await workspace.control.as("rita").post("#labelling", "news");
    expect((await reader?.read())?.value).toMatch(/^data: \{"ledger":\d+\}/);
    stop.abort();
  });
});
