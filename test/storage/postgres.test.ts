import { sql } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "../../src/storage/open-database.ts";
import { makePostgresDatabase } from "../support/database.ts";
import { silentLog } from "../support/silent-log.ts";

const server = process.env.TEST_DATABASE_URL ?? "";

test.runIf(server !== "")(
  "a restart of Postgres ends no process: the next statement opens a new connection",
  async () => {
    const { url, drop } = await makePostgresDatabase(server);
    const warned: string[] = [];
    const log = { ...silentLog, warn: (_fields: object, message: string) => warned.push(message) };
    const opened = await openDatabase({ databaseUrl: url, log });
    const other = await openDatabase({ databaseUrl: url, log: silentLog });
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(other.kysely);
    await expect
      .poll(() => warned)
      .toEqual(["A database connection was lost; the pool opens a new one"]);
    const after = await sql<{
      timeout: string;
    }>`select current_setting('statement_timeout') as timeout`.execute(opened.kysely);
    expect(after.rows).toEqual([{ timeout: "5s" }]);
    await other.close();
    await opened.close();
    await drop();
  },
);
