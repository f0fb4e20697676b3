import type { Answer } from "../domain/answer.ts";
import { decideVote } from "../domain/approval.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import type { Person } from "./ports.ts";
import { readGroups } from "./read-groups.ts";
import { say } from "./say.ts";

/** A click on Approve, or a submitted Deny form. */
export type Vote = {
  readonly runId: string;
  /** The version the button was painted with: the click is about exactly that card. */
  readonly version: number;
  readonly person: Person;
  readonly decision: "approve" | "deny";
  /** Why, for a denial. */
  readonly reason: string | null;
};

/** What a vote led to, for the person who pressed. */
export type VoteOutcome =
  | { readonly kind: "counted"; readonly answer: Answer; readonly run: Run }
  | { readonly kind: "refused"; readonly answer: Answer };

const refused = (run: Run | null, refusal: Refusal): VoteOutcome => ({
  kind: "refused",
  answer: { type: "refused", environment: run?.environment ?? "sandbox", refusal, requestId: null },
});

const gone: Refusal = {
  understood: "Decide on a request",
  wrong: "I do not know this request any more.",
  next: "Ask for the opening again.",
  suggestion: null,
};

/**
 * Counts one vote: the rules are judged on fresh facts, then one compare-and-set transaction moves the
 * run, records vote and audit line and sends the job. Whoever is slower is told what happened.
 */
export const vote = async (deps: Deps, cast: Vote): Promise<VoteOutcome> => {
  const first = await deps.database.runs.find(cast.runId);
  if (first === null) return refused(null, gone);
  const policy = deps.policy.environments[first.environment];
  const groups = await readGroups(deps, policy);
  return deps.database.transaction(async (store) => {
    const run = await store.runs.find(cast.runId);
    if (run === null || run.request === null) return refused(run, gone);
    const now = deps.clock.now();
    const decision = decideVote({
      run,
      voter: cast.person,
      shown: { version: cast.version },
      policy,
      groups,
      now,
    });
    if (decision.kind === "refused") return refused(run, decision.refusal);
    const made = {
      userId: cast.person.id,
      at: now,
      entitlement: decision.entitlement,
      reason: cast.reason,
    };
    const approve = cast.decision === "approve";
    const changed = await store.runs.change(
      run.id,
      { version: cast.version, status: "requested" },
      approve ? { status: "approved", approval: made } : { status: "denied", denial: made },
    );
    if (changed === null) {
      return refused(run, {
        understood: approve ? "Approve this request" : "Deny this request",
        wrong: "Somebody else decided at the same moment; your click changed nothing.",
        next: "The card shows what was decided.",
        suggestion: null,
      });
    }
    await store.votes.insert({
      runId: run.id,
      planHash: run.request.plan.hash,
      userId: cast.person.id,
      decision: cast.decision,
      entitlement: decision.entitlement,
    });
    await store.audit.write({
      actor: cast.person.id,
      action: cast.decision,
      subject: run.id,
      before: run.status,
      after: `${changed.status} ${run.request.plan.hash}`,
    });
    if (approve) {
      await say(store, run.id, {
        type: "approved",
        by: cast.person.id,
        entitlement: decision.entitlement,
        hash: run.request.plan.hash,
      });
      await store.jobs.send({ name: "open-run", runId: run.id });
    } else {
      const reason = cast.reason ?? "";
      await say(store, run.id, { type: "denied", by: cast.person.id, reason });
      await store.jobs.send({
        name: "tell-person",
        userId: run.request.requestedBy,
        notice: { type: "denied", name: run.poolName ?? "", by: cast.person.id, reason },
        key: `${run.id}:denied:${cast.version}`,
      });
    }
    return {
      kind: "counted",
      run: changed,
      answer: { type: "voted", environment: run.environment, poolName: run.poolName ?? "" },
    };
  });
};
