/** Loaded before the bot: blocks its main loop for a minute when the file named by BLOCK_FILE appears. */
import { existsSync, rmSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env.BLOCK_FILE;
if (isMainThread && file !== undefined) {
  setInterval(() => {
    if (!existsSync(file)) return;
    rmSync(file);
    const end = performance.now() + 60_000;
    while (performance.now() < end);
  }, 100).unref();
}
