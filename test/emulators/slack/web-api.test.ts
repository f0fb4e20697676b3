import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { unrestrictedManifest } from "../../../emulators/slack/manifest.ts";
import { askingBlocks, demoForm } from "./demo-listeners.ts";
import { startTestWorkspace, type TestWorkspace, webClient } from "./test-workspace.ts";

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(() => workspace.server.close());
beforeEach(() => workspace.control.reset());

/** The error of a Web API call, with its extra fields; null when the call went through. */
async function errorOf(
  method: string,
  args: Record<string, unknown>,
  client = workspace.client,
): Promise<Record<string, unknown> | null> {
  try {
    await client.apiCall(method, args);
    return null;
  } catch (error) {
    const data = error instanceof Error && "data" in error ? error.data : undefined;
    if (typeof data !== "object" || data === null) throw error;
    const {
      ok: _ok,
      response_metadata: _metadata,
      ...rest
    } = { response_metadata: {}, ok: false, ...data };
    return rest;
  }
}

const LABELLING = "C0LABELS01";
const OLD_TS = "1700000000.000001";

describe("the Web API refuses what Slack refuses", () => {
  test.each([
    ["chat.postMessage", { text: "x" }, "invalid_arguments"],
    ["chat.postMessage", { channel: "C0NOWHERE1", text: "x" }, "channel_not_found"],
    ["chat.postMessage", { channel: "C0SECRET01", text: "x" }, "channel_not_found"],
    ["chat.postMessage", { channel: "C0GENERAL1", text: "x" }, "not_in_channel"],
    ["chat.postMessage", { channel: "U0DORA0001", text: "x" }, "channel_not_found"],
    ["chat.postMessage", { channel: LABELLING }, "no_text"],
    ["chat.postMessage", { channel: LABELLING, text: "x".repeat(40_001) }, "msg_too_long"],
    ["chat.postMessage", { channel: LABELLING, blocks: "[{" }, "invalid_blocks_format"],
    ["chat.postMessage", { channel: LABELLING, text: "x", thread_ts: OLD_TS }, "thread_not_found"],
    [
      "chat.postMessage",
      { channel: LABELLING, text: "x", thread_ts: "yesterday" },
      "invalid_thread_ts",
    ],
    ["chat.postMessage", { channel: LABELLING, text: "x", username: "me" }, "missing_scope"],
    ["chat.update", { channel: LABELLING, ts: OLD_TS, text: "x" }, "message_not_found"],
    ["chat.delete", { channel: LABELLING, ts: OLD_TS }, "message_not_found"],
    ["chat.postEphemeral", { channel: LABELLING, user: "U0NOBODY01", text: "x" }, "user_not_found"],
    [
      "chat.postEphemeral",
      { channel: "C0PRIVATE1", user: "U0OMAR0001", text: "x" },
      "user_not_in_channel",
    ],
    ["conversations.info", { channel: "C0SECRET01" }, "channel_not_found"],
    ["conversations.open", { users: "U0DORA0001" }, "user_disabled"],
    ["conversations.open", { users: "U0BOBOT001" }, "cannot_dm_bot"],
    ["conversations.replies", { channel: LABELLING, ts: OLD_TS }, "thread_not_found"],
    ["users.info", { user: "U0NOBODY01" }, "user_not_found"],
    ["usergroups.users.list", { usergroup: "S0NOWHERE1" }, "no_such_subteam"],
    ["views.open", { trigger_id: "1.2.3", view: demoForm() }, "invalid_trigger_id"],
    ["views.update", { view_id: "V0NOWHERE1", view: demoForm() }, "not_found"],
    ["files.info", { file: "F0NOWHERE1" }, "file_not_found"],
    ["apps.connections.open", {}, "not_allowed_token_type"],
    ["no.such.method", {}, "unknown_method"],
  ])("%s with %j answers %s", async (method, args, error) => {
    expect((await errorOf(method, args))?.error).toBe(error);
  });

  test("a wrong token and no token are told apart", async () => {
    const { server } = workspace;
    const bare = await fetch(`${server.api}auth.test`, { method: "POST" });
    expect([
      await errorOf("auth.test", {}, webClient(server, "xoxb-other")),
      await bare.json(),
    ]).toEqual([{ error: "invalid_auth" }, { ok: false, error: "not_authed" }]);
  });

  test("a scope that the manifest does not ask for is named with those it has", async () => {
    const narrow = await startTestWorkspace({
      manifest: { ...unrestrictedManifest, scopes: ["chat:write", "commands"] },
    });
    const refused = await errorOf("users.info", { user: "U0RITA0001" }, narrow.client);
    const allowed = await narrow.client.chat.postMessage({ channel: LABELLING, text: "x" });
    await narrow.server.close();
    expect([refused, allowed.response_metadata?.scopes]).toEqual([
      { error: "missing_scope", needed: "users:read", provided: "chat:write,commands" },
      ["chat:write", "commands"],
    ]);
  });

  test("a view with a title that is too long is refused with a JSON pointer", async () => {
    const refused = workspace.client.views.open({
      trigger_id: "1.2.3",
      view: demoForm("A title of far more than 24 characters"),
    });
    await expect(refused).rejects.toMatchObject({
      data: {
        error: "invalid_arguments",
        response_metadata: {
          messages: [expect.stringContaining("[json-pointer:/view/title/text]")],
        },
      },
    });
    expect((await workspace.control.state()).judged.refused).toBeGreaterThan(0);
  });

  test("someone else's message cannot be updated, and nothing is posted into an archive", async () => {
    const { control } = workspace;
    const ts = await control.as("omar").post("#labelling", "mine");
    const update = await errorOf("chat.update", { channel: LABELLING, ts, text: "x" });
    await control.archive("#labelling");
    const post = await errorOf("chat.postMessage", { channel: LABELLING, text: "x" });
    expect([update, post]).toEqual([{ error: "cant_update_message" }, { error: "is_archived" }]);
  });

  test("user groups can be made to need another plan", async () => {
    await workspace.control.settings({ userGroupsNeedUpgrade: true });
    const refused = await errorOf("usergroups.users.list", { usergroup: "S0LEADS001" });
    await workspace.control.settings({ userGroupsNeedUpgrade: false });
    const users = await workspace.client.usergroups.users.list({ usergroup: "S0LEADS001" });
    expect([refused, users.users]).toEqual([
      { error: "plan_upgrade_required" },
      ["U0ALAN0001", "U0ANNA0001", "U0LENA0001"],
    ]);
  });
});

describe("the Web API keeps what it was given", () => {
  test("a thread is read back with its metadata only when it is asked for", async () => {
    const { client } = workspace;
    const metadata = { event_type: "run_card", event_payload: { run: "REQ-1" } };
    const root = await client.chat.postMessage({
      channel: LABELLING,
      text: "a <b> & c",
      blocks: askingBlocks,
      metadata,
    });
    const ts = root.ts ?? "";
    await client.chat.postMessage({ channel: LABELLING, thread_ts: ts, text: "reply" });
    const withAll = await client.conversations.replies({
      channel: LABELLING,
      ts,
      include_all_metadata: true,
    });
    const without = await client.conversations.replies({ channel: LABELLING, ts });
    const [first, second] = withAll.messages ?? [];
    expect({
      root: [first?.text, first?.metadata, first?.reply_count, first?.user, first?.bot_id],
      reply: [second?.text, second?.thread_ts, second?.parent_user_id],
      withoutMetadata: without.messages?.[0]?.metadata,
    }).toEqual({
      root: ["a <b> & c", metadata, 1, "U0LIFEBOT", "B0LIFEGRD"],
      reply: ["reply", ts, "U0LIFEBOT"],
      withoutMetadata: undefined,
    });
  });

  test("an ephemeral message is seen by one person and cannot be read, changed or answered", async () => {
    const { client, control } = workspace;
    const sent = await client.chat.postEphemeral({
      channel: LABELLING,
      user: "U0RITA0001",
      text: "psst",
    });
    const ts = sent.message_ts ?? "";
    const seen = async (name: string) =>
      (await control.as(name).messages("#labelling")).map(({ text }) => text);
    const history = await client.conversations.history({ channel: LABELLING });
    expect([
      await seen("rita"),
      await seen("alan"),
      history.messages,
      await errorOf("chat.update", { channel: LABELLING, ts, text: "x" }),
      await errorOf("chat.postMessage", { channel: LABELLING, thread_ts: ts, text: "x" }),
    ]).toEqual([["psst"], [], [], { error: "message_not_found" }, { error: "thread_not_found" }]);
  });

  test("a message for a person's id lands in the direct message with that person", async () => {
    const { client, control } = workspace;
    const sent = await client.chat.postMessage({ channel: "U0ALAN0001", text: "for you" });
    const opened = await client.conversations.open({ users: "U0ALAN0001" });
    expect([
      opened.channel?.id === sent.channel,
      (await control.as("alan").dm()).map(({ text }) => text),
      await control.as("rita").dm(),
    ]).toEqual([true, ["for you"], []]);
  });

  test("people of all kinds are told apart", async () => {
    const kinds = await Promise.all(
      ["U0RITA0001", "U0GUS00001", "U0UNA00001", "U0SID00001", "U0BOBOT001", "U0DORA0001"].map(
        async (user) => (await workspace.client.users.info({ user })).user,
      ),
    );
    expect(
      kinds.map((user) => [
        user?.name,
        user?.team_id,
        user?.is_restricted ?? false,
        user?.is_ultra_restricted ?? false,
        user?.is_stranger ?? false,
        user?.is_bot,
        user?.deleted,
      ]),
    ).toEqual([
      ["rita", "T0LIFEGRD", false, false, false, false, false],
      ["gus", "T0LIFEGRD", true, false, false, false, false],
      ["una", "T0LIFEGRD", true, true, false, false, false],
      ["sid", "T0OTHERORG", false, false, true, false, false],
      ["bo", "T0LIFEGRD", false, false, false, true, false],
      ["dora", "T0LIFEGRD", false, false, false, false, true],
    ]);
  });

  test("lists are read by pages", async () => {
    const sizes: (number | undefined)[] = [];
    let cursor = "";
    do {
      const page = await workspace.client.users.list({ limit: 4, cursor });
      sizes.push(page.members?.length);
      cursor = page.response_metadata?.next_cursor ?? "";
    } while (cursor !== "");
    expect(sizes).toEqual([4, 4, 2]);
  });
});
