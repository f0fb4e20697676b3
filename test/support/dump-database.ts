import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

type Query = (sql: string) => Promise<readonly { readonly [column: string]: unknown }[]>;

const tables = `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
  from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;

const dumpBy = async (query: Query): Promise<string> => {
  const lines: string[] = [];
  for (const { name } of await query(tables)) {
    for (const { row } of await query(`select t::text as row from ${String(name)} t`)) {
      lines.push(`${String(name)} ${String(row)}`);
    }
  }
  return lines.join("\n");
};

/** Every row of every table as text: of a Postgres, or of a data folder whose bot has ended. */
export const dumpDatabase = async (
  from: { url: string } | { dataDir: string },
): Promise<string> => {
  if ("url" in from) {
    const client = new pg.Client({ connectionString: from.url });
    await client.connect();
    return dumpBy(async (sql) => (await client.query(sql)).rows).finally(() => client.end());
  }
  const pglite = await PGlite.create(join(from.dataDir, "database"));
  return dumpBy(
    async (sql) => (await pglite.query<{ [column: string]: unknown }>(sql)).rows,
  ).finally(() => pglite.close());
};
