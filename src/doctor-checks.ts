import { mkdir, readFile, statfs } from "node:fs/promises";
import type { Config } from "./config.ts";
import { environments } from "./domain/environment.ts";
import { TolokaError } from "./domain/toloka-error.ts";
import { readPolicy } from "./policy-file.ts";
import { checkAppToken, checkBotToken } from "./slack/check-tokens.ts";
import { openExisting } from "./storage/check-database.ts";
import { createTolokaConnection } from "./toloka/connection.ts";
import { createQuotas } from "./toloka/quotas.ts";
import { type Log, SlackFailure } from "./use-cases/ports.ts";

/** One thing that was looked at. Never holds a secret. */
export type Diagnosis = { readonly name: string; readonly ok: boolean; readonly words: string };

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** A clock that differs by more, in milliseconds, makes deadlines and signatures wrong. */
const mostSkewMs = 30_000;

const reasonOf = (error: unknown): string => {
  if (error instanceof SlackFailure) return `Slack answered ${error.code}`;
  if (error instanceof TolokaError) {
    const { status, code } = error.facts;
    return status === 401 || status === 403
      ? `Toloka does not take the key (${status})`
      : `Toloka gave no good answer (${status ?? "none"} ${code})`;
  }
  return error instanceof Error ? error.message : "unknown";
};

const look = async (name: string, work: () => Promise<string>): Promise<Diagnosis> => {
  try {
    return { name, ok: true, words: await work() };
  } catch (error) {
    return { name, ok: false, words: reasonOf(error) };
  }
};

const node = async (): Promise<string> => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 24 || (major === 24 && minor < 12)) {
    throw new Error(`version ${process.versions.node}; 24.12 or newer is needed`);
  }
  return `version ${process.versions.node}`;
};

const botToken = async ({ slack }: Config): Promise<string> => {
  const missing = await checkBotToken(slack);
  if (missing.length > 0) {
    throw new Error(`the token is good, but these scopes are missing: ${missing.join(", ")}`);
  }
  return "the token is good and has all scopes";
};

const account = async (
  config: Config,
  environment: (typeof environments)[number],
): Promise<readonly Diagnosis[]> => {
  const settings = config.toloka[environment];
  const name = `Toloka ${environment}`;
  if (settings === null) return [{ name, ok: true, words: "no key, so it is refused everywhere" }];
  const connection = createTolokaConnection({
    environment,
    baseUrl: settings.url,
    authorization: settings.auth,
    apiKey: settings.apiKey,
    clockOffsetMs: 0,
    onClockOffset: () => {},
    quotas: createQuotas({ clock: { now: () => new Date() }, onNearQuota: () => {} }),
    log: quiet,
  });
  const key = await look(name, async () => {
    await connection.requester();
    return "the key is good";
  });
  const clock = await look(`Clock beside Toloka ${environment}`, async () => {
    if (!key.ok) throw new Error("unknown: there was no good answer");
    const offsetMs = connection.now().getTime() - Date.now();
    const words = `${Math.round(Math.abs(offsetMs) / 1_000)} s apart`;
    if (Math.abs(offsetMs) > mostSkewMs) throw new Error(`${words}; set this machine's clock`);
    return words;
  });
  return [key, clock];
};

const policy = async ({ policyFile }: Config): Promise<string> => {
  const text = policyFile === null ? null : await readFile(policyFile, "utf8");
  readPolicy(text, policyFile ?? "policy.yml");
  return policyFile === null ? "no file: only the sandbox can be opened" : "the file is good";
};

const disk = async (config: Config, folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const words = `${Math.floor(free / 1_048_576)} MB free`;
  if (free < config.leastFreeBytes) {
    throw new Error(`${words}; MIN_FREE_MB asks for ${config.leastFreeBytes / 1_048_576}`);
  }
  return words;
};

/** Looks at everything that the bot needs, one diagnosis each, in a fixed order. */
export const diagnose = async (config: Config): Promise<readonly Diagnosis[]> => {
  const { receiver, apiUrl } = config.slack;
  const folder = config.database.kind === "embedded" ? config.database.folder : null;
  const accounts = await Promise.all(environments.map((each) => account(config, each)));
  return [
    await look("Node", node),
    await look("Slack bot token", () => botToken(config)),
    ...(receiver.kind === "socket"
      ? [
          await look("Slack app token", async () => {
            await checkAppToken(receiver.appToken, apiUrl);
            return "Socket Mode can be opened";
          }),
        ]
      : []),
    ...accounts.flat(),
    await look("Policy", () => policy(config)),
    ...(folder === null ? [] : [await look("Disk", () => disk(config, folder))]),
    await look("Database", () => openExisting(config.database)),
  ];
};
