import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { keepPrivate, makeDatabase } from "./data-folder.ts";
import { lockFolder } from "./folder-lock.ts";

/** Arguments for Postgres: 16 MB of buffers instead of 128 halve the memory of the process. */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];

/**
 * Opens the embedded database in a folder, making it when it is new. Exactly one process may have it open.
 * Throws StorageLocked and StorageUnusable.
 */
export const openPglite = async (
  dataDir: string,
): Promise<{ pglite: PGlite; close: () => Promise<void> }> => {
  const folder = resolve(dataDir);
  await keepPrivate(folder);
  const database = join(folder, "database");
  const unlock = await lockFolder(database);
  try {
    await makeDatabase(database);
    const pglite = await PGlite.create({ dataDir: database, startParams });
    const close = async () => {
      if (!pglite.closed) await pglite.close();
      await unlock();
    };
    return { pglite, close };
  } catch (error) {
    await unlock();
    throw error;
  }
};
