import { type Kysely, sql } from "kysely";
import type { Run } from "../domain/run.ts";
import type { RunChange, RunQuery, Store } from "../use-cases/store-ports.ts";
import { toJson } from "./schema/json.ts";
import { runRow } from "./schema/run.ts";
import type { Tables } from "./tables.ts";

/** Runs: one row each, changed by compare-and-set only. */
export const createRuns = (kysely: Kysely<Tables>): Store["runs"] => ({
  insert: async (run) => {
    const result = await kysely
      .insertInto("runs")
      .values(insertable(run))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirst();
    return Number(result.numInsertedOrUpdatedRows ?? 0) === 1;
  },

  find: async (id) => {
    const row = await kysely.selectFrom("runs").selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? null : runRow.parse(row);
  },

  draftsInTurn: async (ownerId) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`drafts ${ownerId}`}))`.execute(kysely);
    const rows = await kysely
      .selectFrom("runs")
      .selectAll()
      .where("status", "=", "draft")
      .where("ownerId", "=", ownerId)
      .orderBy("createdAt")
      .orderBy("id")
      .execute();
    return rows.map((row) => runRow.parse(row));
  },

  findByPool: async (environment, poolId) => {
    const row = await kysely
      .selectFrom("runs")
      .selectAll()
      .where("environment", "=", environment)
      .where("poolId", "=", poolId)
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : runRow.parse(row);
  },

  list: async ({ limit, first, ...query }) => {
    const rows = await meant(kysely, query)
      .selectAll()
      .$if(first === "closing", (runs) => runs.orderBy("willExpire"))
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    return rows.map((row) => runRow.parse(row));
  },

  count: async (query) => {
    const { count } = await meant(kysely, query)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(count);
  },

  change: async (id, { version, status }, change) => {
    const statuses = typeof status === "string" ? [status] : status;
    const row = await kysely
      .updateTable("runs")
      .set(updatable(change))
      .set(({ eb, fn }) => ({ version: eb("version", "+", 1), updatedAt: fn("now", []) }))
      .where("id", "=", id)
      .$if(version !== undefined, (query) => query.where("version", "=", version ?? 0))
      .$if(statuses !== undefined, (query) => query.where("status", "in", [...(statuses ?? [])]))
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? null : runRow.parse(row);
  },
});

/** The runs that a query means. */
const meant = (kysely: Kysely<Tables>, query: RunQuery) => {
  const { statuses, ownerId, channelId, changedSince, closedSince } = query;
  let runs = kysely.selectFrom("runs");
  if (statuses !== undefined) runs = runs.where("status", "in", [...statuses]);
  if (ownerId !== undefined) runs = runs.where("ownerId", "=", ownerId);
  if (channelId !== undefined) runs = runs.where("channelId", "=", channelId);
  if (changedSince !== undefined) runs = runs.where("updatedAt", ">=", changedSince);
  if (closedSince !== undefined) {
    // Toloka does not always say when a pool was closed.
    runs = runs.where(({ fn }) => fn.coalesce("closedAt", "updatedAt"), ">=", closedSince);
  }
  return runs;
};

const insertable = (run: Run) => ({
  ...run,
  editorIds: toJson(run.editorIds),
  input: toJson(run.input),
  projectBody: toJson(run.projectBody),
  poolBody: toJson(run.poolBody),
  report: toJson(run.report),
  upload: toJson(run.upload),
  request: toJson(run.request),
  approval: toJson(run.approval),
  denial: toJson(run.denial),
  trouble: toJson(run.trouble),
});

/** Only what changes: a field that is undefined here is left out of the statement. */
const updatable = (change: RunChange) => ({
  ...change,
  editorIds: toJson(change.editorIds),
  input: toJson(change.input),
  projectBody: toJson(change.projectBody),
  poolBody: toJson(change.poolBody),
  report: toJson(change.report),
  upload: toJson(change.upload),
  request: toJson(change.request),
  approval: toJson(change.approval),
  denial: toJson(change.denial),
  trouble: toJson(change.trouble),
});
