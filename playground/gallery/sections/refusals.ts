import { answerMessage } from "../../../blocks/answer.ts";
import { decideVote, type VoteFacts } from "../../../src/domain/approval.ts";
import { parseCommand } from "../../../src/domain/grammar.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { type Exhibit, message, type Section } from "../exhibit.ts";
import { friday, run } from "../samples.ts";
import { tellings } from "../tellings.ts";

const refused = (name: string, refusal: Refusal, requestId: string | null = null): Exhibit =>
  message(name, answerMessage({ type: "refused", environment: "sandbox", refusal, requestId }));

/** Commands that are not taken, each for a reason of its own. */
const lines = [
  "opne 4711",
  "open 4711 prodd",
  "frobnicate",
  "approve REQ-7F3K",
  "extend 4711",
  "open",
  "open -4711",
  "open 4711 4712",
  'open "red shoes',
  "open <#C0123|label>",
  "check shoes.csv",
  "new pol",
];

const ofLine = (line: string): Exhibit[] => {
  const command = parseCommand(line);
  return command.kind === "refused" ? [refused(line, command.refusal)] : [];
};

const before = new Date(friday.getTime() - 3_600_000);
const vote: VoteFacts = {
  run: run(),
  voter: { id: "UANNA", kind: "member" },
  shown: { version: 7 },
  policy: {
    approvers: { users: ["UANNA"], groups: [] },
    ...{ requesterMayApprove: false, requestLivesMs: 86_400_000 },
  },
  groups: new Map(),
  now: before,
};

/** Votes that do not count. */
const votes: readonly (readonly [string, Partial<VoteFacts>])[] = [
  ["vote of a guest", { voter: { id: "UGREG", kind: "guest" } }],
  ["vote on a decided request", { run: run({ status: "approved" }) }],
  ["vote too late", { now: friday }],
  ["vote on an old card", { shown: { version: 6 } }],
  ["vote without a policy", { policy: null }],
  ["vote on one's own request", { voter: { id: "URITA", kind: "member" } }],
  ["vote of somebody not listed", { voter: { id: "UOLGA", kind: "member" } }],
];

const ofVote = ([name, changes]: (typeof votes)[number]): Exhibit[] => {
  const decision = decideVote({ ...vote, ...changes });
  return decision.kind === "refused" ? [refused(name, decision.refusal)] : [];
};

/** Private answers of "no". */
export const refusalSections: readonly Section[] = [
  { title: "Refused commands", exhibits: lines.flatMap(ofLine) },
  { title: "Refused votes", exhibits: votes.flatMap(ofVote) },
  {
    title: "Refusals when Toloka, Slack or the bot fails",
    exhibits: tellings.map(({ name, refusal, requestId }) => refused(name, refusal, requestId)),
  },
];
