import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A script of the tests that runs as a process of its own. */
export type Child = {
  readonly process: ChildProcess;
  /** Waits for the next line of its output; fails when it ends first. */
  line(): Promise<string>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
};

/** Starts a TypeScript file with the runtime of the tests. */
export const startChild = (file: URL, args: readonly string[]): Child => {
  const child = spawn(process.execPath, [fileURLToPath(file), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {},
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    line: async () => {
      const { value, done } = await lines.next();
      if (done === true) throw new Error(`${file.pathname} ended with code ${child.exitCode}`);
      return value;
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
};
