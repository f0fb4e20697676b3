/**
 * Loaded before the bot: when the file named by CRASH_FILE appears, throws an error that nobody handles
 * and that carries every setting, as an HTTP client's error carries its headers.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env.CRASH_FILE;
if (isMainThread && file !== undefined) {
  setInterval(() => {
    if (!existsSync(file)) return;
    const how = readFileSync(file, "utf8");
    rmSync(file);
    const words = ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "TOLOKA_SANDBOX_API_KEY"]
      .map((name) => process.env[name])
      .join(" and ");
    const error = Object.assign(new Error(`it broke with ${words}`), {
      config: { headers: { Authorization: `ApiKey ${process.env.TOLOKA_PRODUCTION_API_KEY}` } },
      env: { ...process.env },
    });
    if (how === "rejection") void Promise.reject(error);
    else throw error;
  }, 100).unref();
}
