import { type Fee, withFee } from "../cost.ts";
import type { Micros } from "../money.ts";
import type { Assignment } from "../toloka-results.ts";
import type { TaskResult } from "./task-results.ts";

/** How far the workers agree about one output field. */
export type Agreement = {
  readonly field: string;
  /** Mean share of the most frequent value, 0 to 1, over the tasks that several workers gave it a value. */
  readonly share: number;
  /** How many tasks those are. */
  readonly tasks: number;
};

/** Suites by what became of them, and what they cost. Every amount is in micro-dollars, with the fee as assumed. */
export type SuiteCounts = {
  readonly accepted: number;
  /** Sent in, not reviewed yet. */
  readonly submitted: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly expired: number;
  /** In a worker's hands. */
  readonly active: number;
  /** In a status that came later than this program. */
  readonly other: number;
  /** Workers with an answer that counts. */
  readonly workers: number;
  readonly paidMicros: Micros;
  /** What the suites that are not reviewed yet cost once they are accepted. */
  readonly waitingMicros: Micros;
};

const counted: ReadonlyMap<string, keyof SuiteCounts> = new Map([
  ["ACCEPTED", "accepted"],
  ["SUBMITTED", "submitted"],
  ["REJECTED", "rejected"],
  ["SKIPPED", "skipped"],
  ["EXPIRED", "expired"],
  ["ACTIVE", "active"],
]);

/** No suite at all. */
export const noSuites: SuiteCounts = {
  ...{ accepted: 0, submitted: 0, rejected: 0, skipped: 0, expired: 0, active: 0, other: 0 },
  ...{ workers: 0, paidMicros: 0, waitingMicros: 0 },
};

/** Adds one suite. Accepted work is paid, work to be reviewed will be, and nothing else is ever paid. */
export const countSuite = (
  counts: SuiteCounts,
  { status, rewardMicros }: Assignment,
  fee: Fee,
): SuiteCounts => {
  const kind = counted.get(status) ?? "other";
  const price = withFee(rewardMicros, fee);
  return {
    ...counts,
    [kind]: counts[kind] + 1,
    paidMicros: counts.paidMicros + (kind === "accepted" ? price : 0),
    waitingMicros: counts.waitingMicros + (kind === "submitted" ? price : 0),
  };
};

/** How far the workers agree, a line for each output field that some task has two values for. */
export const agreementOf = (tasks: readonly TaskResult[]): Agreement[] => {
  const sums = new Map<string, { shares: number; tasks: number }>();
  for (const { fields } of tasks) {
    for (const [field, { given, share }] of fields) {
      if (given < 2) continue;
      const sum = sums.get(field) ?? { shares: 0, tasks: 0 };
      sums.set(field, { shares: sum.shares + share, tasks: sum.tasks + 1 });
    }
  }
  return [...sums].map(([field, sum]) => ({
    field,
    share: sum.shares / sum.tasks,
    tasks: sum.tasks,
  }));
};
