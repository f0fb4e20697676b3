import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";

const statements = [
  `create table runs (
    id text primary key,
    version integer not null,
    kind text not null,
    status text not null,
    step text,
    environment text not null,
    owner_id text not null,
    editor_ids json not null,
    channel_id text not null,
    root_ts text,
    page text not null,
    input json not null,
    project_body json,
    pool_body json,
    report json,
    check_id text,
    leave_out_bad_rows boolean not null,
    project_id text,
    project_name text,
    pool_id text,
    pool_name text,
    will_expire timestamptz,
    upload json,
    request_when_ready boolean not null,
    request json,
    approval json,
    denial json,
    open_sent_at timestamptz,
    opened_at timestamptz,
    closed_at timestamptz,
    close_reason text,
    paused_by text,
    trouble json,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    last_event_seq integer not null default 0
  )`,
  "create index runs_by_pool on runs (environment, pool_id, created_at)",
  "create index runs_by_status on runs (status, created_at)",
  "create index runs_by_owner on runs (owner_id, created_at)",
  `create table events (
    run_id text not null references runs (id) on delete cascade,
    seq integer not null,
    at timestamptz not null default clock_timestamp(),
    event json not null,
    ts text,
    told_at timestamptz,
    primary key (run_id, seq)
  )`,
  "create index events_untold on events (at) where told_at is null",
  `create table votes (
    run_id text not null references runs (id) on delete cascade,
    plan_hash text not null,
    user_id text not null,
    decision text not null,
    entitlement text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (run_id, plan_hash, user_id)
  )`,
  `create table deliveries (
    key text primary key,
    kind text not null,
    at timestamptz not null default clock_timestamp()
  )`,
  "create index deliveries_by_time on deliveries (at)",
  `create table effects (
    run_id text not null references runs (id) on delete cascade,
    kind text not null,
    ordinal integer not null,
    key text not null,
    status text not null,
    sent_at timestamptz not null default clock_timestamp(),
    attempt integer not null default 1,
    external_id text,
    primary key (run_id, kind, ordinal)
  )`,
  `create table task_chunks (
    check_id text not null,
    ordinal integer not null,
    rows json not null,
    primary key (check_id, ordinal)
  )`,
  `create table row_problems (
    id integer generated always as identity primary key,
    check_id text not null,
    problems json not null
  )`,
  "create index row_problems_by_check on row_problems (check_id, id)",
  `create table watched_pools (
    environment text not null,
    pool_id text not null,
    run_id text,
    status text not null,
    close_reason text,
    will_expire timestamptz not null,
    last_started timestamptz,
    warned_ms json not null,
    primary key (environment, pool_id)
  )`,
  "create table paint (run_id text primary key, hash text not null)",
  `create table notes (
    name text primary key,
    text text not null,
    at timestamptz not null default clock_timestamp()
  )`,
  `create table audit (
    seq integer primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    before text,
    after text,
    hash text not null
  )`,
  "create index audit_by_subject on audit (subject, seq)",
];

/** The tables of the first release. Never edited: later changes are migrations of their own. */
export const firstTables: Migration = {
  up: async (kysely: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(kysely);
  },
};
