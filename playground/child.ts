import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The repository's folder: all processes run there. */
const root: string = fileURLToPath(new URL("..", import.meta.url));

/** A started process. */
export type Child = {
  readonly process: ChildProcess;
  /** Asks it to end and waits; after `patienceMs` it is killed. Answers its exit code. */
  stop(patienceMs?: number): Promise<number | null>;
};

/** How a process is started. */
export type ChildSettings = {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: { readonly [name: string]: string };
  /** Where it runs; the repository's folder unless told otherwise. */
  readonly cwd?: string;
  /** A command, with its own arguments, that starts Node in its turn. */
  readonly prefix?: readonly string[];
  /** Says of a line of standard output that the process is ready. */
  readonly isReady: (line: string) => boolean;
  /** Every line it prints, for a log. */
  readonly onLine: (line: string) => void;
};

/** The longest a process may take to be ready, in milliseconds: a first database start takes seconds. */
const startMs = 60_000;

/** Where Node keeps what it made of the sources: a process starts in half the time from the second start on. */
const compiled: string = join(root, "node_modules/.cache/compiled");

/** Only what a process needs to run: no setting of the person's shell leaks into the demo. */
const bareEnvironment = (): { [name: string]: string } => {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(HOME === undefined ? {} : { HOME }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    NODE_COMPILE_CACHE: compiled,
  };
};

/**
 * Starts a Node process and waits for its ready line, which it answers. Throws, with the last lines, when
 * the process ends or takes too long before that.
 */
export const startChild = async (
  settings: ChildSettings,
): Promise<{ child: Child; readyLine: string }> => {
  const [command = process.execPath, ...args] = [
    ...(settings.prefix ?? []),
    process.execPath,
    ...settings.args,
  ];
  const child = spawn(command, args, {
    cwd: settings.cwd ?? root,
    env: { ...bareEnvironment(), ...settings.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const last: string[] = [];
  const ready = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<number | null>();
  const hear = (line: string): void => {
    settings.onLine(line);
    last.push(line);
    if (last.length > 20) last.shift();
  };
  createInterface({ input: child.stdout }).on("line", (line) => {
    hear(line);
    if (settings.isReady(line)) ready.resolve(line);
  });
  createInterface({ input: child.stderr }).on("line", hear);
  child.on("exit", (code) => {
    ended.resolve(code);
    ready.reject(new Error(`${settings.name} ended with ${code}:\n${last.join("\n")}`));
  });
  child.on("error", (error) => ready.reject(error));
  const timer = setTimeout(() => {
    ready.reject(new Error(`${settings.name} was not ready in time:\n${last.join("\n")}`));
    child.kill("SIGKILL");
  }, startMs);
  try {
    const readyLine = await ready.promise;
    const stop = async (patienceMs = 10_000): Promise<number | null> => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill("SIGTERM");
      const killer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      const code = await ended.promise;
      clearTimeout(killer);
      return code;
    };
    return { child: { process: child, stop }, readyLine };
  } finally {
    clearTimeout(timer);
  }
};
