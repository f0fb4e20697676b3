import { z } from "zod";
import { type Complaint, ConfigError, misspelt, shown } from "./config-complaints.ts";
import {
  type AuthForm,
  authFormOf,
  authForms,
  bytesInMegabyte,
  count,
  cronLine,
  dollars,
  healthPort,
  isLoopback,
  megabytes,
  percent,
  port,
  slackUrl,
  tolokaUrl,
} from "./config-values.ts";
import type { Environment } from "./domain/environment.ts";
import type { Micros } from "./domain/money.ts";
import { settings } from "./settings.ts";

export { ConfigError } from "./config-complaints.ts";
export { settings } from "./settings.ts";

/** One Toloka account to connect to. */
type TolokaSettings = {
  readonly apiKey: string;
  /** Base address without `/v1` and without a slash at its end. */
  readonly url: string;
  readonly auth: AuthForm;
};

/** The settings of the installation, all checked. */
export type Config = {
  readonly slack: {
    readonly botToken: string;
    /** How Slack's requests come in; with an app token always Socket Mode. */
    readonly receiver:
      | { readonly kind: "http"; readonly signingSecret: string; readonly port: number }
      | { readonly kind: "socket"; readonly appToken: string };
    /** With a slash at its end. */
    readonly apiUrl: string;
  };
  /** The loopback port of health and metrics; null: none. `isAsked`: no other port will do. */
  readonly health: { readonly port: number; readonly isAsked: boolean } | null;
  /** Below so much free space, in bytes, the embedded database takes no new requests. */
  readonly leastFreeBytes: number;
  readonly database:
    | { readonly kind: "postgres"; readonly url: string }
    | { readonly kind: "embedded"; readonly folder: string };
  /** null: no policy file, only the sandbox can be opened. */
  readonly policyFile: string | null;
  readonly toloka: { readonly [E in Environment]: TolokaSettings | null };
  readonly fee: { readonly feePercent: number; readonly minFeeMicros: Micros };
  /** What one person may do at most. */
  readonly limits: { readonly commandsAMinute: number; readonly openDrafts: number };
  readonly watchCron: string;
  readonly logLevel: (typeof logLevels)[number];
  /** Safeguards switched off for a fault run on this machine; null in real life. */
  readonly drill: "forget" | null;
};

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const token = (pattern: RegExp, expected: string) => z.string().regex(pattern, expected);
const apiKey = token(/^[\x21-\x7e]{1,300}$/u, "a key of at most 300 characters without spaces");
const auth = z.enum(authForms, "ApiKey or OAuth");

const schema = z.object({
  SLACK_BOT_TOKEN: token(/^xoxb-[\x21-\x7e]+$/u, "a bot token that starts with xoxb-"),
  SLACK_SIGNING_SECRET: token(
    /^[\x21-\x7e]+$/u,
    "the app's signing secret, without spaces",
  ).optional(),
  SLACK_APP_TOKEN: token(/^xapp-[\x21-\x7e]+$/u, "an app token that starts with xapp-").optional(),
  SLACK_API_URL: slackUrl.default("https://slack.com/api/"),
  PORT: port.default(3_000),
  HEALTH_PORT: healthPort.optional(),
  DATABASE_URL: token(
    /^postgres(ql)?:\/\/\S+$/u,
    "an address that starts with postgres://",
  ).optional(),
  DATA_DIR: z.string().optional(),
  MIN_FREE_MB: megabytes.default(256 * bytesInMegabyte),
  POLICY_FILE: z.string().optional(),
  TOLOKA_SANDBOX_API_KEY: apiKey.optional(),
  TOLOKA_SANDBOX_URL: tolokaUrl.default("https://sandbox.toloka.dev/api"),
  TOLOKA_SANDBOX_AUTH: auth.optional(),
  TOLOKA_PRODUCTION_API_KEY: apiKey.optional(),
  TOLOKA_PRODUCTION_URL: tolokaUrl.default("https://toloka.dev/api"),
  TOLOKA_PRODUCTION_AUTH: auth.optional(),
  TOLOKA_FEE_PERCENT: percent.default(30),
  TOLOKA_MIN_FEE: dollars.default(5_000),
  COMMANDS_A_MINUTE: count.default(20),
  OPEN_DRAFTS: count.default(5),
  WATCH_CRON: cronLine.default("* * * * *"),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(", ")}`).default("info"),
  FAULT_DRILL: z.literal("forget", "forget, and only in a fault run").optional(),
});

/** The environment of a process, as Node gives it. */
export type ProcessEnvironment = { readonly [name: string]: string | undefined };

/** Rules that look at several settings at once. */
const togetherComplaints = (env: ProcessEnvironment): readonly Complaint[] => {
  const complaints: Complaint[] = [];
  const add = (name: string, got: string, expected: string) =>
    complaints.push({ name, got, expected });
  if (env.SLACK_SIGNING_SECRET === undefined && env.SLACK_APP_TOKEN === undefined) {
    add("SLACK_SIGNING_SECRET", "nothing", "it (for HTTP) or SLACK_APP_TOKEN (for Socket Mode)");
  }
  if (env.DATABASE_URL !== undefined && env.DATA_DIR !== undefined) {
    add("DATA_DIR", "both", "either it (embedded database) or DATABASE_URL (Postgres)");
  }
  if (env.TOLOKA_SANDBOX_API_KEY === undefined && env.TOLOKA_PRODUCTION_API_KEY === undefined) {
    add("TOLOKA_SANDBOX_API_KEY", "nothing", "it or TOLOKA_PRODUCTION_API_KEY");
  }
  const addresses = [env.SLACK_API_URL, env.TOLOKA_SANDBOX_URL, env.TOLOKA_PRODUCTION_URL];
  const isLocal =
    addresses.every((address) => address === undefined || isLoopback(address)) &&
    env.SLACK_API_URL !== undefined &&
    (env.TOLOKA_SANDBOX_API_KEY === undefined || env.TOLOKA_SANDBOX_URL !== undefined) &&
    (env.TOLOKA_PRODUCTION_API_KEY === undefined || env.TOLOKA_PRODUCTION_URL !== undefined);
  if (env.FAULT_DRILL !== undefined && !isLocal) {
    add("FAULT_DRILL", "an address of the real Slack or Toloka", "it in fault runs only");
  }
  return complaints;
};

const isSlackMissing = (env: ProcessEnvironment): boolean =>
  env.SLACK_BOT_TOKEN === undefined ||
  (env.SLACK_SIGNING_SECRET === undefined && env.SLACK_APP_TOKEN === undefined);

/**
 * Reads the settings from the environment. An empty text counts as not set; keys of others are ignored.
 *
 * @throws ConfigError with everything that is wrong at once.
 */
export const readConfig = (environment: ProcessEnvironment): Config => {
  const given = Object.entries(environment).filter(([, value]) => (value ?? "").trim() !== "");
  const env: ProcessEnvironment = Object.fromEntries(
    given.map(([name, value]) => [name, value?.trim()]),
  );
  const parsed = schema.safeParse(env);
  const complaints = [
    ...(parsed.error?.issues ?? []).map((issue) => {
      const name = String(issue.path[0]);
      const value = env[name];
      const missing = `it; ${settings.find((setting) => setting.name === name)?.meaning ?? ""}`;
      return {
        name,
        got: shown(name, value),
        expected: value === undefined ? missing : issue.message,
      };
    }),
    ...togetherComplaints(env),
    ...misspelt(Object.keys(env)),
  ];
  if (!parsed.success || complaints.length > 0) {
    const advice = isSlackMissing(env) ? "To try it without Slack and Toloka: npm run demo" : null;
    throw new ConfigError(complaints, "The settings are not right:", advice);
  }
  return configOf(parsed.data);
};

const tolokaOf = (
  key: string | undefined,
  url: string,
  form: AuthForm | undefined,
): TolokaSettings | null =>
  key === undefined ? null : { apiKey: key, url, auth: form ?? authFormOf(key) };

/** The port that is tried when none is set. */
const usualHealthPort = 9_464;

const configOf = (env: z.output<typeof schema>): Config => ({
  slack: {
    botToken: env.SLACK_BOT_TOKEN,
    receiver:
      env.SLACK_APP_TOKEN === undefined
        ? { kind: "http", signingSecret: env.SLACK_SIGNING_SECRET ?? "", port: env.PORT }
        : { kind: "socket", appToken: env.SLACK_APP_TOKEN },
    apiUrl: env.SLACK_API_URL,
  },
  health:
    env.HEALTH_PORT === "off"
      ? null
      : { port: env.HEALTH_PORT ?? usualHealthPort, isAsked: env.HEALTH_PORT !== undefined },
  leastFreeBytes: env.MIN_FREE_MB,
  database:
    env.DATABASE_URL === undefined
      ? { kind: "embedded", folder: env.DATA_DIR ?? "./data" }
      : { kind: "postgres", url: env.DATABASE_URL },
  policyFile: env.POLICY_FILE ?? null,
  toloka: {
    sandbox: tolokaOf(env.TOLOKA_SANDBOX_API_KEY, env.TOLOKA_SANDBOX_URL, env.TOLOKA_SANDBOX_AUTH),
    production: tolokaOf(
      env.TOLOKA_PRODUCTION_API_KEY,
      env.TOLOKA_PRODUCTION_URL,
      env.TOLOKA_PRODUCTION_AUTH,
    ),
  },
  fee: { feePercent: env.TOLOKA_FEE_PERCENT, minFeeMicros: env.TOLOKA_MIN_FEE },
  limits: { commandsAMinute: env.COMMANDS_A_MINUTE, openDrafts: env.OPEN_DRAFTS },
  watchCron: env.WATCH_CRON,
  logLevel: env.LOG_LEVEL,
  drill: env.FAULT_DRILL ?? null,
});
