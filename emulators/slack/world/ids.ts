import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Makers of Slack's identifiers. */
export type Ids = {
  /** Such as `V0000000A1`: a letter and nine upper-case alphanumerics, counted up. */
  next(prefix: string): string;
  /** A message timestamp: seconds with six digits of microseconds, strictly rising. */
  nextTs(): string;
  /** The last numbers given out; the next ones are above what is restored. */
  state(): IdState;
  restore(state: IdState): void;
};

type IdState = { counter: number; lastMicros: number };

const ID_DIGITS = 9;

export function createIds(clock: Clock): Ids {
  let counter = 36 ** 4;
  let lastMicros = 0;
  return {
    next(prefix) {
      counter += 1;
      return prefix + counter.toString(36).toUpperCase().padStart(ID_DIGITS, "0");
    },
    nextTs() {
      lastMicros = Math.max(lastMicros + 1, clock.now() * 1000);
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, "0")}`;
    },
    state: () => ({ counter, lastMicros }),
    restore(state) {
      counter = Math.max(counter, state.counter);
      lastMicros = Math.max(lastMicros, state.lastMicros);
    },
  };
}

/** Random lower-case hexadecimal text, for tokens and hashes. */
export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}
