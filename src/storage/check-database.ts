import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { keepPrivate } from "./data-folder.ts";
import { StorageLocked } from "./folder-lock.ts";
import { openPglite } from "./open-pglite.ts";

type Place =
  | { readonly kind: "postgres"; readonly url: string }
  | { readonly kind: "embedded"; readonly folder: string };

const askPostgres = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.query("create temporary table doctor (id int)");
    return "Postgres answers and can be written";
  } catch (error) {
    // The driver's words may hold the address and with it the password.
    const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
    throw new Error(`Postgres cannot be used (${code})`);
  } finally {
    await client.end().catch(() => {});
  }
};

const askFolder = async (dataDir: string): Promise<string> => {
  const folder = resolve(dataDir);
  await keepPrivate(folder);
  const made = await stat(join(folder, "database")).then(
    () => true,
    () => false,
  );
  if (!made) return "none yet; the first start makes it";
  try {
    const { pglite, close } = await openPglite(folder);
    await pglite.query("create temporary table doctor (id int)").finally(close);
    return "it opens and can be written";
  } catch (error) {
    if (error instanceof StorageLocked) return `process ${error.pid} has it open: the bot runs`;
    throw error;
  }
};

/** Says how the database is, without changing it. Throws an error whose message says what is wrong. */
export const openExisting = (place: Place): Promise<string> =>
  place.kind === "postgres" ? askPostgres(place.url) : askFolder(place.folder);
