import { poolChanges } from "../domain/pool-diff.ts";
import type { Pool } from "../domain/toloka.ts";
import type { Deps } from "./deps.ts";
import { noteClosed } from "./note-closed.ts";
import { noteOpened } from "./note-opened.ts";
import type { TolokaConnection } from "./ports.ts";
import type { WatchedPool } from "./store-ports.ts";
import { isMissing } from "./toloka-words.ts";

/** Lists show new states late; the look for starts reaches this far behind the last one, in milliseconds. */
const lagMs = 60_000;

/** The first look of an installation reaches back this far for starts, in milliseconds. */
const firstLookMs = 24 * 3_600_000;

/** Under this name the moment of the last complete look is kept, by Toloka's clock. */
export const lastLook = (connection: TolokaConnection): string =>
  `watched:${connection.environment}`;

/** All pools that are open now or were started since the last look, by pages. */
const readPools = async (
  connection: TolokaConnection,
  since: Date,
): Promise<ReadonlyMap<string, Pool>> => {
  const seen = new Map<string, Pool>();
  for await (const page of connection.pools({ startedAfter: since })) {
    for (const pool of page) seen.set(pool.id, pool);
  }
  for await (const page of connection.pools({ status: "OPEN" })) {
    for (const pool of page) seen.set(pool.id, pool);
  }
  return seen;
};

/** Keeps a moved closing time; the levels that were told belong to the old one. */
const noteMoved = async (deps: Deps, stored: WatchedPool, willExpire: Date): Promise<void> => {
  await deps.database.transaction(async (store) => {
    const known = (await store.pools.find(stored.environment, stored.poolId)) ?? stored;
    await store.pools.save({ ...known, willExpire, warnedMs: [] });
    if (stored.runId === null) return;
    await store.runs.change(stored.runId, {}, { willExpire });
    await store.jobs.send({ name: "tell-thread", runId: stored.runId });
  });
};

/** Compares one pool with its stored picture; only a difference is written and told, in its order. */
const compare = async (deps: Deps, stored: WatchedPool, pool: Pool): Promise<void> => {
  for (const change of poolChanges(stored, pool)) {
    if (change.type === "opened") await noteOpened(deps, stored, pool);
    else if (change.type === "expiry-moved") await noteMoved(deps, stored, change.to);
    else if (stored.runId !== null) await noteClosed(deps, stored.runId, pool);
  }
};

/**
 * The pool as it is now: of the pages while they agree with the stored picture, else read by itself, because
 * pages may be older than what another job has stored since. Null when there is nothing to compare.
 */
const readCurrent = async (
  deps: Deps,
  connection: TolokaConnection,
  stored: WatchedPool,
  listed: Pool | null,
): Promise<Pool | null> => {
  const status = listed?.status ?? (stored.status === "OPEN" ? "not listed" : stored.status);
  if (status === stored.status) return listed;
  try {
    return await connection.pool(stored.poolId);
  } catch (error) {
    if (!isMissing(error)) throw error;
    // As after a change of the key to another account: the other pools are still watched.
    deps.log.warn({ pool: stored.poolId }, "Toloka does not know a pool that is watched");
    return null;
  }
};

/**
 * Reads the account's pools by pages and tells the threads of runs what differs from the stored picture:
 * opened (also behind the bot's back, also when closed again since), closing time moved, closed and why.
 * A pool that opened or closed by the pages is read by itself before anything is said about it.
 */
export const watchPools = async (deps: Deps, connection: TolokaConnection): Promise<void> => {
  const { database } = deps;
  const noted = await database.notes.read(lastLook(connection));
  await connection.requester();
  const lookedAt = connection.now();
  const since =
    noted === null ? lookedAt.getTime() - firstLookMs : new Date(noted).getTime() - lagMs;
  const seen = await readPools(connection, new Date(since));
  for (const stored of await database.pools.list(connection.environment)) {
    if (stored.runId === null) continue;
    const pool = await readCurrent(deps, connection, stored, seen.get(stored.poolId) ?? null);
    if (pool !== null) await compare(deps, stored, pool);
  }
  await database.notes.write(lastLook(connection), lookedAt.toISOString());
};
