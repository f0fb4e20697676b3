import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** How a start of the bot ended. */
export type FailedStart = { readonly code: number | null; readonly stderr: string };

/** The repository's folder. */
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Starts the bot as shipped with these settings and no others, and waits until it has ended. */
export const failedStart = (env: { readonly [name: string]: string }): Promise<FailedStart> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["src/main.ts"], {
      cwd: root,
      env,
      stdio: ["ignore", "ignore", "pipe"],
      timeout: 60_000,
      killSignal: "SIGKILL",
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stderr }));
  });
