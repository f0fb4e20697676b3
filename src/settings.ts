/** One setting of the environment, for the documentation and the start-up complaints. */
export type Setting = {
  readonly name: string;
  /** What it is for, in one line. */
  readonly meaning: string;
  /** What it takes when it is not set; null when it then has none. */
  readonly default: string | null;
  /** Never shown in full in a message or a log. */
  readonly secret: boolean;
};

const setting = (name: string, meaning: string, byDefault: string | null = null): Setting => ({
  name,
  meaning,
  default: byDefault,
  secret: false,
});

const secret = (name: string, meaning: string): Setting => ({
  ...setting(name, meaning),
  secret: true,
});

const tolokaSettings = (environment: "SANDBOX" | "PRODUCTION", url: string): readonly Setting[] => {
  const place = environment.toLowerCase();
  return [
    secret(
      `TOLOKA_${environment}_API_KEY`,
      `Key of the ${place} account; without it ${place} is refused.`,
    ),
    setting(`TOLOKA_${environment}_URL`, `Base address of the ${place} API, without /v1.`, url),
    setting(
      `TOLOKA_${environment}_AUTH`,
      `How the ${place} key is sent: ApiKey (current keys) or OAuth (old tokens).`,
      "told from the key",
    ),
  ];
};

/** Every setting that `readConfig` reads, in the order of the documentation. */
export const settings: readonly Setting[] = [
  secret("SLACK_BOT_TOKEN", "Bot token of the Slack app (xoxb-...); the bot speaks with it."),
  secret(
    "SLACK_SIGNING_SECRET",
    "Proves that requests come from Slack; set it to receive over HTTP.",
  ),
  secret(
    "SLACK_APP_TOKEN",
    "App-level token (xapp-...); set it to receive over Socket Mode instead.",
  ),
  setting("SLACK_API_URL", "Base address of Slack's Web API.", "https://slack.com/api/"),
  setting("PORT", "Port of the HTTP receiver.", "3000"),
  setting(
    "HEALTH_PORT",
    "Loopback port of /livez, /readyz and /metrics; 0 takes any free one, off switches it off.",
    "9464",
  ),
  secret("DATABASE_URL", "Postgres to keep the state in, for several replicas (postgres://...)."),
  setting("DATA_DIR", "Folder of the embedded database, when there is no Postgres.", "./data"),
  setting(
    "MIN_FREE_MB",
    "Least free space for the embedded database, in megabytes; below it new requests are refused.",
    "256",
  ),
  setting("POLICY_FILE", "Who may approve (YAML); without it only the sandbox can be opened."),
  ...tolokaSettings("SANDBOX", "https://sandbox.toloka.dev/api"),
  ...tolokaSettings("PRODUCTION", "https://toloka.dev/api"),
  setting("TOLOKA_FEE_PERCENT", "Toloka's fee in percent; its API does not tell it.", "30"),
  setting("TOLOKA_MIN_FEE", "Toloka's least fee for each paid suite, in dollars.", "0.005"),
  setting("COMMANDS_A_MINUTE", "How many commands one person may send within a minute.", "20"),
  setting("OPEN_DRAFTS", "How many drafts with something typed in one person may keep.", "5"),
  setting(
    "WATCH_CRON",
    "How often pools are watched, as a cron line of 5 or 6 fields.",
    "* * * * *",
  ),
  setting(
    "LOG_LEVEL",
    "How much is logged: fatal, error, warn, info, debug, trace or silent.",
    "info",
  ),
  setting(
    "FAULT_DRILL",
    "For the fault runs: `forget` switches look-ups and upload keys off. Refused unless every address is on this machine.",
  ),
];
