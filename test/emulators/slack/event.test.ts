import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { unrestrictedManifest } from "../../../emulators/slack/manifest.ts";
import { startHttpApp, type TestApp } from "./test-app.ts";
import { startTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

let workspace: TestWorkspace;
let app: TestApp;

beforeAll(async () => {
  workspace = await startTestWorkspace({
    settings: { retryScale: 0.0005 },
    manifest: { ...unrestrictedManifest, events: ["app_home_opened", "member_joined_channel"] },
  });
  app = await startHttpApp(workspace, (bolt) => {
    bolt.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: {
          type: "home",
          blocks: [{ type: "header", text: { type: "plain_text", text: "Your runs" } }],
        },
      });
    });
    bolt.event("member_joined_channel", async () => undefined);
    bolt.command("/again", async ({ ack }) => {
      await ack();
    });
    bolt.shortcut("toloka_actions", async ({ ack }) => {
      await ack();
    });
  });
});
afterAll(async () => {
  await app.stop();
  await workspace.server.close();
});
beforeEach(async () => {
  await workspace.control.reset();
});

/** The deliveries after an entry of the ledger, as `[type, outcome, retry]`. */
async function deliveriesSince(since: number) {
  return (await workspace.control.entries("delivery", since)).map(
    ({ type, outcome, retry, replayOf }) => ({ type, outcome, retry, replayOf }),
  );
}

describe("events", () => {
  test("the Home tab is published when a person opens it", async () => {
    const rita = workspace.control.as("rita");
    await rita.openHome();
    const home = await workspace.control.waitFor(() => rita.home());
    expect([home.text, await workspace.control.as("alan").home()]).toEqual(["Your runs", null]);
  });

  test("a failed event is repeated three times, each told apart by its number", async () => {
    const since = (await workspace.control.state()).ledger;
    const { appUrl } = await workspace.control.state();
    await workspace.control.setAppUrl("http://127.0.0.1:9/slack/events");
    await workspace.control.as("rita").openHome();
    const all = await workspace.control.waitFor(async () => {
      const sent = await deliveriesSince(since);
      return sent.length === 4 ? sent : null;
    });
    await workspace.control.setAppUrl(appUrl);
    expect(all).toEqual(
      [0, 1, 2, 3].map((retry) => ({
        type: "event:app_home_opened",
        outcome: "unreachable",
        retry,
        replayOf: null,
      })),
    );
  });

  test("the app hears who joined, but only what it asked for", async () => {
    const { control } = workspace;
    const since = (await control.state()).ledger;
    await control.invite("#general");
    await control.kick("#general", "omar");
    await control.as("rita").post("#labelling", "hello <@U0LIFEBOT>");
    expect(await deliveriesSince(since)).toEqual([
      { type: "event:member_joined_channel", outcome: "acked", retry: 0, replayOf: null },
    ]);
  });
});

describe("requests to the app", () => {
  test("a command that failed is not repeated", async () => {
    const { control } = workspace;
    const since = (await control.state()).ledger;
    const { appUrl } = await control.state();
    await control.setAppUrl("http://127.0.0.1:9/slack/events");
    const result = await control.as("rita").command("#labelling", "/again");
    await control.setAppUrl(appUrl);
    expect([result.status, (await deliveriesSince(since)).length]).toEqual(["unreachable", 1]);
  });

  test("the same signed request can be sent again, and a changed one has a wrong signature", async () => {
    const { control } = workspace;
    const { delivery } = await control.as("rita").command("#labelling", "/again");
    const seq = delivery ?? 0;
    const same = await control.replay(seq, { times: 2 });
    const forged = await control.replay(seq, { alter: { rawBody: "command=%2Fagain&user_id=U1" } });
    const old = await control.replay(seq, { alter: { timestamp: "1700000000", resign: true } });
    expect([...same, ...forged, ...old].map(({ httpStatus }) => httpStatus)).toEqual([
      200, 200, 401, 401,
    ]);
  });

  test("a request made by hand is signed unless a signature is given", async () => {
    const { control } = workspace;
    const body = "payload=%7B%22type%22%3A%22nonsense%22%7D";
    const bad = await control.sendRaw({ body, signature: "v0=00" });
    const timestamp = "1800000000";
    const again = await control.sendRaw({
      body: "ssl_check=1",
      timestamp,
      signature: await control.sign("ssl_check=1", timestamp),
    });
    expect([bad.httpStatus, again.httpStatus]).toEqual([401, 200]);
  });

  test("a message shortcut carries the message it was used on", async () => {
    const { control } = workspace;
    const rita = control.as("rita");
    const ts = await rita.post("#labelling", "look here");
    const result = await rita.shortcut("toloka_actions", "#labelling", ts);
    const [sent] = (await control.entries("delivery")).slice(-1);
    expect([result.status, sent?.payload]).toEqual([
      "acked",
      expect.objectContaining({
        type: "message_action",
        callback_id: "toloka_actions",
        message_ts: ts,
        message: expect.objectContaining({ text: "look here", user: "U0RITA0001" }),
      }),
    ]);
  });

  test("a person who is deactivated or not in the conversation cannot act there", async () => {
    const { control } = workspace;
    const act = (name: string, channel: string) => control.as(name).command(channel, "/again");
    await expect(act("dora", "#labelling")).rejects.toMatchObject({ code: "deactivated" });
    await expect(act("omar", "#secret")).rejects.toMatchObject({ code: "no_such_channel" });
    await expect(act("una", "#general")).rejects.toMatchObject({ code: "not_a_member" });
  });
});
