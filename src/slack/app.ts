import { App, type Receiver } from "@slack/bolt";
import { z } from "zod";
import { TooLate } from "../use-cases/store-ports.ts";
import { boltLogger } from "./bolt-logger.ts";
import { createCommandRate } from "./ingress/command-rate.ts";
import { createDoor } from "./ingress/door.ts";
import { createHttpReceiver } from "./ingress/http-receiver.ts";
import { createTell } from "./ingress/tell.ts";
import { createTurnedAway, type TurnedAway } from "./ingress/turned-away.ts";
import { registerListeners } from "./listeners/register.ts";
import { createQuickClient, interactiveOptions } from "./slack-calls.ts";
import { createSocketReceiver } from "./socket-receiver.ts";
import { createSocketRequests } from "./socket-requests.ts";
import type { Toolbox } from "./toolbox.ts";

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
  readonly appId: string;
  /** Such as https://acme.slack.com/; empty when Slack did not say. */
  readonly workspaceUrl: string;
};

const addressSchema = z.looseObject({ port: z.number() });

/** The running Slack side. */
export type SlackSide = {
  /** The port that is listened on; null in Socket Mode. */
  start(): Promise<number | null>;
  /** Takes nothing more in and lets running requests end. */
  stop(): Promise<void>;
};

const createReceiver = (
  settings: SlackSettings,
  tools: Toolbox,
  turnedAway: TurnedAway,
): Receiver => {
  const { clock, log } = tools.deps;
  if (settings.receiver.kind === "socket") {
    const line = { appToken: settings.receiver.appToken, apiUrl: settings.apiUrl };
    return createSocketReceiver(line, log);
  }
  const { signingSecret } = settings.receiver;
  return createHttpReceiver({ signingSecret, logger: boltLogger(log), clock, turnedAway });
};

/**
 * Builds the Bolt app over HTTP or Socket Mode, with the same listeners. `onSocketAck` hears how many
 * seconds each acknowledgement over Socket Mode took.
 */
export const createSlackSide = (
  settings: SlackSettings,
  bot: BotIdentity,
  tools: Toolbox,
  onSocketAck: (seconds: number) => void,
): SlackSide => {
  const { clock, database, limits, log, tally } = tools.deps;
  const turnedAway = createTurnedAway(log, tally);
  const receiver = createReceiver(settings, tools, turnedAway);
  const app = new App({
    receiver,
    authorize: async () => ({
      botToken: settings.botToken,
      botId: bot.botId,
      botUserId: bot.botUserId,
    }),
    convoStore: false,
    clientOptions: interactiveOptions(settings.apiUrl),
    logger: boltLogger(log),
  });
  const { commandsAMinute } = limits;
  const door = {
    ...{ bot, clock, database, log, turnedAway, commandsAMinute },
    inFlight: tools.inFlight,
    rate: createCommandRate(commandsAMinute),
    tell: createTell(createQuickClient(settings, log), settings.apiUrl),
  };
  // Receivers hand every request to this method: nothing reaches a listener past the door.
  const handle = createDoor(door, app.processEvent.bind(app));
  const overSocket =
    settings.receiver.kind === "socket" ? createSocketRequests(handle, log, onSocketAck) : null;
  app.processEvent = overSocket?.handle ?? handle;
  app.error(async (error) => {
    if (!(error instanceof TooLate)) {
      log.error({ error: error.name, code: error.code ?? "" }, "a Slack request failed");
    }
    // Rejecting makes an unacknowledged request a visible failure for the person.
    throw error;
  });
  registerListeners(app, tools);
  return {
    start: async () => {
      if (settings.receiver.kind === "socket") {
        await app.start();
        return null;
      }
      const address = addressSchema.safeParse(await app.start(settings.receiver.port));
      return address.success ? address.data.port : settings.receiver.port;
    },
    stop: async () => {
      await overSocket?.drain();
      await app.stop();
    },
  };
};
