import { type Kysely, sql } from "kysely";
import type { ResultsStore } from "../use-cases/results-ports.ts";
import { toJson } from "./schema/json.ts";
import { answerRowList } from "./schema/results.ts";
import type { Tables } from "./tables.ts";

/** So many runs are looked after in one round. */
const most = 200;

/** Who waits for results, and answers on their way into files. */
export const createResults = (kysely: Kysely<Tables>): ResultsStore => ({
  wish: async (runId, by) => {
    await kysely
      .insertInto("resultWishes")
      .values({ runId, askedBy: by ?? "" })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },

  wishes: async (runId) => {
    const rows = await kysely
      .selectFrom("resultWishes")
      .select("askedBy")
      .where("runId", "=", runId)
      .orderBy("at")
      .execute();
    return rows.map(({ askedBy }) => ({ by: askedBy === "" ? null : askedBy }));
  },

  wanted: async (environment) => {
    const rows = await kysely
      .selectFrom("resultWishes")
      .innerJoin("runs", "runs.id", "resultWishes.runId")
      .select("runs.id")
      .where("runs.environment", "=", environment)
      .groupBy("runs.id")
      // Wishes that have to wait must not keep others from their turn.
      .orderBy(sql`random()`)
      .limit(most)
      .execute();
    return rows.map(({ id }) => id);
  },

  fulfil: async (runId, wishes) => {
    const gone = await kysely
      .deleteFrom("resultWishes")
      .where("runId", "=", runId)
      .where(
        "askedBy",
        "in",
        wishes.map(({ by }) => by ?? ""),
      )
      .returning("askedBy")
      .execute();
    return gone.length > 0;
  },

  addRows: async (runId, batch, rows) => {
    await kysely
      .insertInto("answerRows")
      .values({ runId, batch, rows: toJson(rows) })
      .execute();
  },

  pieces: async (runId, batch) => {
    const { count } = await kysely
      .selectFrom("answerRows")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("runId", "=", runId)
      .where("batch", "=", batch)
      .executeTakeFirstOrThrow();
    return count;
  },

  forget: async (runId, batch) => {
    await kysely
      .deleteFrom("answerRows")
      .where("runId", "=", runId)
      .where("batch", "=", batch)
      .execute();
  },

  forgetOlderThan: async (time) => {
    await kysely
      .deleteFrom("answerRows")
      .where("at", "<", time)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom("events")
              .select("events.seq")
              .whereRef("events.runId", "=", "answerRows.runId")
              .where("events.toldAt", "is", null),
          ),
        ),
      )
      .execute();
  },

  rows: (runId, batch) => readRows(kysely, runId, batch),

  keepOnly: async (runId, batches) => {
    await kysely
      .deleteFrom("answerRows")
      .where("runId", "=", runId)
      .$if(batches.length > 0, (query) => query.where("batch", "not in", [...batches]))
      .execute();
  },
});

async function* readRows(kysely: Kysely<Tables>, runId: string, batch: string) {
  for (let last = 0; ; ) {
    const row = await kysely
      .selectFrom("answerRows")
      .select(["id", "rows"])
      .where("runId", "=", runId)
      .where("batch", "=", batch)
      .where("id", ">", last)
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return;
    yield answerRowList.parse(row.rows);
    last = row.id;
  }
}
