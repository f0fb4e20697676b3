import type { Clock } from "../use-cases/ports.ts";

/** `Date` headers are whole seconds: a smaller difference says nothing. */
const toleranceMs = 1_500;

/** Toloka's clock as seen from here: the local one plus an offset learnt from answers. */
export type ServerClock = {
  now(): Date;
  /** Takes an answer into account; times are the local clock's, in milliseconds. */
  observe(answer: {
    readonly sentMs: number;
    readonly receivedMs: number;
    readonly dateHeader: string | null;
  }): void;
};

/** Starts from `offsetMs` (server minus local); `onOffset` is told each offset that is taken over. */
export const createServerClock = (
  clock: Clock,
  offsetMs: number,
  onOffset: (offsetMs: number) => void,
): ServerClock => {
  let offset = offsetMs;
  let newestSentMs = Number.NEGATIVE_INFINITY;
  return {
    now: () => new Date(clock.now().getTime() + offset),
    observe({ sentMs, receivedMs, dateHeader }) {
      const serverMs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(serverMs) || sentMs < newestSentMs) return;
      newestSentMs = sentMs;
      const halfTripMs = (receivedMs - sentMs) / 2;
      // The header's second began up to a second before it was written: its middle is the best guess.
      const measured = Math.round(serverMs + 500 - (sentMs + halfTripMs));
      if (Math.abs(measured - offset) <= toleranceMs + halfTripMs) return;
      offset = measured;
      onOffset(measured);
    },
  };
};
