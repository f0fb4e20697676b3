import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSlackControl, type SlackControl } from "../emulators/slack/control-client.ts";
import { createTolokaControl, type TolokaControl } from "../emulators/toloka/control-client.ts";
import { type Child, startChild } from "./child.ts";
import { freePort } from "./free-port.ts";
import { createKeeper, type Keeper } from "./keeper.ts";

/** The demo's processes: both stand-ins and the bot as shipped. */
export type World = {
  readonly slack: SlackControl;
  readonly toloka: TolokaControl;
  readonly addresses: { readonly slack: string; readonly toloka: string; readonly bot: string };
  /** Stops everything and removes what was written. */
  stop(): Promise<void>;
};

/** Made-up secrets: they open nothing outside this machine. */
const botToken = "xoxb-demo-0001-lifeguard";
const signingSecret = "demo-signing-secret";
const apiKey = "demo-key";

const addressOf = (line: string): string => {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== "object" || parsed === null || !("url" in parsed))
    throw new Error(`no address in: ${line}`);
  return String(parsed.url);
};

/** Starts the stand-ins on free ports, then the bot with environment variables only. */
export const startWorld = async (settings: {
  /** How often the bot watches pools, as a cron line. */
  readonly watchCron: string;
  /** The folder that keeps the state; undefined when it ends with the world. */
  readonly data?: string | undefined;
  readonly onLine: (name: string, line: string) => void;
}): Promise<World> => {
  const started: Child[] = [];
  const dataDir = settings.data ?? (await mkdtemp(join(tmpdir(), "lifeguard-demo-")));
  let keeper: Keeper | undefined;
  const stop = async (): Promise<void> => {
    // The bot is the last one started and the first to end: what it did last is saved, too.
    await started.pop()?.stop();
    await keeper?.end().catch((error: unknown) => settings.onLine("keeper", String(error)));
    for (const child of started.reverse()) await child.stop();
    if (settings.data === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  const begin = async (
    name: string,
    args: readonly string[],
    env: { readonly [name: string]: string } = {},
    isReady = (line: string): boolean => line.startsWith("{"),
  ): Promise<string> => {
    const onLine = (line: string): void => settings.onLine(name, line);
    const { child, readyLine } = await startChild({ name, args, env, isReady, onLine });
    started.push(child);
    return readyLine;
  };
  try {
    const [toloka, slack] = await Promise.all([
      begin("toloka", ["emulators/toloka/main.ts", "--port", "0", "--api-key", apiKey]),
      begin("slack", [
        "emulators/slack/main.ts",
        ...["--port", "0", "--bot-token", botToken, "--signing-secret", signingSecret],
        ...["--manifest", "manifest.yml"],
      ]),
    ]).then((lines) => lines.map(addressOf));
    if (toloka === undefined || slack === undefined) throw new Error("a stand-in did not start");
    const control = createSlackControl(slack);
    const account = createTolokaControl(toloka);
    const states =
      settings.data === undefined
        ? undefined
        : createKeeper(dataDir, { slack: control, toloka: account }, (message) =>
            settings.onLine("keeper", message),
          );
    await states?.load();
    const port = await freePort();
    await begin(
      "bot",
      ["--max-semi-space-size=4", "src/main.ts"],
      {
        SLACK_BOT_TOKEN: botToken,
        SLACK_SIGNING_SECRET: signingSecret,
        SLACK_API_URL: `${slack}/api/`,
        PORT: String(port),
        DATA_DIR: join(dataDir, "db"),
        TOLOKA_SANDBOX_API_KEY: apiKey,
        TOLOKA_SANDBOX_URL: `${toloka}/api`,
        TOLOKA_SANDBOX_AUTH: "ApiKey",
        WATCH_CRON: settings.watchCron,
        LOG_LEVEL: "info",
      },
      (line) => line.includes("lifeguard is ready"),
    );
    const bot = `http://127.0.0.1:${port}/slack/events`;
    await control.setAppUrl(bot);
    states?.begin();
    keeper = states;
    return {
      slack: control,
      toloka: account,
      addresses: { slack, toloka, bot },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
