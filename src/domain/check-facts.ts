import type { Micros } from "./money.ts";
import type { TaskSummary } from "./plan.ts";
import type { CheckFinding, Cost } from "./run.ts";
import type { Pool, Project } from "./toloka.ts";

/** What the named checks judge: a pool, its tasks and the account as Toloka has them now. */
export type CheckFacts = {
  readonly pool: Pool;
  readonly project: Project;
  readonly tasks: TaskSummary;
  readonly cost: Cost;
  readonly balanceMicros: Micros;
  /** Still to come from pools that are open, in micro-dollars; 0 when not known. */
  readonly promisedMicros?: Micros;
  readonly now: Date;
};

/** What a check says when it does not pass. */
export type CheckVerdict = Pick<CheckFinding, "level" | "message">;

/** One named check; null means that it passed. */
export type Check = (facts: CheckFacts) => CheckVerdict | null;

/** A verdict that stops an opening. */
export const error = (message: string): CheckVerdict => ({ level: "error", message });

/** A verdict that is shown and stops nothing. */
export const warning = (message: string): CheckVerdict => ({ level: "warning", message });

/** Tasks that workers are paid for: neither control nor training tasks. */
export const generalTasks = (tasks: TaskSummary): number =>
  tasks.total - tasks.golden - tasks.training;
