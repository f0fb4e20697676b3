import type { JobHandlers } from "../../src/use-cases/store-ports.ts";

/** Handlers that end every job at once, except for those that a test gives. */
export const makeHandlers = (given: Partial<JobHandlers> = {}): JobHandlers => {
  const done = async () => "done" as const;
  return {
    "prepare-run": done,
    "open-run": done,
    "close-pool": done,
    "check-file": done,
    "tell-thread": done,
    "tell-person": done,
    "gather-results": done,
    watch: done,
    "refresh-homes": done,
    "paint-home": done,
    "read-balances": done,
    ...given,
  };
};
