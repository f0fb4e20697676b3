import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { firstTables } from "./migrations/0001-first-tables.ts";
import { homes } from "./migrations/0002-homes.ts";
import { results } from "./migrations/0003-results.ts";
import type { Tables } from "./tables.ts";

/** Every migration by its name; the names decide the order. */
const migrations = {
  "0001-first-tables": firstTables,
  "0002-homes": homes,
  "0003-results": results,
};

/**
 * Brings the tables up to date. Safe against a second migrator: the first holds a lock in the database, the
 * second finds nothing left to do. Throws the error of the migration that failed; nothing of it remains.
 */
export const migrate = async (kysely: Kysely<Tables>): Promise<void> => {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("The database could not be migrated", { cause: error });
};
