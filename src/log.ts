import { pino } from "pino";
import type { Log } from "./use-cases/ports.ts";

/** What may never be written: Slack tokens, signatures, reply addresses, trigger ids, Toloka's authorization. */
const secrets =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|(?:ApiKey|OAuth|Bearer)\s+\S+|https:\/\/hooks\.slack\.com\/\S+|\b\d{9,}\.\d{9,}\.[\da-f]{32}\b/g;

/** Strikes out everything that looks like a secret, and the configured ones whatever they look like. */
const createScrubber = (known: readonly string[]) => {
  const kept = known.filter((secret) => secret.length >= 8);
  return (text: string): string => {
    let clean = text.replace(secrets, "[secret]");
    for (const secret of kept) clean = clean.replaceAll(secret, "[secret]");
    return clean;
  };
};

/**
 * The bot's log: JSON lines on standard output. Only flat fields are taken, never objects or errors, and
 * every text is scrubbed.
 */
export const createLog = (level: string, knownSecrets: readonly string[]): Log => {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const scrub = createScrubber(knownSecrets);
  const clean = (fields: Parameters<Log["info"]>[0]) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        typeof value === "string" ? scrub(value) : value,
      ]),
    );
  return {
    info: (fields, message) => logger.info(clean(fields), scrub(message)),
    warn: (fields, message) => logger.warn(clean(fields), scrub(message)),
    error: (fields, message) => logger.error(clean(fields), scrub(message)),
  };
};
