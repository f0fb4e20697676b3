import type { Cutoff } from "../../use-cases/store-ports.ts";

/** What can be said about an act that was cut off: nothing of it was recorded, or that is not known. */
export type Recorded = "nothing" | "unsure";

/** The end of an act's time. */
export type ActCutoff = Cutoff & {
  /** From now on nothing is committed any more; answers what may have been before. */
  cut(): Recorded;
};

/** An act's time, not over yet. */
export const createCutoff = (): ActCutoff => {
  let isOver = false;
  let hasCommitted = false;
  return {
    mayCommit: () => {
      if (isOver) return false;
      hasCommitted = true;
      return true;
    },
    cut: () => {
      isOver = true;
      return hasCommitted ? "unsure" : "nothing";
    },
  };
};
