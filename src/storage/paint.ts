import type { Kysely } from "kysely";
import type { Store } from "../use-cases/store-ports.ts";
import type { Tables } from "./tables.ts";

/** What each run's card shows now, as a hash. */
export const createPaint = (kysely: Kysely<Tables>): Store["paint"] => ({
  last: async (runId) => {
    const row = await kysely
      .selectFrom("paint")
      .select("hash")
      .where("runId", "=", runId)
      .executeTakeFirst();
    return row?.hash ?? null;
  },

  save: async (runId, hash) => {
    await kysely
      .insertInto("paint")
      .values({ runId, hash })
      .onConflict((conflict) => conflict.column("runId").doUpdateSet({ hash }))
      .execute();
  },
});
