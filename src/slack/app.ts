import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from "@slack/bolt";
import { boltLogger } from "./bolt-logger.ts";
import { registerListeners } from "./listeners/register.ts";
import { guardRequests, readSignedAt } from "./request-guard.ts";
import { interactiveOptions } from "./slack-calls.ts";
import type { Toolbox } from "./toolbox.ts";

/** The largest request that is read, in bytes; Slack's are far smaller. */
const bodyLimit = 1_000_000;

/** How Slack's requests come in. */
type ReceiverSettings =
  | { readonly kind: "http"; readonly signingSecret: string; readonly port: number }
  | { readonly kind: "socket"; readonly appToken: string };

/** Settings of the Slack side. */
export type SlackSettings = {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly receiver: ReceiverSettings;
};

/** Who the bot is in its workspace, as `auth.test` says. */
export type BotIdentity = {
  readonly botId: string;
  readonly botUserId: string;
  readonly teamId: string;
};

/** The running Slack side. */
export type SlackSide = {
  /** The port that is listened on; null in Socket Mode. */
  start(): Promise<number | null>;
  /** Takes nothing more in and lets running requests end. */
  stop(): Promise<void>;
};

const createReceiver = (settings: SlackSettings, tools: Toolbox): Receiver => {
  const logger = boltLogger(tools.deps.log);
  if (settings.receiver.kind === "socket") {
    return new SocketModeReceiver({
      appToken: settings.receiver.appToken,
      logger,
      // The receiver takes the address of the Web API from nowhere else.
      installerOptions: { clientOptions: interactiveOptions(settings.apiUrl) },
    });
  }
  return new HTTPReceiver({
    signingSecret: settings.receiver.signingSecret,
    bodyLimit,
    logger,
    customPropertiesExtractor: readSignedAt,
  });
};

/** Builds the Bolt app over HTTP or Socket Mode, with the same listeners. */
export const createSlackSide = (
  settings: SlackSettings,
  bot: BotIdentity,
  tools: Toolbox,
): SlackSide => {
  const receiver = createReceiver(settings, tools);
  const app = new App({
    receiver,
    authorize: async () => ({
      botToken: settings.botToken,
      botId: bot.botId,
      botUserId: bot.botUserId,
    }),
    convoStore: false,
    clientOptions: interactiveOptions(settings.apiUrl),
    logger: boltLogger(tools.deps.log),
  });
  app.error(async (error) => {
    tools.deps.log.error({ error: error.name, code: error.code ?? "" }, "a Slack request failed");
    // Rejecting makes an unacknowledged request a visible failure for the person.
    throw error;
  });
  app.use(guardRequests(tools));
  registerListeners(app, tools);
  return {
    start: async () => {
      if (settings.receiver.kind === "socket") {
        await app.start();
        return null;
      }
      const server = await app.start(settings.receiver.port);
      if (
        server === undefined ||
        server === null ||
        typeof server !== "object" ||
        !("address" in server)
      )
        return settings.receiver.port;
      const address = server.address();
      return typeof address === "object" && address !== null
        ? address.port
        : settings.receiver.port;
    },
    stop: async () => {
      await app.stop();
    },
  };
};
