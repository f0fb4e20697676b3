import { type Config, ConfigError, readConfig } from "./config.ts";
import { startWatchdog } from "./health/watchdog.ts";
import { createLog } from "./log.ts";
import { type Running, start } from "./start.ts";
import { startWords } from "./start-words.ts";

/** The longest a shutdown may take, in milliseconds; then the process ends all the same. */
const shutdownMs = 25_000;

/** Reads the settings, or ends with all that is wrong with them. */
const settings = (): Config => {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
};

const config = settings();
const secrets = [
  config.slack.botToken,
  config.slack.receiver.kind === "http"
    ? config.slack.receiver.signingSecret
    : config.slack.receiver.appToken,
  ...Object.values(config.toloka).map((toloka) => toloka?.apiKey ?? ""),
  config.database.kind === "postgres" ? config.database.url : "",
];
const log = createLog(config.logLevel, secrets);

/** So long, in milliseconds, the end waits for the last line of the log to be written. */
const lastWordsMs = 1_000;

/** The bot once it runs; null before. */
let running: Running | null = null;

const words = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : "unknown";

/** Something nobody handled: the state is not to be trusted, a supervisor starts afresh. */
const give = (what: string) => (error: unknown) => {
  log.error({ error: words(error) }, what);
  running?.unready(`it ends because of an ${what}`);
  setTimeout(() => process.exit(1), lastWordsMs);
};
process.on("uncaughtException", give("uncaught exception"));
const giveUp = give("unhandled rejection");
process.on("unhandledRejection", (reason) => {
  // The Socket Mode client rejects with nothing when it is cut off while connecting, and connects anew.
  if (reason === undefined && config.slack.receiver.kind === "socket") {
    log.warn({}, "Socket Mode was cut off while it connected; it connects anew");
    return;
  }
  giveUp(reason);
});

const run = async (): Promise<void> => {
  startWatchdog();
  const started = await start(config, log);
  running = started;
  log.info({ port: started.port, healthPort: started.healthPort }, "lifeguard is ready");
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), shutdownMs).unref();
    started.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: words(error) }, "stopping failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", () => stop("SIGTERM"));
  process.on("SIGINT", () => stop("SIGINT"));
};

run().catch((error: unknown) => {
  process.stderr.write(`${startWords(error)}\n`);
  process.exit(1);
});
