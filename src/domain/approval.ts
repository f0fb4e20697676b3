import { entitlementOf, type GroupMembers, type Voter } from "./entitlement.ts";
import type { EnvironmentPolicy } from "./policy.ts";
import type { Refusal } from "./refusal.ts";
import type { Run, RunStatus } from "./run.ts";

/** The rule that a refused vote or request met; for the audit. */
type ApprovalRule =
  | "not-a-member"
  | "not-waiting"
  | "expired"
  | "old-card"
  | "no-policy"
  | "own-request"
  | "group-unreadable"
  | "not-listed";

/** What the card showed when the button was pressed: the run's version, or the plan's hash. */
type Shown = { readonly version: number } | { readonly planHash: string };

export type VoteFacts = {
  readonly run: Run;
  readonly voter: Voter;
  readonly shown: Shown;
  readonly policy: EnvironmentPolicy | null;
  readonly groups: GroupMembers;
  readonly now: Date;
};

export type VoteDecision =
  | { readonly kind: "counted"; readonly entitlement: string }
  | { readonly kind: "refused"; readonly rule: ApprovalRule; readonly refusal: Refusal };

/** Why a run that is not waiting takes no vote. */
const notWaiting: { readonly [Status in RunStatus]?: string } = {
  approved: "It was approved already.",
  opening: "It was approved already and is being opened.",
  open: "It was approved already and is open.",
  closed: "It was approved, opened and closed again.",
  denied: "It was denied already.",
  void: "The plan changed after it was requested, so the request is void.",
  expired: "Nobody decided in time, so the request has ended.",
  cancelled: "It was cancelled.",
};

const placeOf = (environment: Run["environment"]): string =>
  environment === "sandbox" ? "the sandbox" : "production";

const isOwn = (run: Run, userId: string): boolean =>
  [run.ownerId, run.request?.requestedBy, ...run.editorIds].includes(userId);

const matches = (run: Run, shown: Shown): boolean =>
  "version" in shown ? shown.version === run.version : shown.planHash === run.request?.plan.hash;

/**
 * Decides whether a click on Approve or Deny counts. Only full members count; in production nobody with
 * an interest in the run does (owner, editors, requester), whatever the policy says; a group that could
 * not be read counts as "no".
 */
export const decideVote = ({ run, voter, shown, policy, groups, now }: VoteFacts): VoteDecision => {
  const understood = `You want to decide on ${run.request?.code ?? "a run"} in ${placeOf(run.environment)}.`;
  const refused = (rule: ApprovalRule, wrong: string, next: string): VoteDecision => ({
    kind: "refused",
    rule,
    refusal: { understood, wrong, next, suggestion: null },
  });

  if (voter.kind !== "member") return { kind: "refused", ...notAMember(understood) };
  if (run.status !== "requested" || run.request === null) {
    const wrong = notWaiting[run.status] ?? "It does not wait for an approval.";
    return refused(
      "not-waiting",
      wrong,
      "Look at its card for what happened; nothing was changed.",
    );
  }
  if (now.getTime() >= run.request.expiresAt.getTime()) {
    return refused(
      "expired",
      "The time to decide is over.",
      "Ask its requester to request it again.",
    );
  }
  if (!matches(run, shown)) {
    return refused(
      "old-card",
      "This card is old: the run has changed since it was shown.",
      "Read the card again as it is now, then decide.",
    );
  }
  if (run.environment === "production" && (policy === null || policy.approvers === "anyone")) {
    return refused(
      "no-policy",
      "No policy names approvers for production, so nobody can approve.",
      "Whoever runs this bot has to list them in the policy file.",
    );
  }
  const isRequester = run.request.requestedBy === voter.id;
  const ownAllowed = run.environment === "sandbox" && policy?.requesterMayApprove === true;
  if (isOwn(run, voter.id) && !ownAllowed) {
    return refused(
      "own-request",
      "You requested, edited or uploaded this run, so your vote does not count.",
      "Ask one of the approvers on the card.",
    );
  }
  const { entitlement, unreadable } = entitlementOf(voter.id, policy, groups);
  if (entitlement !== null) return { kind: "counted", entitlement };
  if (isRequester && ownAllowed) {
    return { kind: "counted", entitlement: "requesters may approve their own in the sandbox" };
  }
  return unreadable.length > 0
    ? refused(
        "group-unreadable",
        `Slack did not say who is in the group ${unreadable.join(", ")}, so I cannot count you as an approver.`,
        "Try again in a minute; when it stays so, ask whoever runs this bot.",
      )
    : refused(
        "not-listed",
        "You are not one of its approvers.",
        "The card names who may approve; ask one of them.",
      );
};

const notAMember = (understood: string): { rule: ApprovalRule; refusal: Refusal } => ({
  rule: "not-a-member",
  refusal: {
    understood,
    wrong: "Only full members of this workspace may; guests, other organisations and bots may not.",
    next: "Ask a full member of the workspace.",
    suggestion: null,
  },
});

export type RequestDecision =
  | { readonly kind: "allowed" }
  | { readonly kind: "refused"; readonly rule: ApprovalRule; readonly refusal: Refusal };

/** Decides whether a person may ask for an opening: full members, and in production only with a policy. */
export const mayRequest = (facts: {
  readonly person: Voter;
  readonly environment: Run["environment"];
  readonly policy: EnvironmentPolicy | null;
}): RequestDecision => {
  const understood = `You want to request an opening in ${placeOf(facts.environment)}.`;
  if (facts.person.kind !== "member") return { kind: "refused", ...notAMember(understood) };
  if (
    facts.policy !== null &&
    (facts.environment === "sandbox" || facts.policy.approvers !== "anyone")
  ) {
    return { kind: "allowed" };
  }
  return {
    kind: "refused",
    rule: "no-policy",
    refusal: {
      understood,
      wrong: `No policy names approvers for ${facts.environment}, so nobody could approve it.`,
      next: "Use the sandbox, or ask whoever runs this bot to list approvers in the policy file.",
      suggestion: null,
    },
  };
};
