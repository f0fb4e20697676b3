/** Settings that differ from good ones, "" for one that is not set, and the complaint about them. */
export type WrongSettings = {
  readonly settings: { readonly [name: string]: string };
  readonly complaint: string;
};

/** Wrong settings of the environment. */
const wrongSettings: readonly WrongSettings[] = [
  {
    settings: { SLACK_BOT_TOKEN: "xoxp-not-a-bot" },
    complaint:
      "SLACK_BOT_TOKEN: got xoxp... (14 characters); expected a bot token that starts with xoxb-",
  },
  {
    settings: { SLACK_SIGNING_SECRET: "", SLACK_APP_TOKEN: "" },
    complaint:
      "SLACK_SIGNING_SECRET: got nothing; expected it (for HTTP) or SLACK_APP_TOKEN (for Socket Mode)",
  },
  {
    settings: { SLACK_APP_TOKEN: "xoxb-1" },
    complaint:
      "SLACK_APP_TOKEN: got xoxb... (6 characters); expected an app token that starts with xapp-",
  },
  {
    settings: { SLACK_API_URL: "http://slack.example/api/" },
    complaint:
      'SLACK_API_URL: got "http://slack.example/api/"; expected an https address (http only for localhost), without user and password',
  },
  {
    settings: { PORT: "70000" },
    complaint: 'PORT: got "70000"; expected a port from 0 to 65535',
  },
  {
    settings: { DATABASE_URL: "mysql://db/x", DATA_DIR: "" },
    complaint:
      "DATABASE_URL: got mysq... (12 characters); expected an address that starts with postgres://",
  },
  {
    settings: { DATABASE_URL: "postgres://127.0.0.1:1/x" },
    complaint:
      "DATA_DIR: got both; expected either it (embedded database) or DATABASE_URL (Postgres)",
  },
  {
    settings: { TOLOKA_SANDBOX_API_KEY: "" },
    complaint: "TOLOKA_SANDBOX_API_KEY: got nothing; expected it or TOLOKA_PRODUCTION_API_KEY",
  },
  {
    settings: { TOLOKA_SANDBOX_API_KEY: "two words" },
    complaint:
      "TOLOKA_SANDBOX_API_KEY: got two ... (9 characters); expected a key of at most 300 characters without spaces",
  },
  {
    settings: { TOLOKA_SANDBOX_URL: "https://sandbox.toloka.dev/api/v1" },
    complaint:
      'TOLOKA_SANDBOX_URL: got "https://sandbox.toloka.dev/api/v1"; expected the base address without /v1',
  },
  {
    settings: { TOLOKA_SANDBOX_AUTH: "Bearer" },
    complaint: 'TOLOKA_SANDBOX_AUTH: got "Bearer"; expected ApiKey or OAuth',
  },
  {
    settings: { TOLOKA_FEE_PERCENT: "30%" },
    complaint:
      'TOLOKA_FEE_PERCENT: got "30%"; expected a percentage from 0 to 100 such as 30 or 12.5',
  },
  {
    settings: { TOLOKA_MIN_FEE: "-1" },
    complaint: 'TOLOKA_MIN_FEE: got "-1"; expected dollars such as 0.005',
  },
  {
    settings: { WATCH_CRON: "every minute" },
    complaint:
      'WATCH_CRON: got "every minute"; expected a cron line of 5 or 6 fields such as * * * * *',
  },
  {
    settings: { LOG_LEVEL: "loud" },
    complaint:
      'LOG_LEVEL: got "loud"; expected one of fatal, error, warn, info, debug, trace, silent',
  },
  {
    settings: { TOLOKA_SANBOX_URL: "https://sandbox.toloka.dev/api" },
    complaint:
      "TOLOKA_SANBOX_URL: got a name that is not a setting; expected TOLOKA_SANDBOX_URL, probably misspelt",
  },
];

/**
 * The same, put together into as few starts as possible: all wrong settings are told at once, so that only
 * settings that are about each other need a start each.
 */
export const wrongStarts = (): readonly WrongSettings[][] => {
  const starts: WrongSettings[][] = [];
  for (const wrong of wrongSettings) {
    const names = Object.keys(wrong.settings);
    const fits = (start: readonly WrongSettings[]) =>
      !start.some(({ settings }) => names.some((name) => Object.hasOwn(settings, name)));
    const found = starts.find(fits);
    if (found === undefined) starts.push([wrong]);
    else found.push(wrong);
  }
  return starts;
};

/** A wrong policy file and the complaint about it. */
export type WrongPolicy = {
  readonly what: string;
  readonly text: string;
  readonly complaint: string;
};

const approvers = (text: string): string => `environments: { production: { approvers: ${text} } }`;

/** Wrong policy files. */
export const wrongPolicies: readonly WrongPolicy[] = [
  {
    what: "a misspelt key",
    text: "expiry_warning: [1h]",
    complaint:
      "expiry_warning: got a key that does not exist; expected one of environments, expiry_warnings, quiet_period, orphans_every, outage_notice, stuck_after. Did you mean expiry_warnings?",
  },
  {
    what: "a name in the place of an id",
    text: approvers("{ users: ['@anna'] }"),
    complaint:
      'environments.production.approvers.users[0]: got "@anna"; expected a user id such as U012ABCDEF (names can change hands, ids cannot)',
  },
  {
    what: "an empty list of approvers",
    text: approvers("{ groups: [] }"),
    complaint:
      "environments.production.approvers.groups: got []; expected at least one of group ids, or leave the key out",
  },
  {
    what: "anyone in production",
    text: approvers("anyone"),
    complaint:
      'environments.production.approvers: got "anyone"; expected lists of users and groups',
  },
  {
    what: "a duration that is none",
    text: "expiry_warnings: [soon]",
    complaint:
      'expiry_warnings[0]: got "soon"; expected a duration from 1m to 30d such as 24h, 90m or 2d',
  },
];
