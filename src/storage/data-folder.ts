import { execFile } from "node:child_process";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The data folder cannot be used as it is; the message says what to do. */
export class StorageUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StorageUnusable";
  }
}

/**
 * Makes sure that the folder exists that it is the own one, and that nobody else may read it: the database writes its files readable
 * for all, so the folder has to keep others out.
 */
export const keepPrivate = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = await stat(folder);
  const own = process.getuid?.() ?? uid;
  if (uid !== own) {
    throw new StorageUnusable(
      `The data folder ${folder} belongs to the user with the number ${uid}, not to the bot's (${own}). Run: chown ${own} ${folder}`,
    );
  }
  if ((mode & 0o077) === 0) return;
  throw new StorageUnusable(
    `Other users of this machine can read the data folder ${folder}. Run: chmod 700 ${folder}`,
  );
};

/**
 * Makes a database in the folder when there is none. It is made in a folder beside and renamed, so that a
 * start that is cut off leaves nothing half made; a process of its own makes it, because that takes seconds
 * and several hundred megabytes. Call it while holding the lock of the folder.
 */
export const makeDatabase = async (folder: string): Promise<void> => {
  await removeUnfinished(folder);
  if (await exists(folder)) return;
  const unfinished = `${folder}.unfinished-${process.pid}`;
  await mkdir(unfinished, { mode: 0o700 });
  await initialise(unfinished);
  await rename(unfinished, folder);
};

const exists = (folder: string): Promise<boolean> =>
  stat(folder).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
      throw error;
    },
  );

const initialise = async (folder: string) => {
  const script = fileURLToPath(new URL("initialise-folder.ts", import.meta.url));
  await promisify(execFile)(process.execPath, [script, folder], { env: {} });
};

const removeUnfinished = async (folder: string) => {
  const prefix = `${basename(folder)}.unfinished-`;
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(prefix)) await rm(join(dirname(folder), name), { recursive: true });
  }
};
