import { setTimeout as sleep } from "node:timers/promises";
import type { StepOutcome } from "./step-outcome.ts";

/** Steps of this process that outlive the patience of their jobs. */
export type StepsUnderWay = {
  /** Begins a step, or joins it when it is under way; "under way" when it does not end in time. */
  take(key: string, step: () => Promise<StepOutcome>): Promise<StepOutcome | "under way">;
  /** Waits for all steps, at most so many milliseconds. */
  drain(mostMs: number): Promise<void>;
};

/**
 * Keeps slow steps going without holding their jobs: a server that hangs would else occupy all places for
 * jobs, and runs of the other account would wait for it. A job that comes back joins its step; a step that
 * ended is forgotten once its outcome was taken.
 */
export const createStepsUnderWay = (patienceMs: number): StepsUnderWay => {
  const steps = new Map<string, Promise<StepOutcome>>();
  return {
    take: async (key, step) => {
      const running = steps.get(key) ?? step();
      steps.set(key, running);
      const patience = new AbortController();
      try {
        const late = sleep(patienceMs, "under way" as const, { signal: patience.signal });
        const ended = await Promise.race([running, late.catch(() => "under way" as const)]);
        if (ended !== "under way") steps.delete(key);
        return ended;
      } catch (error) {
        steps.delete(key);
        throw error;
      } finally {
        patience.abort();
        // Nobody may come back for it: the next process looks up what became of it.
        running.catch(() => {});
      }
    },
    drain: async (mostMs) => {
      const patience = new AbortController();
      const late = sleep(mostMs, undefined, { signal: patience.signal }).catch(() => {});
      await Promise.race([Promise.allSettled(steps.values()), late]);
      patience.abort();
    },
  };
};
