import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table homes (
    user_id text primary key,
    opened_at timestamptz not null,
    wanted_at timestamptz,
    painted_at timestamptz,
    picture text,
    view_hash text,
    published_at timestamptz
  )`,
  "create index homes_by_opening on homes (opened_at)",
];

/** Who has opened the app's Home, and what was published on it. Never edited. */
export const homes: Migration = {
  up: async (kysely: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(kysely);
  },
};
