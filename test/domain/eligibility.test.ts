import fc from "fast-check";
import { expect, test } from "vitest";
import { decideVote, type VoteFacts } from "../../src/domain/approval.ts";
import { runStatuses } from "../../src/domain/run.ts";
import { requestWith, runWith } from "./world.ts";

const people = ["U_A", "U_B", "U_C", "U_D", "U_E"] as const;
const groupIds = ["S_1", "S_2"] as const;
const person = fc.constantFrom(...people);
const someone = fc.uniqueArray(person, { maxLength: 3 });
const kind = fc.oneof(
  { weight: 6, arbitrary: fc.constant("member" as const) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("guest" as const, "stranger", "bot", "deactivated"),
  },
);

const now = new Date("2026-11-23T13:00:00Z").getTime();

const facts: fc.Arbitrary<VoteFacts> = fc
  .record({
    voter: fc.record({ id: person, kind }),
    ownerId: person,
    editorIds: someone,
    requestedBy: person,
    environment: fc.constantFrom("sandbox", "production"),
    status: fc.oneof(
      { weight: 6, arbitrary: fc.constant("requested" as const) },
      { weight: 1, arbitrary: fc.constantFrom(...runStatuses) },
    ),
    version: fc.constantFrom(7, 7, 7, 7, 7, 7, 6, 8),
    expiresInMs: fc.constantFrom(1, 2, 3, 1_000, 2_000, 86_400_000, 0, -1),
    requesterMayApprove: fc.boolean(),
    approvers: fc.option(
      fc.oneof(
        fc.constant("anyone" as const),
        fc.record({ users: someone, groups: fc.uniqueArray(fc.constantFrom(...groupIds)) }),
      ),
      { nil: null, freq: 12 },
    ),
    members: fc.dictionary(fc.constantFrom(...groupIds), someone),
  })
  .map((made) => ({
    run: runWith({
      ownerId: made.ownerId,
      editorIds: made.editorIds,
      environment: made.environment,
      status: made.status,
      request: requestWith({
        requestedBy: made.requestedBy,
        expiresAt: new Date(now + made.expiresInMs),
      }),
    }),
    voter: made.voter,
    shown: { version: made.version },
    policy:
      made.approvers === null
        ? null
        : {
            approvers: made.approvers,
            requesterMayApprove: made.requesterMayApprove,
            requestLivesMs: 86_400_000,
          },
    groups: new Map(Object.entries(made.members)),
    now: new Date(now),
  }));

/**
 * The rule once more, written as a set of people: start with everybody, take away whoever must not count.
 * Shares no code and no order with the bot's own.
 */
const mayCount = ({ run, voter, shown, policy, groups, now: at }: VoteFacts): boolean => {
  if (policy === null || run.request === null) return false;
  const production = run.environment === "production";
  const { approvers } = policy;
  if (production && approvers === "anyone") return false;
  const named = new Set<string>(
    approvers === "anyone"
      ? people
      : [...approvers.users, ...approvers.groups.flatMap((group) => groups.get(group) ?? [])],
  );
  const interested = new Set([run.ownerId, run.request.requestedBy, ...run.editorIds]);
  const mayBeOwn = !production && policy.requesterMayApprove;
  if (mayBeOwn) named.add(run.request.requestedBy);
  else for (const each of interested) named.delete(each);
  const isWaiting = run.status === "requested" && at < run.request.expiresAt;
  const isSeen = "version" in shown && shown.version === run.version;
  return isWaiting && isSeen && voter.kind === "member" && named.has(voter.id);
};

test("who may approve is what a second implementation says, in 10,000 random worlds", () => {
  let counted = 0;
  fc.assert(
    fc.property(facts, (made) => {
      const decided = decideVote(made).kind === "counted";
      counted += decided ? 1 : 0;
      expect(decided).toBe(mayCount(made));
    }),
    { numRuns: 10_000 },
  );
  // Both answers occur, else the worlds would prove nothing.
  expect(counted).toBeGreaterThan(500);
});

test("in production nobody with an interest in the run counts, in 10,000 random worlds", () => {
  fc.assert(
    fc.property(facts, (made) => {
      const { run, voter } = made;
      const own = [run.ownerId, run.request?.requestedBy, ...run.editorIds].includes(voter.id);
      fc.pre(run.environment === "production" && own);
      expect(decideVote(made).kind).toBe("refused");
    }),
    { numRuns: 10_000, maxSkipsPerRun: 100 },
  );
});
