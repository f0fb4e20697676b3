import type { Kysely } from "kysely";
import type { Store } from "../use-cases/store-ports.ts";
import type { Tables } from "./tables.ts";

/** Keys of what came from outside, so that a repeated delivery changes nothing. */
export const createDeliveries = (kysely: Kysely<Tables>): Store["deliveries"] => ({
  first: async (key, kind) => {
    const row = await kysely
      .insertInto("deliveries")
      .values({ key, kind })
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .executeTakeFirst();
    return row !== undefined;
  },

  forgetOlderThan: async (time) => {
    const { numDeletedRows } = await kysely
      .deleteFrom("deliveries")
      .where("at", "<", time)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});
