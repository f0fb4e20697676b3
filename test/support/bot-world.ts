import { execFileSync } from "node:child_process";
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { createSlackControl, type SlackControl } from "../../emulators/slack/control-client.ts";
import { type ManifestFacts, readManifest } from "../../emulators/slack/manifest.ts";
import { startSlackServer } from "../../emulators/slack/server.ts";
import type { Seed } from "../../emulators/slack/world/seed.ts";
import { createTolokaControl, type TolokaControl } from "../../emulators/toloka/control-client.ts";
import { startTolokaServer } from "../../emulators/toloka/server.ts";
import { type Child, startChild } from "../../playground/child.ts";
import { freePort } from "../../playground/free-port.ts";
import { manifestText } from "./manifest.ts";
import { secrets } from "./secrets.ts";
import { overSocket, receivingSettings, slackSecrets, type Transport } from "./transport.ts";

/** How a journey's world differs from the usual one. */
export type WorldOptions = {
  /** Text of policy.yml; none = no policy file. */
  readonly policy?: string;
  /** A second stand-in and key for production. */
  readonly production?: boolean;
  /** How often the bot watches; every second unless told otherwise. */
  readonly watchCron?: string;
  /** Scopes granted besides the manifest's. */
  readonly moreScopes?: readonly string[];
  readonly seed?: Seed;
  /** Milliseconds that Toloka's operations take. */
  readonly operationDelayMs?: number;
  /** Stands between the bot and the stand-ins: is told their addresses, answers the bot's settings. */
  readonly between?: (apis: { readonly toloka: string; readonly slack: string }) => {
    readonly [name: string]: string;
  };
  /** How Slack reaches the bot; as TEST_TRANSPORT says unless told otherwise. */
  readonly transport?: Transport;
  /** The bot of another folder, started by another user through a command such as setpriv. */
  readonly shipped?: {
    readonly root: string;
    readonly prefix: readonly string[];
    readonly uid: number;
  };
  /** A Postgres server to make the world's database on; else TEST_DATABASE_URL, else the embedded one. */
  readonly postgres?: string;
  /** Further environment variables of the bot. */
  readonly env?: { readonly [name: string]: string };
};

/** Both stand-ins in this process and the bot as shipped in one of its own, with environment variables only. */
export type BotWorld = {
  readonly slack: SlackControl;
  readonly toloka: TolokaControl;
  /** The production stand-in; throws when the world has none. */
  readonly production: () => TolokaControl;
  /** The address the bot listens on for Slack. */
  readonly botUrl: () => string;
  /** The Postgres that the bot works on; null for the embedded database. */
  readonly databaseUrl: () => string | null;
  /** What signs Slack's requests to the bot. */
  readonly signingSecret: string;
  /** Resident memory of the bot's process, in megabytes. */
  readonly memoryMb: () => Promise<number>;
  /** Every line the bot has printed. */
  readonly log: () => readonly string[];
  /** Ends the bot by SIGTERM and starts it again on the same data. Answers the exit code. */
  readonly restart: () => Promise<number | null>;
  /** Ends the bot at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts the bot again after `kill` or `stopBot`. */
  readonly startBot: () => Promise<void>;
  /** Ends the bot by SIGTERM; answers its exit code. */
  readonly stopBot: () => Promise<number | null>;
  /**
   * Calls an account's API (the sandbox's by default) as another program of the team would. `path` begins
   * behind `/v1`. Throws unless the answer is a success.
   */
  readonly callToloka: (
    method: "GET" | "POST" | "PATCH",
    path: string,
    body?: object,
    environment?: "sandbox" | "production",
  ) => Promise<unknown>;
  /** Calls a method of Slack's Web API with the app's own token, as somebody who clears up would. */
  readonly callSlack: (method: string, args: { readonly [name: string]: string }) => Promise<void>;
  /**
   * Starts one more bot on the same database, on a port of its own; answers the address it listens on for
   * Slack. Only Postgres can be shared.
   */
  readonly startAnother: () => Promise<string>;
  /** The processes: the bot that hears Slack first, unless it is ended, then the others. */
  readonly processes: () => readonly Child["process"][];
  readonly close: () => Promise<void>;
};

/** Who calls when it is not the bot, as the ledger shows it. */
export const otherProgram = "another program of the team";

const { signingSecret } = slackSecrets;
const { botToken, sandboxKey, productionKey } = secrets;
/** As `npm start` and the image start it. */
const botArgs = ["--max-semi-space-size=4", "src/main.ts"];

/** A new, empty Postgres database on the test server, when there is one. */
const makeDatabase = async (
  server: string | undefined,
): Promise<{ url: string; drop: () => Promise<void> } | null> => {
  if (server === undefined) return null;
  const name = `journey_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => admin(`drop database if exists ${name} with (force)`) };
};

const manifestFor = (options: WorldOptions): ManifestFacts => {
  const manifest = readManifest(manifestText());
  return { ...manifest, scopes: [...manifest.scopes, ...(options.moreScopes ?? [])] };
};

/** Starts a world. The embedded database is new, or a new one on TEST_DATABASE_URL. */
export const startBotWorld = async (options: WorldOptions = {}): Promise<BotWorld> => {
  const folder = await mkdtemp(join(tmpdir(), "lifeguard-journey-"));
  const operationDelayMs = options.operationDelayMs ?? 0;
  const sandbox = await startTolokaServer({ apiKey: sandboxKey, operationDelayMs });
  const production =
    options.production === true
      ? await startTolokaServer({ apiKey: productionKey, operationDelayMs })
      : null;
  const server = await startSlackServer({
    botToken,
    ...slackSecrets,
    manifest: manifestFor(options),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
  const database = await makeDatabase(options.postgres ?? process.env.TEST_DATABASE_URL);
  const port = await freePort();
  const botUrl = `http://127.0.0.1:${port}/slack/events`;
  const slack = createSlackControl(server.url);
  const transport = options.transport ?? (overSocket ? "socket" : "http");
  if (transport === "http") await slack.setAppUrl(botUrl);
  if (options.policy !== undefined) await writeFile(join(folder, "policy.yml"), options.policy);
  const env: { [name: string]: string } = {
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: server.api,
    ...receivingSettings(transport, port),
    ...(database === null ? { DATA_DIR: join(folder, "db") } : { DATABASE_URL: database.url }),
    TOLOKA_SANDBOX_API_KEY: sandboxKey,
    TOLOKA_SANDBOX_URL: sandbox.api,
    TOLOKA_SANDBOX_AUTH: "ApiKey",
    ...(production === null
      ? {}
      : {
          TOLOKA_PRODUCTION_API_KEY: productionKey,
          TOLOKA_PRODUCTION_URL: production.api,
          TOLOKA_PRODUCTION_AUTH: "ApiKey",
        }),
    ...(options.policy === undefined ? {} : { POLICY_FILE: join(folder, "policy.yml") }),
    HEALTH_PORT: "off",
    WATCH_CRON: options.watchCron ?? "* * * * * *",
    // Journeys act in seconds as people do in hours.
    COMMANDS_A_MINUTE: "100000",
    OPEN_DRAFTS: "1000",
    LOG_LEVEL: "info",
    ...options.between?.({ toloka: sandbox.api, slack: server.api }),
    ...options.env,
  };
  const template = inject("journeyTemplate");
  if (database === null && template !== null) {
    await cp(template, join(folder, "db"), { recursive: true });
  }
  if (options.shipped !== undefined) {
    await chmod(folder, 0o711);
    execFileSync("chown", ["-R", String(options.shipped.uid), join(folder, "db")]);
  }
  const lines: string[] = [];
  let bot: Child | null = null;
  const startBot = async (): Promise<void> => {
    const { child } = await startChild({
      name: "the bot",
      ...(options.shipped === undefined
        ? {}
        : { cwd: options.shipped.root, prefix: options.shipped.prefix }),
      args: botArgs,
      env,
      isReady: (line) => line.includes("lifeguard is ready"),
      onLine: (line) => lines.push(line),
    });
    bot = child;
  };
  const stopBot = async (): Promise<number | null> => {
    const code = (await bot?.stop(25_000)) ?? null;
    bot = null;
    return code;
  };
  const others: Child[] = [];
  const startAnother = async (): Promise<string> => {
    const itsPort = await freePort();
    const { child } = await startChild({
      name: "the other bot",
      args: botArgs,
      env: { ...env, ...receivingSettings(transport, itsPort) },
      isReady: (line) => line.includes("lifeguard is ready"),
      onLine: (line) => lines.push(line),
    });
    others.push(child);
    return `http://127.0.0.1:${itsPort}/slack/events`;
  };
  const callToloka: BotWorld["callToloka"] = async (method, path, body, environment) => {
    const inProduction = environment === "production";
    const account = inProduction ? production : sandbox;
    if (account === null) throw new Error("this world has no production");
    const answer = await fetch(`${account.api}/v1${path}`, {
      method,
      headers: {
        Authorization: `ApiKey ${inProduction ? productionKey : sandboxKey}`,
        "Content-Type": "application/json",
        "User-Agent": otherProgram,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
  const callSlack: BotWorld["callSlack"] = async (method, args) => {
    const answer = await fetch(`${server.api}${method}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${botToken}` },
      body: new URLSearchParams(args),
    });
    const text = await answer.text();
    if (!text.includes('"ok":true')) throw new Error(`${method}: ${text}`);
  };
  const productionControl = production === null ? null : createTolokaControl(production.url);
  const close = async (): Promise<void> => {
    await stopBot();
    for (const other of others) await other.stop();
    const judged = await slack.state();
    await server.close();
    await sandbox.close();
    await production?.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
    // Whatever the bot posted, opened or answered in any journey is valid Block Kit.
    if (judged.judged.refused > 0 || judged.violations > 0) {
      throw new Error(`Slack refused what the bot sent: ${JSON.stringify(judged)}`);
    }
  };
  try {
    await startBot();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    slack,
    toloka: createTolokaControl(sandbox.url),
    production: () => {
      if (productionControl === null) throw new Error("this world has no production");
      return productionControl;
    },
    botUrl: () => botUrl,
    databaseUrl: () => database?.url ?? null,
    signingSecret,
    memoryMb: async () => {
      const status = await readFile(`/proc/${bot?.process.pid}/status`, "utf8");
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024;
    },
    log: () => lines,
    restart: async () => {
      const code = await stopBot();
      await startBot();
      return code;
    },
    kill: async () => {
      const dying = bot;
      bot = null;
      if (dying === null) return;
      const gone = new Promise((resolve) => dying.process.once("exit", resolve));
      dying.process.kill("SIGKILL");
      await gone;
      // Slack sees the end of a connection a moment later.
      await slack.waitFor(async () => (await slack.state()).sockets <= others.length);
    },
    startBot,
    stopBot,
    callToloka,
    callSlack,
    processes: () => [...(bot === null ? [] : [bot]), ...others].map((child) => child.process),
    startAnother,
    close,
  };
};
