import type { PGlite } from "@electric-sql/pglite";
import {
  CamelCasePlugin,
  HandleEmptyInListsPlugin,
  Kysely,
  PGliteDialect,
  PostgresDialect,
  replaceWithNoncontingentExpression,
} from "kysely";
import { type ConstructorOptions, fromPglite } from "pg-boss";
import type { Log } from "../use-cases/ports.ts";
import { migrate } from "./migrate.ts";
import { openPglite } from "./open-pglite.ts";
import { openPostgres } from "./open-postgres.ts";
import type { Tables } from "./tables.ts";

const plugins = [
  // Names are snake_case in SQL and camelCase here; the keys inside JSON stay as they are.
  new CamelCasePlugin({ maintainNestedObjectKeys: true }),
  // Nothing is in an empty list; SQL has no words for that.
  new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
];

/** An open, migrated database. */
export type OpenedDatabase = {
  readonly kind: "pglite" | "postgres";
  readonly kysely: Kysely<Tables>;
  /** What pg-boss needs to work on the same database. */
  readonly boss: Pick<ConstructorOptions, "backend" | "db" | "connectionString">;
  /** Closes it, after the jobs were stopped. */
  close(): Promise<void>;
};

/**
 * Opens the database and brings its tables up to date: Postgres when `databaseUrl` is given, otherwise the
 * embedded one in the folder `dataDir`. Throws StorageLocked when another process has the folder open and
 * StorageUnusable when others may read it.
 */
export const openDatabase = async (settings: {
  databaseUrl?: string;
  dataDir?: string;
  log: Log;
}): Promise<OpenedDatabase> => {
  const { databaseUrl, dataDir, log } = settings;
  const opened =
    databaseUrl === undefined
      ? await embedded(dataDir ?? "data")
      : served(databaseUrl, openPostgres(databaseUrl, log));
  try {
    await migrate(opened.kysely.withoutPlugins());
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
};

const embedded = async (dataDir: string): Promise<OpenedDatabase> => {
  const { pglite, close } = await openPglite(dataDir);
  return overPglite(pglite, close);
};

/** A database over an open PGlite, not migrated yet. */
export const overPglite = (pglite: PGlite, close: () => Promise<void>): OpenedDatabase => ({
  kind: "pglite",
  kysely: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), plugins }),
  boss: { backend: "pglite", db: fromPglite(pglite) },
  close,
});

const served = (
  connectionString: string,
  pool: ReturnType<typeof openPostgres>,
): OpenedDatabase => {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins });
  return {
    kind: "postgres",
    kysely,
    boss: { backend: "postgres", connectionString },
    close: () => kysely.destroy(),
  };
};
