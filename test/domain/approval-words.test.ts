import { describe, expect, test } from "vitest";
import { decideVote, mayRequest, type VoteFacts } from "../../src/domain/approval.ts";
import type { EnvironmentPolicy } from "../../src/domain/policy.ts";
import type { RunStatus } from "../../src/domain/run.ts";
import { requestWith, runWith } from "./world.ts";

const policy: EnvironmentPolicy = {
  approvers: { users: ["U_BOSS"], groups: ["S_LEADS", "S_OPS"] },
  requesterMayApprove: false,
  requestLivesMs: 86_400_000,
};
const boss = { id: "U_BOSS", kind: "member" } as const;
const vote: VoteFacts = {
  run: runWith(),
  voter: boss,
  shown: { version: 7 },
  policy,
  groups: new Map([["S_LEADS", []]]),
  now: new Date("2026-11-23T13:00:00Z"),
};
const code = requestWith().code;
const inProduction = `You want to decide on ${code} in production.`;

/** All that a refused person reads, line by line, and the rule that the audit keeps. */
const refusedIn = (decision: ReturnType<typeof decideVote> | ReturnType<typeof mayRequest>) =>
  decision.kind === "refused"
    ? [
        decision.rule,
        decision.refusal.understood,
        decision.refusal.wrong,
        decision.refusal.next,
        decision.refusal.suggestion,
      ]
    : [decision.kind];

describe("a vote that does not count", () => {
  test.each<[string, Partial<VoteFacts>, readonly (string | null)[]]>([
    [
      "guest",
      { voter: { id: "U_BOSS", kind: "guest" } },
      [
        "not-a-member",
        inProduction,
        "Only full members of this workspace may; guests, other organisations and bots may not.",
        "Ask a full member of the workspace.",
      ],
    ],
    [
      "late",
      { now: new Date("2026-12-24T12:00:00Z") },
      [
        "expired",
        inProduction,
        "The time to decide is over.",
        "Ask its requester to request it again.",
      ],
    ],
    [
      "old card",
      { shown: { version: 6 } },
      [
        "old-card",
        inProduction,
        "This card is old: the run has changed since it was shown.",
        "Read the card again as it is now, then decide.",
      ],
    ],
    [
      "no policy",
      { policy: null },
      [
        "no-policy",
        inProduction,
        "No policy names approvers for production, so nobody can approve.",
        "Whoever runs this bot has to list them in the policy file.",
      ],
    ],
    [
      "own",
      { voter: { id: "U_OWNER", kind: "member" } },
      [
        "own-request",
        inProduction,
        "You requested, edited or uploaded this run, so your vote does not count.",
        "Ask one of the approvers on the card.",
      ],
    ],
    [
      "groups that Slack did not tell",
      { voter: { id: "U_X", kind: "member" }, groups: new Map() },
      [
        "group-unreadable",
        inProduction,
        "Slack did not say who is in the group S_LEADS, S_OPS, so I cannot count you as an approver.",
        "Try again in a minute; when it stays so, ask whoever runs this bot.",
      ],
    ],
    [
      "not listed",
      {
        voter: { id: "U_X", kind: "member" },
        groups: new Map([
          ["S_LEADS", []],
          ["S_OPS", []],
        ]),
      },
      [
        "not-listed",
        inProduction,
        "You are not one of its approvers.",
        "The card names who may approve; ask one of them.",
      ],
    ],
    [
      "a run of the sandbox that nobody has requested",
      { run: runWith({ environment: "sandbox", status: "requested", request: null }) },
      [
        "not-waiting",
        "You want to decide on a run in the sandbox.",
        "It does not wait for an approval.",
        "Look at its card for what happened; nothing was changed.",
      ],
    ],
  ])("%s is told what was understood, what is wrong and what to do", (_, changes, lines) => {
    expect(refusedIn(decideVote({ ...vote, ...changes }))).toEqual([...lines, null]);
  });

  test.each<[RunStatus, string]>([
    ["draft", "It does not wait for an approval."],
    ["preparing", "It does not wait for an approval."],
    ["done", "It does not wait for an approval."],
    ["ready", "It does not wait for an approval."],
    ["approved", "It was approved already."],
    ["opening", "It was approved already and is being opened."],
    ["open", "It was approved already and is open."],
    ["closed", "It was approved, opened and closed again."],
    ["denied", "It was denied already."],
    ["void", "The plan changed after it was requested, so the request is void."],
    ["expired", "Nobody decided in time, so the request has ended."],
    ["cancelled", "It was cancelled."],
    ["needs_human", "It does not wait for an approval."],
  ])("on a run that is %s hears: %s", (status, wrong) => {
    expect(refusedIn(decideVote({ ...vote, run: runWith({ status }) }))).toContain(wrong);
  });

  test("by its hash on a request that is gone is refused, not a crash", () => {
    const gone = { ...vote, run: runWith({ request: null }), shown: { planHash: "" } };
    expect(refusedIn(decideVote(gone))[0]).toBe("not-waiting");
  });
});

describe("a request that is refused", () => {
  test.each([
    [
      "a guest",
      { person: { id: "U_X", kind: "guest" }, environment: "sandbox", policy } as const,
      [
        "not-a-member",
        "You want to request an opening in the sandbox.",
        "Only full members of this workspace may; guests, other organisations and bots may not.",
        "Ask a full member of the workspace.",
      ],
    ],
    [
      "production without a policy",
      { person: boss, environment: "production", policy: null } as const,
      [
        "no-policy",
        "You want to request an opening in production.",
        "No policy names approvers for production, so nobody could approve it.",
        "Use the sandbox, or ask whoever runs this bot to list approvers in the policy file.",
      ],
    ],
  ])("%s is told so in whole sentences", (_, facts, lines) => {
    expect(refusedIn(mayRequest(facts))).toEqual([...lines, null]);
  });
});

test("in the sandbox nobody is kept out by a group, once every member may", () => {
  const decision = decideVote({
    ...vote,
    run: runWith({ environment: "sandbox" }),
    policy: { ...policy, approvers: "anyone" },
    groups: new Map(),
  });
  expect(decision).toEqual({ kind: "counted", entitlement: "every member may in the sandbox" });
});
