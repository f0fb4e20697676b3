import { bringsResults } from "../domain/closing.ts";
import type { Pool } from "../domain/toloka.ts";
import type { Deps } from "./deps.ts";
import { say } from "./say.ts";
import { wishForResults } from "./wish-for-results.ts";

/**
 * Records that a run's pool is closed and tells its thread why, once: the change is a compare-and-set,
 * so the watcher and a pause that notice the same closing cannot both tell it.
 */
export const noteClosed = async (deps: Deps, runId: string, pool: Pool): Promise<void> => {
  await deps.database.transaction(async (store) => {
    const run = await store.runs.find(runId);
    if (run === null) return;
    const reason = pool.lastCloseReason ?? pool.status;
    const changed = await store.runs.change(
      run.id,
      { version: run.version, status: "open" },
      { status: "closed", closeReason: reason, closedAt: pool.lastStopped },
    );
    if (changed === null) return;
    await store.audit.write({
      actor: "toloka",
      action: "closed",
      subject: run.id,
      before: run.status,
      after: reason,
    });
    await store.pools.save({
      environment: run.environment,
      poolId: pool.id,
      runId: run.id,
      status: pool.status,
      closeReason: reason,
      willExpire: pool.willExpire,
      lastStarted: pool.lastStarted,
      warnedMs: [],
    });
    await say(store, run.id, {
      type: "closed",
      reason,
      at: pool.lastStopped?.toISOString() ?? null,
      by: reason === "MANUAL" ? run.pausedBy : null,
    });
    if (bringsResults(reason)) await wishForResults(store, run.id, null);
  });
};
