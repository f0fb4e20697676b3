import { WebClient } from "@slack/web-api";
import type { SlackSettings } from "./app.ts";
import { neededScopes } from "./scopes.ts";
import { interactiveOptions, slackCall } from "./slack-calls.ts";

const clientFor = (token: string, apiUrl: string): WebClient =>
  new WebClient(token, { ...interactiveOptions(apiUrl), timeout: 10_000 });

/** Asks Slack whether it takes the bot token; answers the scopes that are missing. Throws SlackFailure. */
export const checkBotToken = async (
  settings: Pick<SlackSettings, "botToken" | "apiUrl">,
): Promise<readonly string[]> => {
  const client = clientFor(settings.botToken, settings.apiUrl);
  const { response_metadata } = await slackCall(() => client.auth.test());
  const granted = response_metadata?.scopes ?? [];
  return neededScopes.filter((scope) => !granted.includes(scope));
};

/** Asks Slack whether it opens a connection for the app token. Throws SlackFailure. */
export const checkAppToken = async (appToken: string, apiUrl: string): Promise<void> => {
  const client = clientFor(appToken, apiUrl);
  await slackCall(() => client.apps.connections.open());
};
