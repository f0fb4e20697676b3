import type { Log, Tally } from "../../use-cases/ports.ts";

/** Why something was not let in: a word of the bot's own, never of the sender's. */
export type TurnedAwayReason =
  | "no-such-path"
  | "too-large"
  | "cut-off"
  | "content-type"
  | "malformed"
  | "too-slow"
  | "too-many-connections"
  | "timestamp-missing"
  | "timestamp-off"
  | "signature-missing"
  | "signature-wrong"
  | "other-app"
  | "poisoned-keys"
  | "other-workspace"
  | "came-again"
  | "too-many-commands"
  | "too-late";

/** Counts one that was turned away. */
export type TurnedAway = (reason: TurnedAwayReason) => void;

/** What was turned away is told in the log at most so often for each reason, in milliseconds. */
const everyMs = 60_000;

/**
 * Counts what is turned away and logs it: the first of a reason at once, all that follow as one line a
 * minute, so that whoever sends forged requests cannot fill the log.
 */
export const createTurnedAway = (log: Log, tally: Tally): TurnedAway => {
  const quiet = new Map<TurnedAwayReason, number>();
  const say = (reason: TurnedAwayReason, count: number): void => {
    log.warn({ reason, count }, "requests were turned away");
    quiet.set(reason, 0);
    setTimeout(() => {
      const more = quiet.get(reason) ?? 0;
      quiet.delete(reason);
      if (more > 0) say(reason, more);
    }, everyMs).unref();
  };
  return (reason) => {
    tally("turned_away", reason);
    const since = quiet.get(reason);
    if (since === undefined) say(reason, 1);
    else quiet.set(reason, since + 1);
  };
};
