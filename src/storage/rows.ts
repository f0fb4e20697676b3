import type { Kysely } from "kysely";
import type { Store } from "../use-cases/store-ports.ts";
import { toJson } from "./schema/json.ts";
import { rowProblems, taskRows } from "./schema/plan.ts";
import type { Tables } from "./tables.ts";

/** Findings kept in one row, to read them back in pieces that fit in memory. */
const problemsPerRow = 500;

/** The accepted rows of a checked file and what was wrong with the others. */
export const createRows = (kysely: Kysely<Tables>): Store["rows"] => ({
  addChunk: async (checkId, { ordinal, rows }) => {
    await kysely
      .insertInto("taskChunks")
      .values({ checkId, ordinal, rows: toJson(rows) })
      // A check that runs again after a crash finds its chunks in place.
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },

  chunkCount: async (checkId) => {
    const { count } = await kysely
      .selectFrom("taskChunks")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("checkId", "=", checkId)
      .executeTakeFirstOrThrow();
    return count;
  },

  chunk: async (checkId, ordinal) => {
    const row = await kysely
      .selectFrom("taskChunks")
      .select("rows")
      .where("checkId", "=", checkId)
      .where("ordinal", "=", ordinal)
      .executeTakeFirst();
    return row === undefined ? null : { ordinal, rows: taskRows.parse(row.rows) };
  },

  addProblems: async (checkId, problems) => {
    for (let start = 0; start < problems.length; start += problemsPerRow) {
      const piece = problems.slice(start, start + problemsPerRow);
      await kysely
        .insertInto("rowProblems")
        .values({ checkId, problems: toJson(piece) })
        .execute();
    }
  },

  problems: (checkId) => readProblems(kysely, checkId),

  drop: async (checkId) => {
    await kysely.deleteFrom("taskChunks").where("checkId", "=", checkId).execute();
    await kysely.deleteFrom("rowProblems").where("checkId", "=", checkId).execute();
  },
});

async function* readProblems(kysely: Kysely<Tables>, checkId: string) {
  for (let last = 0; ; ) {
    const row = await kysely
      .selectFrom("rowProblems")
      .select(["id", "problems"])
      .where("checkId", "=", checkId)
      .where("id", ">", last)
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) return;
    yield rowProblems.parse(row.problems);
    last = row.id;
  }
}
