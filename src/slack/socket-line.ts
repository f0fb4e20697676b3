import { type App, SocketModeReceiver } from "@slack/bolt";
import type { Log } from "../use-cases/ports.ts";
import { boltLogger } from "./bolt-logger.ts";
import { interactiveOptions } from "./slack-calls.ts";

/** The longest that opening a line may take, in milliseconds: Slack's address, the handshake, its hello. */
const openMs = 5_000;
/** How long Slack may take to answer a polite goodbye before the line is cut, in milliseconds. */
const goodbyeMs = 1_000;

/** What a line needs. */
export type LineSettings = { readonly appToken: string; readonly apiUrl: string };

/** One Socket Mode connection, from Slack's hello to its end. It never comes back by itself. */
export type SocketLine = {
  /** Resolves when the connection has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it; resolves when it is gone. */
  close(): Promise<void>;
};

/** Whether it settles well within the time. */
const isDoneIn = async (work: Promise<unknown>, ms: number): Promise<boolean> => {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), ms);
  const isDone = await Promise.race([work.then(() => true), late.promise]);
  clearTimeout(timer);
  return isDone;
};

/**
 * Opens one connection whose requests go to the app. Throws when Slack does not say hello in time.
 *
 * The library's own reconnection stays off: when a disconnect meets its reconnect, or Slack cannot be
 * reached for a moment, it rejects a promise that nobody holds, and never comes back.
 */
export const openSocketLine = async (
  settings: LineSettings,
  app: App,
  log: Log,
): Promise<SocketLine> => {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    // The receiver takes the address of the Web API from nowhere else.
    installerOptions: { clientOptions: interactiveOptions(settings.apiUrl) },
    // What failed is logged already, and stays without an acknowledgement so that the person sees it.
    processEventErrorHandler: async () => false,
  });
  receiver.init(app);
  const gone = Promise.withResolvers<void>();
  receiver.client.on("disconnected", () => gone.resolve());
  const close = async (): Promise<void> => {
    await receiver.stop();
    if (await isDoneIn(gone.promise, goodbyeMs)) return;
    // Asked a second time it does not wait for the other side.
    await receiver.stop();
    await isDoneIn(gone.promise, goodbyeMs);
  };
  const opening = receiver.start();
  try {
    if (!(await isDoneIn(opening, openMs))) throw new Error("Slack did not say hello in time");
  } catch (error) {
    opening.catch(() => {});
    await close();
    throw error ?? new Error("the connection ended before Slack said hello");
  }
  return { ended: gone.promise, close };
};
