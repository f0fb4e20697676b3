import { checksOf } from "../domain/checks.ts";
import { costOfPool } from "../domain/cost.ts";
import type { RunEvent } from "../domain/event.ts";
import type { TaskSummary } from "../domain/plan.ts";
import { requestCode } from "../domain/request-code.ts";
import type { CheckFinding, OpeningRequest, Run, Trouble } from "../domain/run.ts";
import type { Pool } from "../domain/toloka.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";
import { type PoolFacts, readPlanAround } from "./read-plan.ts";
import type { RunChange } from "./store-ports.ts";

/** The checks and the price of a pool as it is now. */
export const judgePool = (deps: Deps, connection: TolokaConnection, facts: PoolFacts) => {
  const cost = costOfPool(facts.pool, facts.tasks, deps.fee);
  const { findings, passed } = checksOf({
    pool: facts.pool,
    project: facts.project,
    tasks: facts.tasks,
    cost,
    balanceMicros: facts.requester.balanceMicros,
    now: connection.now(),
  });
  return { cost, findings, passed };
};

/** All errors of the checks as one thing that stops the bot; null when there are none. */
export const blockingTrouble = (findings: readonly CheckFinding[]): Trouble | null => {
  const errors = findings.filter((finding) => finding.level === "error");
  if (errors.length === 0) return null;
  return {
    what: errors.map((finding) => `${finding.name}: ${finding.message}`).join("\n"),
    next: "Mend this, then ask again: /toloka open with the pool's number.",
    code: null,
    requestId: null,
  };
};

/**
 * Reads the pool as Toloka has it now and says how the run changes: to `requested` with the price and
 * the plan people will vote on, or to `ready` with what stands in the way. Throws TolokaError.
 */
export const requestChange = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  poolId: string,
  tasks: TaskSummary,
): Promise<{ change: RunChange; events: readonly RunEvent[]; seen: Pool }> => {
  const facts = await readPlanAround(connection, poolId, tasks);
  const { cost, findings } = judgePool(deps, connection, facts);
  const named: RunChange = {
    step: null,
    requestWhenReady: false,
    projectId: facts.project.id,
    projectName: facts.project.publicName,
    poolName: facts.pool.privateName,
    willExpire: facts.pool.willExpire,
  };
  const trouble = blockingTrouble(findings);
  if (trouble !== null) {
    return {
      change: { ...named, status: "ready", trouble },
      events: [{ type: "not-requested", trouble }],
      seen: facts.pool,
    };
  }
  const policy = deps.policy.environments[run.environment];
  const now = deps.clock.now();
  const by = run.editorIds.at(-1) ?? run.ownerId;
  const request: OpeningRequest = {
    code: requestCode(run.id),
    plan: facts.plan,
    cost,
    balanceMicros: facts.requester.balanceMicros,
    requestedBy: by,
    requestedAt: now,
    expiresAt: new Date(now.getTime() + (policy?.requestLivesMs ?? 0)),
    reason: run.input.review?.reason?.toString() ?? null,
    warnings: findings,
  };
  const approvers = policy === null || policy.approvers === "anyone" ? null : policy.approvers;
  return {
    change: {
      ...named,
      status: "requested",
      request,
      approval: null,
      denial: null,
      trouble: null,
      openSentAt: null,
      closeReason: null,
    },
    events: [
      {
        type: "requested",
        by,
        code: request.code,
        cost,
        balanceMicros: request.balanceMicros,
        hash: facts.plan.hash,
        warnings: findings,
        reason: request.reason,
        mention: approvers?.users ?? [],
        mentionGroups: approvers?.groups ?? [],
      },
    ],
    seen: facts.pool,
  };
};
