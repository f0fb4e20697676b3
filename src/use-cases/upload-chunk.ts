import type { TaskRow } from "../domain/plan.ts";
import type { Run, Trouble } from "../domain/run.ts";
import type { Operation, TaskBody } from "../domain/toloka.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import type { Deps } from "./deps.ts";
import { chunkOperationId } from "./keys.ts";
import type { TolokaConnection } from "./ports.ts";
import { type Waiting, waitAfter } from "./step-outcome.ts";
import type { Effect, TaskChunk } from "./store-ports.ts";
import { isMissing, troubleOf } from "./toloka-words.ts";

/** How one chunk stands after one try. */
export type ChunkOutcome =
  | { readonly kind: "uploaded" }
  | Waiting
  | { readonly kind: "stopped"; readonly trouble: Trouble };

/** How long to wait for one batch before looking again later, in milliseconds. */
const batchWaitMs = 60_000;

/** A batch that created nothing is sent again under a new operation id, so often. */
const attempts = 3;

/** The effects of one checked file are told apart from those of an earlier one on the same run. */
export const chunkKind = (checkId: string): string => `chunk:${checkId}`;

/** Toloka's body of one row. */
const taskBody = (row: TaskRow, poolId: string): TaskBody => ({
  input_values: row.input_values,
  pool_id: poolId,
  ...(row.overlap === undefined ? {} : { overlap: row.overlap }),
  ...(row.infinite_overlap === undefined ? {} : { infinite_overlap: row.infinite_overlap }),
  ...(row.known_solutions === undefined ? {} : { known_solutions: row.known_solutions }),
  ...(row.message_on_unknown_solution === undefined
    ? {}
    : { message_on_unknown_solution: row.message_on_unknown_solution }),
});

/** The operation of an earlier, unanswered attempt; null when Toloka does not know it (yet). */
const earlierOperation = async (
  connection: TolokaConnection,
  id: string,
): Promise<Operation | null> => {
  try {
    return await connection.operation(id);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

const number = (value: unknown): number => (typeof value === "number" ? value : 0);

/** Judges a finished batch: all created, nothing created, or something in between. */
const judge = async (
  deps: Deps,
  run: Run,
  checkId: string,
  effect: Effect,
  chunk: TaskChunk,
  operation: Operation,
): Promise<ChunkOutcome> => {
  const created = number(operation.details.success_count);
  if (operation.status === "SUCCESS" && created === chunk.rows.length) {
    await deps.database.effects.finish(run.id, chunkKind(checkId), chunk.ordinal, operation.id);
    return { kind: "uploaded" };
  }
  if (operation.status === "FAIL" && created === 0) {
    // Nothing was created, so that also a person's later "Try again" sends it under a new operation id.
    await deps.database.effects.fail(run.id, chunkKind(checkId), chunk.ordinal);
    if (effect.attempt < attempts) return { kind: "wait", ms: 1_000 };
  }
  return {
    kind: "stopped",
    trouble: {
      what: `Toloka ended the upload of part ${chunk.ordinal + 1} with ${operation.status}: ${created} of ${chunk.rows.length} tasks were created (operation ${operation.id}).`,
      next: "Nothing is open. Pause here: make a new pool for these rows, or ask Toloka's support about the operation.",
      code: "UPLOAD_INCOMPLETE",
      requestId: null,
    },
  };
};

/**
 * Uploads one chunk at most once: its operation id is computed from run, check, ordinal and attempt,
 * so that sending it twice creates nothing twice (Toloka's async batches, idempotent by operation id).
 */
export const uploadChunk = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  poolId: string,
  checkId: string,
  chunk: TaskChunk,
): Promise<ChunkOutcome> => {
  const { effects } = deps.database;
  const earlier = await effects.find(run.id, chunkKind(checkId), chunk.ordinal);
  if (earlier?.status === "done") return { kind: "uploaded" };
  const attempt =
    earlier === null ? 1 : earlier.status === "failed" ? earlier.attempt + 1 : earlier.attempt;
  const id = chunkOperationId(run.id, checkId, chunk.ordinal, attempt);
  const known = earlier?.status === "sent" ? await earlierOperation(connection, id) : null;
  const effect =
    earlier?.status === "sent"
      ? earlier
      : await effects.begin(run.id, chunkKind(checkId), chunk.ordinal, id);
  try {
    const operation =
      known ??
      (await connection.createTasks(
        chunk.rows.map((row) => taskBody(row, poolId)),
        id,
      ));
    return await judge(
      deps,
      run,
      checkId,
      effect,
      chunk,
      await connection.waitOperation(operation.id, batchWaitMs),
    );
  } catch (error) {
    if (!(error instanceof TolokaError)) throw error;
    if (error.facts.outcome === "unknown") return { kind: "wait", ms: 1_000 };
    if (error.facts.retryable) return waitAfter(error, 60_000);
    await effects.fail(run.id, chunkKind(checkId), chunk.ordinal);
    return { kind: "stopped", trouble: troubleOf("Toloka refused the tasks", error) };
  }
};
