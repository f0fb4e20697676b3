import type { Kysely } from "kysely";
import type { Store } from "../use-cases/store-ports.ts";
import type { Tables } from "./tables.ts";

/** Votes: one a person and plan; the database refuses the second. */
export const createVotes = (kysely: Kysely<Tables>): Store["votes"] => ({
  insert: async (vote) => {
    const row = await kysely
      .insertInto("votes")
      .values(vote)
      .onConflict((conflict) => conflict.doNothing())
      .returning("userId")
      .executeTakeFirst();
    return row !== undefined;
  },
});
