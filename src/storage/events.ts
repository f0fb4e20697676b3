import { type Kysely, sql } from "kysely";
import type { Store } from "../use-cases/store-ports.ts";
import { eventRow } from "./schema/event.ts";
import type { Tables } from "./tables.ts";

const columns = ["runId", "seq", "at", "event", "ts"] as const;

/** What a run's thread is told, numbered from 1 without gaps. */
export const createEvents = (kysely: Kysely<Tables>): Store["events"] => ({
  append: async (runId, event) => {
    // One statement: the row of the run hands out the number, so that two writers wait for each other and a
    // rolled back transaction gives its number back.
    const row = await kysely
      .with("numbered", (query) =>
        query
          .updateTable("runs")
          .set(({ eb }) => ({ lastEventSeq: eb("lastEventSeq", "+", 1) }))
          .where("id", "=", runId)
          .returning(["id", "lastEventSeq"]),
      )
      .insertInto("events")
      .columns(["runId", "seq", "event"])
      .expression((query) =>
        query
          .selectFrom("numbered")
          .select(["id", "lastEventSeq", sql`${JSON.stringify(event)}::json`.as("event")]),
      )
      .returning([...columns])
      .executeTakeFirst();
    if (row === undefined) throw new Error(`There is no run ${runId} to tell something about`);
    return eventRow.parse(row);
  },

  untold: async (runId) => {
    const rows = await kysely
      .selectFrom("events")
      .select([...columns])
      .where("runId", "=", runId)
      .where("toldAt", "is", null)
      .orderBy("seq")
      .execute();
    return rows.map((row) => eventRow.parse(row));
  },

  markTold: async (runId, seq, ts) => {
    await kysely
      .updateTable("events")
      .set({ ts, toldAt: sql<Date>`clock_timestamp()` })
      .where("runId", "=", runId)
      .where("seq", "=", seq)
      .execute();
  },

  list: async (runId) => {
    const rows = await kysely
      .selectFrom("events")
      .select([...columns])
      .where("runId", "=", runId)
      .orderBy("seq")
      .execute();
    return rows.map((row) => eventRow.parse(row));
  },

  overdue: async (olderThanMs) => {
    const rows = await kysely
      .selectFrom("events")
      .select("runId")
      .distinct()
      .where("toldAt", "is", null)
      .where("at", "<", sql<Date>`clock_timestamp() - ${olderThanMs} * interval '1 millisecond'`)
      .orderBy("runId")
      .execute();
    return rows.map((row) => row.runId);
  },
});
