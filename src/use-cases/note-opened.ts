import type { Pool } from "../domain/toloka.ts";
import type { Deps } from "./deps.ts";
import { say } from "./say.ts";
import type { WatchedPool } from "./store-ports.ts";

/**
 * Records that a run's pool was opened without the bot, and tells its thread. While the bot itself is
 * opening the pool this is its own doing and told by the opening.
 */
export const noteOpened = async (deps: Deps, stored: WatchedPool, pool: Pool): Promise<void> => {
  const { runId } = stored;
  if (runId === null) return;
  await deps.database.transaction(async (store) => {
    const run = await store.runs.find(runId);
    if (run === null || run.status === "opening") return;
    const picture = {
      ...stored,
      status: "OPEN",
      closeReason: null,
      willExpire: pool.willExpire,
      lastStarted: pool.lastStarted,
      warnedMs: [],
    };
    if (run.status === "open") {
      await store.pools.save({ ...picture, warnedMs: stored.warnedMs });
      return;
    }
    const changed = await store.runs.change(
      run.id,
      { version: run.version, status: run.status },
      {
        status: "open",
        step: null,
        approval: null,
        openedAt: pool.lastStarted,
        closedAt: null,
        closeReason: null,
        pausedBy: null,
        willExpire: pool.willExpire,
      },
    );
    if (changed === null) return;
    await store.pools.save(picture);
    await store.audit.write({
      actor: "outside",
      action: "opened",
      subject: run.id,
      before: run.status,
      after: "open",
    });
    await say(store, run.id, {
      type: run.closeReason === "FOR_UPDATE" ? "reopened" : "opened-outside",
      at: pool.lastStarted?.toISOString() ?? null,
    });
  });
};
