import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../playground/free-port.ts";

const run = promisify(execFile);

/** Where Debian's packages put the programs of the server. */
const versions = "/usr/lib/postgresql";

/** The folder of the newest installed server's programs; null when there is none. */
export const postgresPrograms = (): string | null => {
  if (!existsSync(versions)) return null;
  const newest = readdirSync(versions)
    .filter((version) => existsSync(join(versions, version, "bin", "initdb")))
    .toSorted((one, two) => Number(one) - Number(two))
    .at(-1);
  return newest === undefined ? null : join(versions, newest, "bin");
};

/** A Postgres server of a test's own, which it may stop and start as it likes. */
export type Cluster = {
  readonly url: string;
  /** Ends it at once, without a checkpoint, and starts it again. */
  restart(): Promise<void>;
  /** Ends it and removes its files. */
  remove(): Promise<void>;
};

/** Makes and starts a server on a free port. Started by root it runs as the user postgres, as it must. */
export const startCluster = async (programs: string): Promise<Cluster> => {
  const isRoot = process.getuid?.() === 0;
  const as = async (program: string, args: readonly string[]): Promise<string> => {
    const command = isRoot ? ["runuser", "-u", "postgres", "--", program] : [program];
    const [first = program, ...rest] = [...command, ...args];
    return (await run(first, rest, { cwd: tmpdir() })).stdout.trim();
  };
  const home = isRoot
    ? await as("mktemp", ["-d"])
    : await mkdtemp(join(tmpdir(), "lifeguard-postgres-"));
  const data = join(home, "data");
  const port = await freePort();
  const control = (...args: string[]) =>
    as(join(programs, "pg_ctl"), ["-D", data, "-w", "-l", join(home, "log"), ...args]);
  await as(join(programs, "initdb"), ["-D", data, "-A", "trust", "-U", "lifeguard"]);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home} -c max_connections=100`;
  await control("-o", settings, "start");
  return {
    url: `postgres://lifeguard@127.0.0.1:${port}/postgres`,
    restart: async () => {
      await control("-m", "immediate", "-o", settings, "restart");
    },
    remove: async () => {
      await control("-m", "immediate", "stop");
      await rm(home, { recursive: true, force: true });
    },
  };
};
