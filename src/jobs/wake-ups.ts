import type { Job } from "../use-cases/store-ports.ts";

/**
 * Wakes the workers of a queue when a delayed job is due, which the queue itself would only notice at its
 * next look. A wake-up too many costs one empty look; one too few costs the time to the next look.
 */
export const createWakeUps = (notify: (workId: string) => void) => {
  const workIds = new Map<Job["name"], string>();
  const timers = new Set<NodeJS.Timeout>();
  const wake = (name: Job["name"]) => {
    const workId = workIds.get(name);
    if (workId !== undefined) notify(workId);
  };
  return {
    /** Remembers who works on a queue. */
    know: (name: Job["name"], workId: string) => {
      workIds.set(name, workId);
    },
    wake,
    /** Wakes them after a delay in milliseconds; the notice of the database does it for jobs without one. */
    plan: (name: Job["name"], afterMs: number) => {
      if (afterMs <= 0 || afterMs > longestPlanMs) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        wake(name);
      }, afterMs + marginMs);
      timers.add(timer);
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};

/** The transaction that holds the job may commit a little later than the job was sent. */
const marginMs = 20;

/** For longer delays the regular look is exact enough. */
const longestPlanMs = 60_000;
