import { formatDuration } from "../domain/durations.ts";
import { dueWarning, warnedAfter } from "../domain/expiry.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";
import { say } from "./say.ts";
import type { WatchedPool } from "./store-ports.ts";

/** Tells one thread that its pool closes soon; the told level is stored in the same transaction. */
const warn = async (
  deps: Deps,
  connection: TolokaConnection,
  pool: WatchedPool,
  runId: string,
): Promise<void> => {
  await deps.database.transaction(async (store) => {
    const stored = await store.pools.find(pool.environment, pool.poolId);
    const run = await store.runs.find(runId);
    if (stored === null || run === null || run.status !== "open" || stored.status !== "OPEN")
      return;
    const level = dueWarning({
      willExpire: stored.willExpire,
      now: connection.now(),
      levelsMs: deps.policy.expiryWarningsMs,
      warnedMs: stored.warnedMs,
    });
    if (level === null) return;
    const warnedMs = warnedAfter(level, {
      levelsMs: deps.policy.expiryWarningsMs,
      warnedMs: stored.warnedMs,
    });
    await store.pools.save({ ...stored, warnedMs });
    const willExpire = stored.willExpire.toISOString();
    await say(store, runId, { type: "expiring", level: formatDuration(level), willExpire });
    await store.jobs.send({
      name: "tell-person",
      userId: run.ownerId,
      notice: { type: "expiring", name: run.poolName ?? stored.poolId, willExpire },
      key: `${runId}:expiring:${willExpire}:${level}`,
    });
  });
};

/** Warns the threads of open pools whose closing time comes near, once per level, without asking Toloka. */
export const warnOfExpiry = async (deps: Deps, connection: TolokaConnection): Promise<void> => {
  const now = connection.now();
  for (const pool of await deps.database.pools.list(connection.environment)) {
    if (pool.runId === null || pool.status !== "OPEN") continue;
    const facts = {
      willExpire: pool.willExpire,
      now,
      levelsMs: deps.policy.expiryWarningsMs,
      warnedMs: pool.warnedMs,
    };
    if (dueWarning(facts) !== null) await warn(deps, connection, pool, pool.runId);
  }
};
