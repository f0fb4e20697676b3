import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideVote, mayRequest, type VoteFacts } from "../../src/domain/approval.ts";
import type { EnvironmentPolicy } from "../../src/domain/policy.ts";
import { runStatuses } from "../../src/domain/run.ts";
import { requestWith, runWith } from "./world.ts";

const listed: EnvironmentPolicy = {
  approvers: { users: ["U_BOSS", "U_ANNA", "U_OWNER", "U_EDITOR"], groups: ["S_LEADS", "S_OPS"] },
  requesterMayApprove: false,
  requestLivesMs: 86_400_000,
};
const anyone: EnvironmentPolicy = { ...listed, approvers: "anyone", requesterMayApprove: true };
const groups = new Map([
  ["S_LEADS", ["U_LEAD"]],
  ["S_OPS", ["U_OPS"]],
]);

const facts = (changes: Partial<VoteFacts> = {}): VoteFacts => ({
  run: runWith(),
  voter: { id: "U_BOSS", kind: "member" },
  shown: { version: 7 },
  policy: listed,
  groups,
  now: new Date("2026-11-23T13:00:00Z"),
  ...changes,
});

const member = (id: string) => ({ id, kind: "member" }) as const;

const answerOf = (changes: Partial<VoteFacts>): string => {
  const decision = decideVote(facts(changes));
  return decision.kind === "counted" ? decision.entitlement : decision.refusal.wrong;
};

const own = "You requested, edited or uploaded this run, so your vote does not count.";
const old = "This card is old: the run has changed since it was shown.";
const noPolicy = "No policy names approvers for production, so nobody can approve.";
const sandbox = { run: runWith({ environment: "sandbox" }) } as const;

const cases: readonly (readonly [string, Partial<VoteFacts>, string])[] = [
  ["a listed approver", {}, "named in the policy"],
  ["a member of a group", { voter: member("U_OPS") }, "member of the group S_OPS"],
  [
    "the hash that the card showed",
    { shown: { planHash: "cd".repeat(32) } },
    "named in the policy",
  ],
  ["another hash", { shown: { planHash: "ce".repeat(32) } }, old],
  ["an older version", { shown: { version: 6 } }, old],
  ["the requester, though listed", { voter: member("U_ANNA") }, own],
  ["the owner, though listed", { voter: member("U_OWNER") }, own],
  ["an editor, though listed", { voter: member("U_EDITOR") }, own],
  [
    "the requester in production, even when the policy would let them",
    { voter: member("U_ANNA"), policy: { ...listed, requesterMayApprove: true } },
    own,
  ],
  ["production without a policy", { policy: null }, noPolicy],
  ["production open to anyone", { policy: anyone }, noPolicy],
  ["somebody who is not listed", { voter: member("U_X") }, "You are not one of its approvers."],
  [
    "a group that Slack did not tell",
    { voter: member("U_OPS"), groups: new Map([["S_LEADS", ["U_LEAD"]]]) },
    "Slack did not say who is in the group S_OPS, so I cannot count you as an approver.",
  ],
  [
    "a group that can be read next to one that cannot",
    { voter: member("U_LEAD"), groups: new Map([["S_LEADS", ["U_LEAD"]]]) },
    "member of the group S_LEADS",
  ],
  [
    "a guest",
    { voter: { id: "U_BOSS", kind: "guest" } },
    "Only full members of this workspace may; guests, other organisations and bots may not.",
  ],
  ["the last moment", { now: new Date("2026-11-24T11:59:59.999Z") }, "named in the policy"],
  ["a moment too late", { now: new Date("2026-11-24T12:00:00Z") }, "The time to decide is over."],
  [
    "a second click",
    { run: runWith({ status: "opening" }) },
    "It was approved already and is being opened.",
  ],
  [
    "a changed plan",
    { run: runWith({ status: "void" }) },
    "The plan changed after it was requested, so the request is void.",
  ],
  [
    "any member in the sandbox",
    { ...sandbox, policy: anyone, voter: member("U_X") },
    "every member may in the sandbox",
  ],
  [
    "the requester in the sandbox",
    { ...sandbox, policy: anyone, voter: member("U_ANNA") },
    "every member may in the sandbox",
  ],
  [
    "the requester in a sandbox with approvers",
    {
      ...sandbox,
      policy: {
        ...listed,
        approvers: { users: ["U_BOSS"], groups: [] },
        requesterMayApprove: true,
      },
      voter: member("U_ANNA"),
    },
    "requesters may approve their own in the sandbox",
  ],
  ["the requester in a strict sandbox", { ...sandbox, voter: member("U_ANNA") }, own],
];

/** The rules written a second time: a list of reasons to say no, the first of which counts. */
const secondOpinion = ({ run, voter, shown, policy, groups: known, now }: VoteFacts): string => {
  const { request } = run;
  const interested = new Set([run.ownerId, ...run.editorIds, request?.requestedBy ?? run.ownerId]);
  const lists = policy === null || policy.approvers === "anyone" ? null : policy.approvers;
  const isProduction = run.environment === "production";
  const selfServed = !isProduction && policy !== null && policy.requesterMayApprove;
  const inGroups = (lists?.groups ?? []).filter((group) => known.get(group)?.includes(voter.id));
  const entitled =
    (policy !== null && lists === null) || lists?.users.includes(voter.id) || inGroups.length > 0;
  const selfEntitled = selfServed && voter.id === request?.requestedBy;
  const stale =
    "version" in shown ? run.version !== shown.version : request?.plan.hash !== shown.planHash;
  const reasons: readonly (readonly [boolean, string])[] = [
    [voter.kind !== "member", "not-a-member"],
    [run.status !== "requested" || request === null, "not-waiting"],
    [request !== null && now >= request.expiresAt, "expired"],
    [stale, "old-card"],
    [isProduction && lists === null, "no-policy"],
    [interested.has(voter.id) && !selfServed, "own-request"],
    [
      !entitled && !selfEntitled && (lists?.groups ?? []).some((group) => !known.has(group)),
      "group-unreadable",
    ],
    [!entitled && !selfEntitled, "not-listed"],
  ];
  return reasons.find(([applies]) => applies)?.[1] ?? "counted";
};

const people = ["U_OWNER", "U_EDITOR", "U_ANNA", "U_BOSS", "U_LEAD", "U_X"];
const some = (values: readonly string[]) => fc.subarray([...values]);
/** Mostly the first value, so that the later rules are reached often. */
const mostly = <Value>(usual: Value, ...others: readonly Value[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, fc.constantFrom(usual, ...others));

const random: fc.Arbitrary<VoteFacts> = fc
  .record({
    environment: fc.constantFrom("sandbox" as const, "production" as const),
    status: mostly<(typeof runStatuses)[number]>("requested", ...runStatuses),
    requestedBy: fc.constantFrom(...people),
    hasRequest: mostly(true, false),
    ownerId: fc.constantFrom(...people),
    editorIds: some(people.slice(0, 2)),
    id: fc.constantFrom(...people),
    kind: mostly<VoteFacts["voter"]["kind"]>("member", "guest", "stranger", "bot", "deactivated"),
    shown: mostly<VoteFacts["shown"]>(
      { version: 7 },
      { version: 8 },
      { planHash: "cd".repeat(32) },
      { planHash: "x" },
    ),
    approvers: fc.option(
      fc.oneof(
        fc.constant("anyone" as const),
        fc.record({ users: some(people), groups: some(["S_LEADS", "S_OPS"]) }),
      ),
    ),
    requesterMayApprove: fc.boolean(),
    groups: fc.uniqueArray(fc.tuple(fc.constantFrom("S_LEADS", "S_OPS"), some(people)), {
      selector: ([group]) => group,
    }),
    hour: mostly(13, 35, 36, 37),
  })
  .map((world) => ({
    run: runWith({
      environment: world.environment,
      status: world.status,
      ownerId: world.ownerId,
      editorIds: world.editorIds,
      request: world.hasRequest ? requestWith({ requestedBy: world.requestedBy }) : null,
    }),
    voter: { id: world.id, kind: world.kind },
    shown: world.shown,
    policy:
      world.approvers === null
        ? null
        : {
            approvers: world.approvers,
            requesterMayApprove: world.requesterMayApprove,
            requestLivesMs: 1,
          },
    groups: new Map(world.groups),
    now: new Date(Date.UTC(2026, 10, 23, world.hour)),
  }));

describe("a vote", () => {
  test.each(cases)("of %s is answered", (_, changes, answer) => {
    expect(answerOf(changes)).toBe(answer);
  });

  test("is refused in three parts that name the request", () => {
    expect(decideVote(facts({ voter: member("U_X") }))).toEqual({
      kind: "refused",
      rule: "not-listed",
      refusal: {
        understood: "You want to decide on REQ-7F3K in production.",
        wrong: "You are not one of its approvers.",
        next: "The card names who may approve; ask one of them.",
        suggestion: null,
      },
    });
  });

  test("is decided the same by a second set of rules in 10,000 random cases", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(random, (world) => {
        const decision = decideVote(world);
        const answer = decision.kind === "counted" ? "counted" : decision.rule;
        seen.set(answer, (seen.get(answer) ?? 0) + 1);
        expect(answer).toBe(secondOpinion(world));
        // The promise in one line: nobody with an interest ever counts in production.
        if (answer === "counted" && world.run.environment === "production") {
          const { ownerId, editorIds, request } = world.run;
          expect([ownerId, ...editorIds, request?.requestedBy]).not.toContain(world.voter.id);
        }
      }),
      { numRuns: 10_000 },
    );
    // A rule that no case reached would be no evidence.
    expect(
      [...seen]
        .filter(([, count]) => count > 20)
        .map(([name]) => name)
        .toSorted(),
    ).toEqual([
      "counted",
      "expired",
      "group-unreadable",
      "no-policy",
      "not-a-member",
      "not-listed",
      "not-waiting",
      "old-card",
      "own-request",
    ]);
  });
});

describe("a request", () => {
  test.each([
    ["a member in the sandbox", "member", "sandbox", anyone, "allowed"],
    ["a member in production", "member", "production", listed, "allowed"],
    ["a guest", "guest", "sandbox", anyone, "not-a-member"],
    ["a member of another organisation", "stranger", "production", listed, "not-a-member"],
    ["production without a policy", "member", "production", null, "no-policy"],
    ["production open to anyone", "member", "production", anyone, "no-policy"],
  ] as const)("by %s is answered", (_, kind, environment, policy, answer) => {
    const decision = mayRequest({ person: { id: "U_X", kind }, environment, policy });
    expect(decision.kind === "allowed" ? "allowed" : decision.rule).toBe(answer);
  });
});
