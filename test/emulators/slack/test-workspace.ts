import { LogLevel, WebClient } from "@slack/web-api";
import { createSlackControl, type SlackControl } from "../../../emulators/slack/control-client.ts";
import type { SlackServerOptions } from "../../../emulators/slack/options.ts";
import { type SlackServer, startSlackServer } from "../../../emulators/slack/server.ts";

export const BOT_TOKEN = "xoxb-test-token";
export const APP_TOKEN = "xapp-test-token";
export const SIGNING_SECRET = "test-signing-secret";

/** A stand-in with its control client and Slack's own Web API client. */
export type TestWorkspace = {
  server: SlackServer;
  control: SlackControl;
  client: WebClient;
};

export async function startTestWorkspace(
  options: Partial<SlackServerOptions> = {},
): Promise<TestWorkspace> {
  const server = await startSlackServer({
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    ...options,
  });
  return {
    server,
    control: createSlackControl(server.url),
    client: webClient(server, BOT_TOKEN),
  };
}

/** Slack's own client without hidden repetitions. */
export function webClient(server: SlackServer, token: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: server.api,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    logger: silentLogger,
    rejectRateLimitedCalls: true,
  });
}

const quiet = (): void => undefined;

export const silentLogger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  getLevel: () => LogLevel.ERROR,
  setName: quiet,
};
