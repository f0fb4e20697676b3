import { readdir, readFile, unlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The data folder belongs to another living process. */
export class StorageLocked extends Error {
  /** The process that holds the folder. */
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `The data folder ${folder} is in use by process ${pid}. Only one process may use it: stop that one first, ` +
        "give this one another DATA_DIR, or use Postgres (DATABASE_URL) for several.",
    );
    this.name = "StorageLocked";
    this.pid = pid;
  }
}

/**
 * Takes the folder for this process and answers the function that gives it back. PGlite itself does not
 * notice a second process, and that one's rows would vanish.
 *
 * Every process creates a claim beside the folder, named by its pid and start time, and only then looks for
 * other claims. A claim is removed only when its process is gone, so a lock is never taken from a living
 * process, and of two that start at once at most one goes on. Throws StorageLocked.
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const started = await startOf(process.pid);
  const claim = claimPath(folder, process.pid, started ?? "0");
  for (let attempt = 1; ; attempt += 1) {
    await createClaim(folder, claim);
    const holder = await livingHolder(folder, claim);
    if (holder === null) return () => unlink(claim);
    await unlink(claim);
    if (attempt === 3) throw new StorageLocked(folder, holder);
    // Two that start in the same instant see each other's claims and both step back.
    await pause(20 + Math.random() * 100);
  }
};

const claimPath = (folder: string, pid: number, started: string) =>
  `${folder}.lock-${pid}-${started}`;

const createClaim = async (folder: string, claim: string) => {
  try {
    await writeFile(claim, "", { flag: "wx", mode: 0o600 });
  } catch (error) {
    // The same process already holds the folder.
    if (hasCode(error, "EEXIST")) throw new StorageLocked(folder, process.pid);
    throw error;
  }
};

/** The pid of another living process with a claim; claims of the dead are removed on the way. */
const livingHolder = async (folder: string, own: string): Promise<number | null> => {
  const prefix = `${basename(folder)}.lock-`;
  const claims = (await readdir(dirname(folder))).filter((name) => name.startsWith(prefix));
  for (const name of claims) {
    const path = join(dirname(folder), name);
    if (path === own) continue;
    const [pid, started] = name.slice(prefix.length).split("-");
    if (pid === undefined || started === undefined) continue;
    if (await isAlive(Number(pid), started)) return Number(pid);
    await unlink(path).catch((error: unknown) => {
      if (!hasCode(error, "ENOENT")) throw error;
    });
  }
  return null;
};

/** Whether this very process lives; a later one with the same number started at another time. */
const isAlive = async (pid: number, started: string): Promise<boolean> => {
  const now = await startOf(pid);
  if (now !== null) return now === started;
  try {
    process.kill(pid, 0);
    return started === "0";
  } catch (error) {
    return hasCode(error, "EPERM");
  }
};

/** When a process started, in clock ticks since boot; null where /proc does not tell. */
const startOf = async (pid: number): Promise<string | null> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces; the start time is the 20th field after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie no longer holds anything.
    return fields[0] === "Z" ? "gone" : (fields[19] ?? null);
  } catch {
    return null;
  }
};

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
