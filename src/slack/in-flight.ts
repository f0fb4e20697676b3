/** Work that goes on after its acknowledgement, so that a shutdown can wait for it. */
export type InFlight = {
  /** Runs the work; a failure goes to the given handler, never to the caller. */
  track(work: Promise<void>): void;
  /** Resolves when nothing is under way any more, or after the time. */
  drain(timeoutMs: number): Promise<void>;
};

/** Keeps count of work under way. `failed` hears what none of the work handled itself. */
export const createInFlight = (failed: (error: unknown) => void): InFlight => {
  const running = new Set<Promise<void>>();
  return {
    track: (work) => {
      const settled = work.catch(failed).finally(() => running.delete(settled));
      running.add(settled);
    },
    drain: async (timeoutMs) => {
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, timeoutMs);
      await Promise.race([Promise.all(running), late.promise]);
      clearTimeout(timer);
    },
  };
};
