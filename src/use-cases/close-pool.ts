import type { Environment } from "../domain/environment.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import type { Deps } from "./deps.ts";
import { noteClosed } from "./note-closed.ts";
import { say } from "./say.ts";
import type { JobOutcome } from "./store-ports.ts";
import { troubleOf } from "./toloka-words.ts";

/** How long to wait for one closing before looking again later, in milliseconds. */
const waitMs = 30_000;

/** Closes a pool somebody paused. Closing is idempotent at Toloka (204 when already closed). */
export const closePool = async (
  deps: Deps,
  job: { readonly environment: Environment; readonly poolId: string; readonly runId: string },
): Promise<JobOutcome> => {
  const connection = deps.toloka.connection(job.environment);
  if (connection === null) throw new Error(`no connection for ${job.environment}`);
  try {
    const answer = await connection.closePool(job.poolId);
    if (answer !== "already") await connection.waitOperation(answer.id, waitMs);
    const pool = await connection.pool(job.poolId);
    if (pool.status === "OPEN") return { againAfterMs: 2_000 };
    await noteClosed(deps, job.runId, pool);
    return "done";
  } catch (error) {
    if (!(error instanceof TolokaError)) throw error;
    if (error.facts.retryable || error.facts.outcome === "unknown") {
      return { againAfterMs: error.facts.retryAfterMs ?? 2_000 };
    }
    const trouble = troubleOf("Toloka refused to close the pool", error);
    await deps.database.transaction((store) =>
      say(store, job.runId, { type: "needs-human", trouble }),
    );
    return "done";
  }
};
