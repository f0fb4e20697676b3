import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../use-cases/ports.ts";

/**
 * Bolt's messages in the bot's log: only what it warns of, and only texts: objects that Bolt hands over
 * may hold tokens, headers and what people typed.
 */
export const boltLogger = (log: Log): Logger => {
  const texts = (parts: readonly unknown[]): string =>
    parts
      .map((part) => (part instanceof Error ? part.name : part))
      .filter((part) => typeof part === "string")
      .join(" ")
      .slice(0, 500);
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts) => log.warn({ source: "bolt" }, texts(parts)),
    error: (...parts) => log.error({ source: "bolt" }, texts(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
};
