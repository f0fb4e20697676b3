import type { Results } from "../../src/domain/results/results.ts";

/** The quick start's results: three pictures, two answers each. */
export const results: Results = {
  isInterim: false,
  suites: {
    ...{ accepted: 2, submitted: 0, rejected: 0, skipped: 0, expired: 0, active: 0, other: 0 },
    ...{ workers: 2, paidMicros: 52_000, waitingMicros: 0 },
  },
  answers: 6,
  tasks: 3,
  agreement: [{ field: "result", share: 5 / 6, tasks: 3 }],
  signed: { plannedMicros: 52_000, worstMicros: 52_000, suites: 2, tasks: 3 },
  fee: { percent: 30, minMicros: 5_000 },
  files: { batch: "batch-1", inputs: ["image"], outputs: ["result"] },
};
