import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FaultRule } from "../../../emulators/slack/faults.ts";
import { startTestWorkspace, type TestWorkspace } from "./test-workspace.ts";

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await startTestWorkspace();
});
afterAll(() => workspace.server.close());
beforeEach(() => workspace.control.reset());

/** Posts under one fault; returns what the client saw and what stands in the channel. */
async function postUnder(rule: Omit<FaultRule, "method" | "times">) {
  const { control, client } = workspace;
  await control.addFault({ method: "chat.postMessage", times: 1, ...rule });
  const seen = await client.chat
    .postMessage({ channel: "C0LABELS01", text: "once" })
    .then(() => "ok")
    .catch((error: unknown) => error);
  const texts = (await control.as("rita").messages("#labelling")).map(({ text }) => text);
  const [call] = (await control.entries("api")).slice(-1);
  return { seen, texts, call: [call?.fault, call?.effect] };
}

describe("faults on demand", () => {
  test("a rate limit names its seconds and has no effect", async () => {
    const { seen, texts, call } = await postUnder({ kind: "rate-limit", retryAfter: 7 });
    expect(seen).toBeInstanceOf(WebAPIRateLimitedError);
    expect([seen, texts, call]).toEqual([
      expect.objectContaining({ retryAfter: 7 }),
      [],
      ["rate-limit", false],
    ]);
  });

  test("an error answer is Slack's own form", async () => {
    const { seen, texts } = await postUnder({ kind: "error", error: "fatal_error" });
    expect([seen, texts]).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ error: "fatal_error" }) }),
      [],
    ]);
  });

  test("a 500 has no effect", async () => {
    const { seen, texts } = await postUnder({ kind: "http-500" });
    expect([seen instanceof WebAPIHTTPError, texts]).toEqual([true, []]);
  });

  test.each([
    ["reset-before", []],
    ["reset-after", ["once"]],
  ] as const)("a connection that breaks by %s leaves %j", async (kind, texts) => {
    const result = await postUnder({ kind });
    expect([result.seen instanceof WebAPIRequestError, result.texts, result.call]).toEqual([
      true,
      texts,
      [kind, texts.length > 0],
    ]);
  });

  test.each([
    ["timeout-before", []],
    ["timeout-after", ["once"]],
  ] as const)("a call that is never answered by %s leaves %j", async (kind, texts) => {
    const { control, server } = workspace;
    await control.addFault({ method: "*", times: 1, kind });
    const gaveUp = fetch(`${server.api}chat.postMessage`, {
      method: "POST",
      headers: {
        authorization: "Bearer xoxb-test-token",
        "content-type": "application/json",
      },
      body: JSON.stringify({ channel: "C0LABELS01", text: "once" }),
      signal: AbortSignal.timeout(100),
    });
    await expect(gaveUp).rejects.toMatchObject({ name: "TimeoutError" });
    expect((await control.as("rita").messages("#labelling")).map(({ text }) => text)).toEqual(
      texts,
    );
  });

  test("a rule lets the first calls pass and ends after its times", async () => {
    const { control, client } = workspace;
    await control.addFault({ method: "auth.test", kind: "error", error: "x", after: 1, times: 1 });
    const outcomes: boolean[] = [];
    for (let call = 0; call < 3; call += 1) {
      outcomes.push(
        await client.auth.test().then(
          () => true,
          () => false,
        ),
      );
    }
    expect(outcomes).toEqual([true, false, true]);
  });

  test("the limit of messages in a conversation can be switched on", async () => {
    const { control, client } = workspace;
    await control.settings({ messagesPerMinute: 2 });
    const post = () => client.chat.postMessage({ channel: "C0LABELS01", text: "x" });
    await post();
    await post();
    await expect(post()).rejects.toBeInstanceOf(WebAPIRateLimitedError);
    await control.settings({ messagesPerMinute: null });
    expect((await post()).ok).toBe(true);
  });
});
