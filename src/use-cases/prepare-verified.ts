import type { TaskSummary } from "../domain/plan.ts";
import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";
import { baselineKind } from "./prepare-upload.ts";
import { readTasks } from "./read-plan.ts";
import { requestChange } from "./request-change.ts";
import type { StepOutcome } from "./step-outcome.ts";
import { verifyTasks } from "./verify-tasks.ts";

/** Compares the uploaded rows with what the pool holds; the pool's tasks when they agree. */
const compareRows = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  poolId: string,
  checkId: string,
): Promise<TaskSummary | Extract<StepOutcome, { kind: "stopped" }>> => {
  const baseline = await deps.database.effects.find(run.id, baselineKind(checkId), 0);
  const before = Number(baseline?.externalId ?? 0);
  const seen = await verifyTasks(deps, connection, poolId, checkId, before);
  // Tasks are never deleted: fewer than before and sent together means that rows of this upload were counted
  // among the tasks before it, which only a database set back to a copy does.
  if (seen.missing === 0 && seen.surplus <= 0) return seen.tasks;
  return {
    kind: "stopped",
    trouble: {
      what: `The pool does not hold what was uploaded: ${seen.missing} rows are missing and ${seen.surplus} tasks are too many (${seen.tasks.total} in all).`,
      next: "Nothing is open and nothing was paid. Make a new pool for these rows, or compare the pool on Toloka's page.",
      code: "TASKS_DIFFER",
      requestId: null,
    },
  };
};

/** Reads the tasks back; when they are the accepted rows the run is ready, and may ask for approval. */
export const prepareVerified = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
): Promise<StepOutcome> => {
  const { poolId, checkId } = run;
  if (poolId === null) throw new Error(`run ${run.id} has no pool to verify`);
  const uploaded = checkId !== null && run.upload !== null;
  const tasks = uploaded
    ? await compareRows(deps, connection, run, poolId, checkId)
    : await readTasks(connection, poolId);
  if ("kind" in tasks) return tasks;
  const ready = uploaded
    ? [{ type: "ready" as const, tasks: tasks.total, digest: tasks.digest.slice(0, 8) }]
    : [];
  if (!run.requestWhenReady) {
    const seen = await connection.pool(poolId);
    const { willExpire } = seen;
    return {
      kind: "next",
      change: { status: "ready", step: null, trouble: null, willExpire },
      events: ready,
      seen,
    };
  }
  const request = await requestChange(deps, connection, run, poolId, tasks);
  return {
    kind: "next",
    change: request.change,
    events: [...ready, ...request.events],
    seen: request.seen,
  };
};
