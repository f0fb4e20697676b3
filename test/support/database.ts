import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { createDatabase } from "../../src/storage/create-database.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { type OpenedDatabase, openDatabase, overPglite } from "../../src/storage/open-database.ts";
import type { Database, Job } from "../../src/use-cases/store-ports.ts";
import { silentLog } from "./silent-log.ts";

/** What a test of storage or jobs works with. */
export type TestDatabase = {
  readonly opened: OpenedDatabase;
  readonly database: Database;
  /** The jobs that were sent through `database`, committed or not. */
  readonly sent: readonly { readonly job: Job; readonly afterMs: number }[];
};

/**
 * Gives each test of a file a migrated database without rows: on PGlite one for all files of a worker,
 * because opening costs seconds; with TEST_DATABASE_URL a new Postgres database for each file.
 */
export const useDatabase = (): (() => TestDatabase) => {
  const server = process.env.TEST_DATABASE_URL;
  let current: TestDatabase | null = null;
  let opened: OpenedDatabase | null = null;
  let discard = async () => {};

  beforeAll(async () => {
    if (server === undefined) {
      opened = await sharedPglite();
      return;
    }
    const made = await makePostgresDatabase(server);
    const own = await openDatabase({ databaseUrl: made.url, log: silentLog });
    opened = own;
    discard = async () => {
      await own.close();
      await made.drop();
    };
  }, 60_000);

  beforeEach(async () => {
    if (opened === null) throw new Error("The database is not open");
    await emptyTables(opened);
    const sent: { job: Job; afterMs: number }[] = [];
    const database = createDatabase(opened.kysely, async (job, { afterMs }) => {
      sent.push({ job, afterMs });
    });
    current = { opened, database, sent };
  });

  afterAll(() => discard());

  return () => {
    if (current === null) throw new Error("Only tests have a database");
    return current;
  };
};

let shared: Promise<OpenedDatabase> | null = null;

const sharedPglite = (): Promise<OpenedDatabase> => {
  if (shared === null) {
    shared = inMemory();
  }
  return shared;
};

const inMemory = async (): Promise<OpenedDatabase> => {
  const pglite = await PGlite.create();
  const opened = overPglite(pglite, () => pglite.close());
  await migrate(opened.kysely.withoutPlugins());
  return opened;
};

/** A new, empty database on a Postgres server. */
export const makePostgresDatabase = async (
  server: string,
): Promise<{ url: string; drop: () => Promise<void> }> => {
  const name = `lifeguard_test_${randomBytes(6).toString("hex")}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
};

const onServer = async (server: string, statement: string) => {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

const emptyTables = async ({ kysely }: OpenedDatabase) => {
  const tables = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where (schemaname = 'public' and tablename not like 'kysely%')
      or (schemaname = 'pgboss' and tablename = 'job')`.execute(kysely);
  const names = tables.rows.map((row) => row.name).join(", ");
  await sql.raw(`truncate ${names} restart identity cascade`).execute(kysely);
};
