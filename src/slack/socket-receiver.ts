import { setTimeout as pause } from "node:timers/promises";
import type { App, Receiver } from "@slack/bolt";
import { WebAPIPlatformError, WebAPIRateLimitedError } from "@slack/web-api";
import type { Log } from "../use-cases/ports.ts";
import { AppTokenRefused, appTokenCodes } from "./app-token-refused.ts";
import { type LineSettings, openSocketLine, type SocketLine } from "./socket-line.ts";

/** Pauses before the attempts to connect, in milliseconds; the last one goes on. */
const pausesMs = [0, 250, 500, 1_000, 2_000, 3_000] as const;
/** A line that lived shorter than this, in milliseconds, counts as a failed attempt. */
const livedMs = 5_000;
/** So many attempts are made before a start is given up. */
const firstAttempts = 5;

const refusalOf = (error: unknown): AppTokenRefused | null =>
  error instanceof WebAPIPlatformError && appTokenCodes.has(error.data.error)
    ? new AppTokenRefused(error.data.error)
    : null;

/** How long to wait before the attempt of this number, counted from 0, in milliseconds. */
const pauseBefore = (attempt: number, failure: unknown): number =>
  failure instanceof WebAPIRateLimitedError
    ? failure.retryAfter * 1_000
    : (pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? 0);

/**
 * Receives over Socket Mode and connects again, by itself and at once, whenever a connection ends.
 * Starting throws AppTokenRefused when Slack does not take the token, and the last error when Slack
 * cannot be reached in several attempts; once started it goes on trying for ever.
 */
export const createSocketReceiver = (settings: LineSettings, log: Log): Receiver => {
  let app: App | null = null;
  let line: SocketLine | null = null;
  const stopping = new AbortController();
  const { signal } = stopping;

  /** Opens a line after the pauses that are due; null once the bot stops. `giveUp` says what is thrown. */
  const open = async (
    first: number,
    giveUp: (error: unknown, attempts: number) => unknown,
  ): Promise<SocketLine | null> => {
    let failure: unknown = null;
    for (let attempt = first; ; attempt += 1) {
      await pause(pauseBefore(attempt, failure), null, { signal }).catch(() => {});
      if (signal.aborted || app === null) return null;
      try {
        const opened = await openSocketLine(settings, app, log);
        if (!signal.aborted) return opened;
        await opened.close();
        return null;
      } catch (error) {
        failure = error;
        const words = error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
        log.warn({ error: words }, "the connection to Slack failed");
        const last = giveUp(error, attempt + 1);
        if (last !== null) throw last;
      }
    }
  };

  const keepOpen = async (): Promise<void> => {
    let attempt = 0;
    while (line !== null) {
      const since = performance.now();
      await line.ended;
      attempt = performance.now() - since < livedMs ? attempt + 1 : 0;
      line = await open(attempt, () => null);
      if (line !== null) log.info({}, "connected to Slack again");
    }
  };

  return {
    init: (given) => {
      app = given;
    },
    start: async () => {
      line = await open(0, (error, attempts) => {
        const refusal = refusalOf(error);
        return refusal ?? (attempts < firstAttempts ? null : error);
      });
      void keepOpen();
    },
    stop: async () => {
      stopping.abort();
      await line?.close();
    },
  };
};
