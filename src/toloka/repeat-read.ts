import { setTimeout as sleep } from "node:timers/promises";
import { TolokaError } from "../domain/toloka-error.ts";

/** Pauses before the second and the third try, in milliseconds, before jitter. */
export const readPausesMs: readonly number[] = [300, 1_000];

/** The longest wait that Toloka may ask for while a caller waits for the answer. */
const longestWaitMs = 5_000;

/** How long to wait before the same read is worth another try; null when it is not. */
const pauseAfter = (error: unknown, pauseMs: number): number | null => {
  if (!(error instanceof TolokaError)) return null;
  const { outcome, status, code, retryAfterMs } = error.facts;
  const lost =
    status === null && outcome === "unknown" && (code === "TIMEOUT" || code === "NO_ANSWER");
  if (!lost && !(status !== null && [429, 502, 503, 504].includes(status))) return null;
  if (retryAfterMs !== null) return retryAfterMs <= longestWaitMs ? retryAfterMs : null;
  // Half to one and a half times the pause, so that many readers do not come back at once.
  return pauseMs * (0.5 + Math.random());
};

/**
 * Reads, and reads again after a passing fault, once for each pause. Only for reads: repeating an effect
 * could double it. `onRepeat` is told the error each time. Throws the last error.
 */
export const repeatRead = async <Result>(
  read: () => Promise<Result>,
  pausesMs: readonly number[],
  onRepeat: (error: unknown) => void,
): Promise<Result> => {
  for (const pauseMs of pausesMs) {
    try {
      return await read();
    } catch (error) {
      const waitMs = pauseAfter(error, pauseMs);
      if (waitMs === null) throw error;
      onRepeat(error);
      await sleep(waitMs);
    }
  }
  return read();
};
