import pg from "pg";
import type { Log } from "../use-cases/ports.ts";

/** No statement of the bot needs longer; a hung database must not hang the people waiting. */
const statementTimeoutMs = 5_000;

/** Postgres' number of the type int8, which `pg` would give as text. */
const int8 = 20;

/** Opens a pool of connections to Postgres. */
export const openPostgres = (connectionString: string, log: Log): pg.Pool => {
  const pool = new pg.Pool({
    connectionString,
    application_name: "lifeguard",
    max: 10,
    connectionTimeoutMillis: statementTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 2 * statementTimeoutMs,
    types: {
      getTypeParser: (type, format) =>
        type === int8 && format !== "binary" ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // Without a listener a lost idle connection would end the process.
  pool.on("error", (error) =>
    log.warn({ error: error.message }, "A database connection was lost; the pool opens a new one"),
  );
  return pool;
};
