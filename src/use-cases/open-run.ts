import type { Run } from "../domain/run.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import { confirmOpening } from "./confirm-opening.ts";
import type { Deps } from "./deps.ts";
import { moveRun, notOpened } from "./move-run.ts";
import { openEffect } from "./open-effect.ts";
import { isStuck } from "./outage.ts";
import type { TolokaConnection } from "./ports.ts";
import { preflight } from "./preflight.ts";
import type { JobOutcome } from "./store-ports.ts";
import { troubleOf } from "./toloka-words.ts";

/** The attempt is dropped when more than this passed between the checks and the call, in milliseconds. */
const staleChecksMs = 2_000;

/** Checks once more, then sends `open` exactly once for this approval. */
const sendOpen = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  poolId: string,
): Promise<JobOutcome> => {
  const checked = await preflight(deps, connection, run, poolId);
  if (checked.kind === "changed") {
    const trouble = {
      what: `Changed: ${checked.differing.join(", ")}.`,
      next: "Look at the change, then request again.",
      code: null,
      requestId: null,
    };
    await moveRun(deps, run, { status: "void", approval: null, trouble }, [
      { type: "void", differing: checked.differing },
    ]);
    return "done";
  }
  if (checked.kind === "stopped") return notOpened(deps, run, checked.trouble);
  const effect = openEffect(run);
  const sending = await moveRun(
    deps,
    run,
    { status: "opening", openSentAt: deps.clock.now() },
    [],
    async (store) => {
      await store.effects.begin(run.id, effect, 0, run.request?.plan.hash ?? "");
    },
  );
  if (sending === null) return "done";
  if (performance.now() - checked.checkedAtMs > staleChecksMs) {
    await deps.database.effects.fail(run.id, effect, 0);
    await moveRun(deps, sending, { status: "approved", openSentAt: null }, []);
    return { againAfterMs: 100 };
  }
  try {
    const answer = await connection.openPool(poolId);
    if (answer !== "already") await deps.database.effects.finish(run.id, effect, 0, answer.id);
  } catch (error) {
    if (!(error instanceof TolokaError)) throw error;
    if (error.facts.outcome === "refused") {
      await deps.database.effects.fail(run.id, effect, 0);
      if (error.facts.retryable) {
        await moveRun(deps, sending, { status: "approved", openSentAt: null }, []);
        return { againAfterMs: error.facts.retryAfterMs ?? 5_000 };
      }
      return notOpened(deps, sending, troubleOf("Toloka refused to open the pool", error));
    }
    deps.log.warn({ run: run.id, code: error.facts.code }, "open got no answer; looking");
  }
  return confirmOpening(deps, connection, sending, poolId);
};

/**
 * Opens an approved pool: the only place from which `POST /pools/{id}/open` is reached, and only with a
 * counted approval for what Toloka holds at this moment. Repeatable at any instant.
 */
export const openRun = async (deps: Deps, runId: string): Promise<JobOutcome> => {
  const run = await deps.database.runs.find(runId);
  if (run === null || run.poolId === null) return "done";
  if (run.status !== "approved" && run.status !== "opening") return "done";
  const connection = deps.toloka.connection(run.environment);
  if (connection === null) throw new Error(`no connection for ${run.environment}`);
  try {
    return run.status === "approved"
      ? await sendOpen(deps, connection, run, run.poolId)
      : await confirmOpening(deps, connection, run, run.poolId);
  } catch (error) {
    if (!(error instanceof TolokaError)) throw error;
    if (error.facts.retryable || error.facts.outcome === "unknown") {
      if (error.facts.status === 429 || !(await isStuck(deps, run))) {
        return { againAfterMs: error.facts.retryAfterMs ?? 2_000 };
      }
      const stuck = await deps.database.runs.find(runId);
      return stuck === null
        ? "done"
        : notOpened(deps, stuck, troubleOf("Toloka could not be read for too long", error));
    }
    const now = await deps.database.runs.find(runId);
    if (now === null) return "done";
    // What was sent may have opened the pool: "not opened" is said only when that can be seen.
    if (now.status === "opening" && !(await isStuck(deps, now))) return { againAfterMs: 5_000 };
    return notOpened(deps, now, troubleOf("Toloka could not be read", error));
  }
};
