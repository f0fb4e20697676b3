import { type Kysely, sql } from "kysely";
import type { Store } from "../use-cases/store-ports.ts";
import type { Tables } from "./tables.ts";

/** Small texts by name. */
export const createNotes = (kysely: Kysely<Tables>): Store["notes"] => ({
  read: async (name) => {
    const row = await kysely
      .selectFrom("notes")
      .select("text")
      .where("name", "=", name)
      .executeTakeFirst();
    return row?.text ?? null;
  },

  write: async (name, text) => {
    await kysely
      .insertInto("notes")
      .values({ name, text })
      .onConflict((conflict) =>
        conflict.column("name").doUpdateSet({ text, at: sql<Date>`clock_timestamp()` }),
      )
      .execute();
  },
});
