import { expect, test } from "vitest";
import { createRateGate } from "../../src/slack/rate-gate.ts";
import { SlackFailure } from "../../src/use-cases/ports.ts";

const limited = () => Promise.reject(new SlackFailure("rate_limited", "ratelimited", 5_000));

/** What became of a call: its answer, or what its failure says. */
const outcomeOf = async (call: Promise<string>) =>
  call.catch((error: unknown) =>
    error instanceof SlackFailure ? [error.kind, error.retryAfterMs] : "another error",
  );

test("after a rate limit calls of that name wait for the rest of the pause, and others do not", async () => {
  let nowMs = 0;
  let sent = 0;
  const gate = createRateGate(() => nowMs);
  const post = async () => {
    sent += 1;
    return "posted";
  };
  const first = await outcomeOf(gate("chat.postMessage", limited));
  nowMs = 2_000;
  const during = await outcomeOf(gate("chat.postMessage", post));
  const other = await outcomeOf(gate("chat.update", async () => "painted"));
  const sentDuring = sent;
  nowMs = 5_000;
  const after = await outcomeOf(gate("chat.postMessage", post));
  expect({ first, during, other, sentDuring, after }).toEqual({
    first: ["rate_limited", 5_000],
    during: ["rate_limited", 3_000],
    other: "painted",
    sentDuring: 0,
    after: "posted",
  });
});

test("another failure asks for no pause", async () => {
  const gate = createRateGate(() => 0);
  const failed = gate("chat.postMessage", () =>
    Promise.reject(new SlackFailure("unknown", "http_500")),
  );
  expect(await outcomeOf(failed)).toEqual(["unknown", null]);
  expect(await outcomeOf(gate("chat.postMessage", async () => "posted"))).toBe("posted");
});
