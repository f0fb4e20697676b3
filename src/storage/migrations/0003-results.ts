import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table result_wishes (
    run_id text not null references runs (id) on delete cascade,
    asked_by text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (run_id, asked_by)
  )`,
  `create table answer_rows (
    id bigint generated always as identity primary key,
    run_id text not null references runs (id) on delete cascade,
    batch text not null,
    at timestamptz not null default clock_timestamp(),
    rows json not null
  )`,
  "create index answer_rows_by_run on answer_rows (run_id, batch, id)",
];

/** Who waits for the results of a pool, and answers until they are sent as files. Never edited. */
export const results: Migration = {
  up: async (kysely: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(kysely);
  },
};
