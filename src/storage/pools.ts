import type { Kysely } from "kysely";
import { z } from "zod";
import { environments } from "../domain/environment.ts";
import type { Store, WatchedPool } from "../use-cases/store-ports.ts";
import { toJson } from "./schema/json.ts";
import type { Tables } from "./tables.ts";

const watchedPool: z.ZodType<WatchedPool> = z.object({
  environment: z.enum(environments),
  poolId: z.string(),
  runId: z.string().nullable(),
  status: z.string(),
  closeReason: z.string().nullable(),
  willExpire: z.date(),
  lastStarted: z.date().nullable(),
  warnedMs: z.array(z.number()),
});

/** Pools as the watcher last saw them. */
export const createPools = (kysely: Kysely<Tables>): Store["pools"] => ({
  list: async (environment) => {
    const rows = await kysely
      .selectFrom("watchedPools")
      .selectAll()
      .where("environment", "=", environment)
      .orderBy("poolId")
      .execute();
    return rows.map((row) => watchedPool.parse(row));
  },

  find: async (environment, poolId) => {
    const row = await kysely
      .selectFrom("watchedPools")
      .selectAll()
      .where("environment", "=", environment)
      .where("poolId", "=", poolId)
      .executeTakeFirst();
    return row === undefined ? null : watchedPool.parse(row);
  },

  save: async (pool) => {
    const values = { ...pool, warnedMs: toJson(pool.warnedMs) };
    const { environment: _environment, poolId: _poolId, ...change } = values;
    await kysely
      .insertInto("watchedPools")
      .values(values)
      .onConflict((conflict) => conflict.columns(["environment", "poolId"]).doUpdateSet(change))
      .execute();
  },
});
