import { ConfigError } from "./config-complaints.ts";
import { AppTokenRefused } from "./slack/app-token-refused.ts";
import { SlackFailure } from "./use-cases/ports.ts";

/** Slack's words for a token it does not take. */
const tokenCodes: readonly string[] = [
  "account_inactive",
  "invalid_auth",
  "not_a_bot_token",
  "not_authed",
  "token_expired",
  "token_revoked",
];

const codeOf = (error: Error): string | null =>
  "code" in error && typeof error.code === "string" ? error.code : null;

const cause = (error: unknown): string => {
  if (error instanceof SlackFailure) {
    return tokenCodes.includes(error.code)
      ? `SLACK_BOT_TOKEN: Slack does not take this token (${error.code}).`
      : `SLACK_API_URL: Slack gave no usable answer there (${error.code}).`;
  }
  if (error instanceof AppTokenRefused) {
    return `SLACK_APP_TOKEN: Slack does not take this token for Socket Mode (${error.code}).`;
  }
  if (!(error instanceof Error)) return "unknown";
  const code = codeOf(error);
  if (code === "EADDRINUSE" || code === "EACCES") {
    return `PORT: it cannot be listened on (${code}). Is the bot running already?`;
  }
  return `${error.name}: ${error.message}`;
};

/** Why a start failed, for whoever runs the bot: the setting to look at comes first where one is to blame. */
export const startWords = (error: unknown): string =>
  error instanceof ConfigError ? error.message : `Lifeguard cannot start. ${cause(error)}`;
