import type { JsonObject } from "../json.ts";
import type { Assignment } from "../toloka-results.ts";

/** What one worker answered to one task. */
export type AnswerRow = {
  readonly assignmentId: string;
  readonly suiteId: string;
  /** Null in suites made by hand, whose tasks may have no id. */
  readonly taskId: string | null;
  /** SUBMITTED, ACCEPTED or REJECTED, of the whole suite. */
  readonly status: string;
  /** A number that stands for the worker within one reading of one pool; Toloka's id is not kept. */
  readonly worker: number;
  /** ISO text in UTC. */
  readonly submitted: string | null;
  /** A control or training task: its answer was known before. */
  readonly isGolden: boolean;
  readonly input: JsonObject;
  /** Empty when Toloka gave no solution for the task. */
  readonly output: JsonObject;
};

/** Statuses of a suite that was sent in; what a worker skipped or let run out has no answers. */
export const answeredStatuses: readonly string[] = ["SUBMITTED", "ACCEPTED", "REJECTED"];

/** Whether an answer counts: rejected work was judged to be wrong, golden tasks were known before. */
export const isUsable = ({ status, isGolden }: AnswerRow): boolean =>
  status !== "REJECTED" && !isGolden;

/** The answers of one suite, a row a task in the suite's order; none for a suite that was not sent in. */
export const answerRows = (assignment: Assignment, worker: number): AnswerRow[] =>
  answeredStatuses.includes(assignment.status)
    ? assignment.tasks.map((task, index) => ({
        assignmentId: assignment.id,
        suiteId: assignment.suiteId,
        taskId: task.id,
        status: assignment.status,
        worker,
        submitted: assignment.submitted?.toISOString() ?? null,
        isGolden: task.hasKnownSolutions,
        input: task.inputValues,
        output: assignment.solutions[index] ?? {},
      }))
    : [];
