import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ConfigError, type ProcessEnvironment, readConfig, settings } from "../../src/config.ts";

const key = `${"k".repeat(23)}.sandbox.secretpart`;

const good: ProcessEnvironment = {
  SLACK_BOT_TOKEN: "xoxb-1-abc",
  SLACK_SIGNING_SECRET: "8f742231b10e8888abcd99yyyzzz85a5",
  TOLOKA_SANDBOX_API_KEY: key,
};

const messageOf = (env: ProcessEnvironment): string => {
  try {
    return `read: ${JSON.stringify(readConfig(env))}`;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
};

/** The lines about single settings. */
const complaintsOf = (env: ProcessEnvironment): readonly string[] =>
  messageOf(env)
    .split("\n")
    .filter((line) => line.startsWith("  "))
    .map((line) => line.trim());

describe("the settings", () => {
  test("have defaults for everything but the tokens and a key", () => {
    expect(readConfig(good)).toEqual({
      slack: {
        botToken: "xoxb-1-abc",
        receiver: { kind: "http", signingSecret: good.SLACK_SIGNING_SECRET, port: 3_000 },
        apiUrl: "https://slack.com/api/",
      },
      health: { port: 9_464, isAsked: false },
      leastFreeBytes: 256 * 1_048_576,
      database: { kind: "embedded", folder: "./data" },
      policyFile: null,
      toloka: {
        sandbox: { apiKey: key, url: "https://sandbox.toloka.dev/api", auth: "ApiKey" },
        production: null,
      },
      fee: { feePercent: 30, minFeeMicros: 5_000 },
      limits: { commandsAMinute: 20, openDrafts: 5 },
      watchCron: "* * * * *",
      logLevel: "info",
      drill: null,
    });
  });

  test("are all read", () => {
    expect(
      readConfig({
        SLACK_BOT_TOKEN: " xoxb-1-abc ",
        SLACK_APP_TOKEN: "xapp-1-abc",
        SLACK_API_URL: "http://127.0.0.1:4000/api",
        PORT: "0",
        HEALTH_PORT: "off",
        MIN_FREE_MB: "1",
        DATABASE_URL: "postgres://me@db/lifeguard",
        DATA_DIR: "  ",
        POLICY_FILE: "policy.yml",
        TOLOKA_SANDBOX_API_KEY: "AQAD-old-token",
        TOLOKA_SANDBOX_URL: "http://localhost:4001/api/",
        TOLOKA_PRODUCTION_API_KEY: "AQAD-old-token",
        TOLOKA_PRODUCTION_URL: "https://tasks.yandex.ru/api",
        TOLOKA_PRODUCTION_AUTH: "ApiKey",
        TOLOKA_FEE_PERCENT: "12.5",
        TOLOKA_MIN_FEE: "0.001",
        COMMANDS_A_MINUTE: "7",
        OPEN_DRAFTS: "2",
        WATCH_CRON: "*/10 * * * * *",
        LOG_LEVEL: "debug",
      }),
    ).toEqual({
      slack: {
        botToken: "xoxb-1-abc",
        receiver: { kind: "socket", appToken: "xapp-1-abc" },
        apiUrl: "http://127.0.0.1:4000/api/",
      },
      health: null,
      leastFreeBytes: 1_048_576,
      database: { kind: "postgres", url: "postgres://me@db/lifeguard" },
      policyFile: "policy.yml",
      toloka: {
        sandbox: { apiKey: "AQAD-old-token", url: "http://localhost:4001/api", auth: "OAuth" },
        production: {
          apiKey: "AQAD-old-token",
          url: "https://tasks.yandex.ru/api",
          auth: "ApiKey",
        },
      },
      fee: { feePercent: 12.5, minFeeMicros: 1_000 },
      limits: { commandsAMinute: 7, openDrafts: 2 },
      watchCron: "*/10 * * * * *",
      logLevel: "debug",
      drill: null,
    });
  });

  test.each<[ProcessEnvironment, string]>([
    [
      { SLACK_BOT_TOKEN: "xoxp-secret" },
      "SLACK_BOT_TOKEN: got xoxp... (11 characters); expected a bot token that starts with xoxb-",
    ],
    [
      { SLACK_APP_TOKEN: "xoxb-1" },
      "SLACK_APP_TOKEN: got xoxb... (6 characters); expected an app token that starts with xapp-",
    ],
    [
      { SLACK_API_URL: "http://slack.example/api/" },
      'SLACK_API_URL: got "http://slack.example/api/"; expected an https address (http only for localhost), without user and password',
    ],
    [{ PORT: "70000" }, 'PORT: got "70000"; expected a port from 0 to 65535'],
    [
      { HEALTH_PORT: "on" },
      'HEALTH_PORT: got "on"; expected a port from 0 to 65535, or the word off',
    ],
    [{ MIN_FREE_MB: "1.5" }, 'MIN_FREE_MB: got "1.5"; expected whole megabytes such as 256'],
    [{ PORT: "80a" }, 'PORT: got "80a"; expected a port from 0 to 65535'],
    [
      { DATABASE_URL: "mysql://me:pass@db" },
      "DATABASE_URL: got mysq... (18 characters); expected an address that starts with postgres://",
    ],
    [
      { DATABASE_URL: "postgres://db/x", DATA_DIR: "./data" },
      "DATA_DIR: got both; expected either it (embedded database) or DATABASE_URL (Postgres)",
    ],
    [
      { TOLOKA_SANDBOX_API_KEY: "" },
      "TOLOKA_SANDBOX_API_KEY: got nothing; expected it or TOLOKA_PRODUCTION_API_KEY",
    ],
    [
      { TOLOKA_SANDBOX_API_KEY: "two words" },
      "TOLOKA_SANDBOX_API_KEY: got two ... (9 characters); expected a key of at most 300 characters without spaces",
    ],
    [
      { TOLOKA_SANDBOX_URL: "https://sandbox.toloka.dev/api/v1" },
      'TOLOKA_SANDBOX_URL: got "https://sandbox.toloka.dev/api/v1"; expected the base address without /v1',
    ],
    [
      { TOLOKA_PRODUCTION_URL: "http://toloka.dev/api" },
      'TOLOKA_PRODUCTION_URL: got "http://toloka.dev/api"; expected an https address (http only for localhost), without user and password',
    ],
    [
      { TOLOKA_SANDBOX_AUTH: "Bearer" },
      'TOLOKA_SANDBOX_AUTH: got "Bearer"; expected ApiKey or OAuth',
    ],
    [
      { TOLOKA_FEE_PERCENT: "30%" },
      'TOLOKA_FEE_PERCENT: got "30%"; expected a percentage from 0 to 100 such as 30 or 12.5',
    ],
    [{ TOLOKA_MIN_FEE: "-1" }, 'TOLOKA_MIN_FEE: got "-1"; expected dollars such as 0.005'],
    [{ OPEN_DRAFTS: "none" }, 'OPEN_DRAFTS: got "none"; expected a whole number from 1 to 999999'],
    [
      { WATCH_CRON: "every minute" },
      'WATCH_CRON: got "every minute"; expected a cron line of 5 or 6 fields such as * * * * *',
    ],
    [
      { LOG_LEVEL: "loud" },
      'LOG_LEVEL: got "loud"; expected one of fatal, error, warn, info, debug, trace, silent',
    ],
    [
      { FAULT_DRILL: "forget" },
      "FAULT_DRILL: got an address of the real Slack or Toloka; expected it in fault runs only",
    ],
    [
      {
        FAULT_DRILL: "forget",
        SLACK_API_URL: "http://127.0.0.1:4000/api/",
        TOLOKA_SANDBOX_URL: "http://127.0.0.1:4001/api",
        TOLOKA_PRODUCTION_API_KEY: key,
      },
      "FAULT_DRILL: got an address of the real Slack or Toloka; expected it in fault runs only",
    ],
    [
      { SLACK_SIGNING_SECRET: "" },
      "SLACK_SIGNING_SECRET: got nothing; expected it (for HTTP) or SLACK_APP_TOKEN (for Socket Mode)",
    ],
    [
      { SLACK_BOT_TOKN: "x" },
      "SLACK_BOT_TOKN: got a name that is not a setting; expected SLACK_BOT_TOKEN, probably misspelt",
    ],
    [
      { TOLOKA_SANBOX_API_KEY: "x" },
      "TOLOKA_SANBOX_API_KEY: got a name that is not a setting; expected TOLOKA_SANDBOX_API_KEY, probably misspelt",
    ],
    [
      { slack_bot_token: "x" },
      "slack_bot_token: got a name that is not a setting; expected SLACK_BOT_TOKEN, probably misspelt",
    ],
    [
      { POLICI_FILE: "x" },
      "POLICI_FILE: got a name that is not a setting; expected POLICY_FILE, probably misspelt",
    ],
  ])("refuse %j in words", (wrong, complaint) => {
    expect(complaintsOf({ ...good, ...wrong })).toEqual([complaint]);
  });

  test("complain about everything at once and show no secret", () => {
    const wrong = { SLACK_BOT_TOKEN: "verysecret", PORT: "x", LOG_LEVEL: "x", DATA_DRI: "./x" };
    expect(complaintsOf(wrong).map((line) => line.split(":")[0])).toEqual([
      "SLACK_BOT_TOKEN",
      "PORT",
      "LOG_LEVEL",
      "SLACK_SIGNING_SECRET",
      "TOLOKA_SANDBOX_API_KEY",
      "DATA_DRI",
    ]);
    expect(messageOf(wrong)).not.toContain("verysecret");
  });

  test("name the demo when Slack's tokens are missing, and only then", () => {
    expect(messageOf({})).toContain("npm run demo");
    expect(messageOf({ ...good, PORT: "x" })).not.toContain("npm run demo");
  });

  test("of other programs are ignored", () => {
    const foreign = [
      ...["PATH", "HOME", "USER", "SORT", "POST", "PROT", "SHELL", "LANG", "TERM", "PWD", "HOST"],
      ...["EDITOR", "LOGNAME", "NODE_ENV", "DATABASE", "HOSTNAME", "MAILDIR", "XDG_DATA_DIRS"],
      ...["npm_config_loglevel", "TEST_DATABASE_URL", "SLACK_CHANNEL", "TOLOKA_TOKEN", "CI"],
    ];
    const env = { ...good, ...Object.fromEntries(foreign.map((name) => [name, "x"])) };
    expect(readConfig(env)).toEqual(readConfig(good));
  });

  test.each(["* * * * *", "0 9-17/2 * * MON-FRI", "*/5 * * * * *", "1,2,3 0 1 jan 7"])(
    "take the cron line %s",
    (line) => {
      expect(readConfig({ ...good, WATCH_CRON: line }).watchCron).toBe(line);
    },
  );

  test.each(["* * * *", "* * * * * * *", "60 * * * *", "* 24 * * *", "5-1 * * * *", "*/0 * * * *"])(
    "refuse the cron line %s",
    (line) => {
      expect(complaintsOf({ ...good, WATCH_CRON: line })).toHaveLength(1);
    },
  );
});

describe(".env.example", () => {
  const lines = readFileSync(new URL("../../.env.example", import.meta.url), "utf8").split("\n");
  const assignments = lines.flatMap((line, index) => {
    const [, name, value] = /^#?([A-Z_]+)=(.*)$/u.exec(line) ?? [];
    return name === undefined || value === undefined
      ? []
      : [{ name, value, before: lines[index - 1] }];
  });

  test("has every setting once, each under a line that says why", () => {
    expect(assignments.map(({ name }) => name).toSorted()).toEqual(
      settings.map(({ name }) => name).toSorted(),
    );
    expect(assignments.filter(({ before }) => !/^# \S.{15,}/u.test(before ?? ""))).toEqual([]);
  });

  test("can be read, with every alternative and default uncommented too", () => {
    const all = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
    // Refused beside addresses of the real Slack and Toloka, which the example has.
    expect(complaintsOf(all).join()).toContain("FAULT_DRILL: got an address of the real Slack");
    delete all.FAULT_DRILL;
    const { DATA_DIR: folder, ...rest } = all;
    expect(readConfig(rest).database.kind).toBe("postgres");
    const { DATABASE_URL: _, ...embedded } = all;
    expect(readConfig(embedded).database).toEqual({ kind: "embedded", folder });
  });

  test("shows the defaults that the program has", () => {
    const shown = settings.filter(
      ({ default: byDefault }) => byDefault?.includes(" key") === false,
    );
    expect(
      shown.map(({ name }) => [name, assignments.find((line) => line.name === name)?.value]),
    ).toEqual(shown.map(({ name, default: byDefault }) => [name, byDefault]));
  });
});
