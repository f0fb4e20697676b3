import { describe, expect, test } from "vitest";
import { runCard } from "../../blocks/run-card.ts";
import { card, cost, friday, request, trouble } from "../../playground/gallery/samples.ts";
import { runStatuses } from "../../src/domain/run.ts";
import { buttonsOf, textsOf } from "./shown.ts";

const time =
  "<!date^1795795200^{date_short_pretty} {time}|2026-11-27 16:00 UTC> (2026-11-27 16:00 UTC)";
const value = '{"run":"run-1","version":7}';

test("a card that waits for approval shows all that is bought, its price, and who may say yes", () => {
  const shown = runCard(card());
  expect(shown.text).toBe("[SANDBOX] Shoes pool 1: waiting for approval");
  expect(textsOf(shown)).toEqual([
    `*[SANDBOX]* “Shoes pool 1” · REQ-7F3K · *waiting for approval*\n3 tasks · 2 answers each · 3 tasks a suite · $0.02 a suite · closes ${time}`,
    `May approve, as the policy names them: <!subteam^SLEADS>, <@UANNA>; never the requester or whoever edited the run.\nThe request waits until ${time}.`,
    "Planned *$0.052* with fee · at most *$0.052* · 2 suites to pay\nOf this, workers $0.04, fee $0.012: 30 % as configured, at least $0.005 a suite\nBalance $120.00 · after this $119.948",
    "• *Warning* no-filter: Everybody may answer.",
    "Requested by <@URITA>: Batch 14 for the September model",
    "project 12345 · pool 4711 · plan 9c41e2aa",
  ]);
});

test("the approve button names amount, pool and environment before it acts", () => {
  const blocks = runCard(card({ environment: "production" })).blocks;
  expect(blocks.at(-1)).toEqual({
    type: "actions",
    elements: [
      {
        type: "button",
        text: { type: "plain_text", text: "Approve", emoji: false },
        action_id: "approve",
        value,
        style: "primary",
        confirm: {
          title: { type: "plain_text", text: "Approve and open?", emoji: false },
          text: {
            type: "plain_text",
            text: 'PRODUCTION: opens "Shoes pool 1". Planned $0.052 with fee, at most $0.052.',
            emoji: false,
          },
          confirm: { type: "plain_text", text: "Approve", emoji: false },
          deny: { type: "plain_text", text: "Not yet", emoji: false },
          style: "primary",
        },
      },
      {
        type: "button",
        text: { type: "plain_text", text: "Deny", emoji: false },
        action_id: "deny",
        value,
        style: "danger",
      },
      {
        type: "button",
        text: { type: "plain_text", text: "Cancel request", emoji: false },
        action_id: "cancel_request",
        value,
      },
    ],
  });
});

test("each state offers exactly its buttons", () => {
  const offered = Object.fromEntries(
    runStatuses.map((status) => [status, buttonsOf(runCard(card({ status, trouble })))]),
  );
  expect(offered).toEqual({
    draft: ["Resume", "Delete"],
    preparing: [],
    done: ["New pool"],
    ready: ["Request opening", "Add tasks"],
    requested: ["Approve", "Deny", "Cancel request"],
    approved: [],
    opening: [],
    open: ["Pause"],
    closed: ["Request opening", "Add tasks"],
    denied: ["Request again"],
    void: ["Request again"],
    expired: ["Request again"],
    cancelled: ["Request opening"],
    needs_human: ["Try again"],
  });
});

describe("the state in words", () => {
  test("an upload shows how far it is", () => {
    const upload = { sent: 12_000, total: 100_000, chunks: 25 };
    const changes = { status: "preparing", step: "upload", upload, request: null } as const;
    expect(textsOf(runCard(card(changes)))[1]).toBe("Uploading the tasks: 12,000 of 100,000 rows.");
  });

  test("a pool without tasks asks for tasks first", () => {
    const shown = runCard(card({ status: "ready", kind: "pool", request: null }));
    expect([textsOf(shown)[1], buttonsOf(shown)]).toEqual([
      "The pool exists and is closed. *Next:* add tasks to it.",
      ["Add tasks", "Request opening"],
    ]);
  });

  test("a paused pool says who paused it and what comes next", () => {
    const changes = {
      status: "closed",
      closeReason: "MANUAL",
      closedAt: friday,
      pausedBy: "UOLGA",
    } as const;
    expect(textsOf(runCard(card(changes)))[1]).toBe(
      `Closed ${time}: Closed by hand. Paused by <@UOLGA>.\n*Next:* To go on, ask for a new approval: tasks that were not done are still there.`,
    );
  });

  test("a stopped run says why, what to do, and the request id", () => {
    expect(textsOf(runCard(card({ status: "needs_human", trouble })))[1]).toBe(
      "Toloka refused: the pool has no tasks.\n*Next:* Add tasks to it, then ask again.\ncode `EMPTY_POOL` · request id `337d68d1`",
    );
  });

  test("a cost without bound and a balance that is too low are loud", () => {
    const open = { ...request, balanceMicros: 0, cost: { ...cost, worstWithFeeMicros: null } };
    expect(textsOf(runCard(card({ request: open })))[2]).toBe(
      "Planned *$0.052* with fee · *no upper bound*: a rule may add answers · 2 suites to pay\nOf this, workers $0.04, fee $0.012: 30 % as configured, at least $0.005 a suite\nBalance $0.00 · after this -$0.052 · *not enough*",
    );
  });

  test("a policy that names nobody is told", () => {
    expect(textsOf(runCard(card({}, { approvers: null })))[1]).toContain("Nobody may approve");
  });
});
