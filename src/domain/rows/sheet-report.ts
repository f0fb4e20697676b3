import type { ColumnMapping, RowProblem, SheetReport, TaskRow } from "../plan.ts";
import type { RowResult } from "./row-types.ts";

/** What is known about a file besides its rows. */
type SheetFacts = {
  readonly mapping: ColumnMapping;
  readonly notes: readonly string[];
  readonly fatal: string | null;
};

/** Counts results row by row; memory does not grow with the file. */
export type ReportBuilder = {
  readonly add: (row: number, result: RowResult) => void;
  readonly report: (facts: SheetFacts) => SheetReport;
};

const shownProblems = 10;
const shownDuplicates = 3;

type KindOfTask = "general" | "golden" | "training";

const kindOf = (task: TaskRow): KindOfTask => {
  if (task.known_solutions === undefined) return "general";
  return task.message_on_unknown_solution === undefined ? "golden" : "training";
};

/** Starts the report of one file. */
export const createReportBuilder = (fileName: string): ReportBuilder => {
  const counts = { rows: 0, general: 0, golden: 0, training: 0, duplicates: 0, badRows: 0 };
  const overlaps = new Map<number, number>();
  const firstProblems: RowProblem[] = [];
  const duplicateNotes: string[] = [];
  let problemCount = 0;

  const add = (row: number, result: RowResult): void => {
    counts.rows += 1;
    if (!result.ok) {
      counts.badRows += 1;
      problemCount += result.problems.length;
      firstProblems.push(...result.problems.slice(0, shownProblems - firstProblems.length));
      return;
    }
    counts[kindOf(result.task)] += 1;
    const { overlap } = result.task;
    if (overlap !== undefined) overlaps.set(overlap, (overlaps.get(overlap) ?? 0) + 1);
    if (result.duplicateOf === undefined) return;
    counts.duplicates += 1;
    if (duplicateNotes.length < shownDuplicates) {
      duplicateNotes.push(
        `Rows ${result.duplicateOf} and ${row} are identical. You would pay twice.`,
      );
    }
  };

  const report = (facts: SheetFacts): SheetReport => {
    const more = counts.duplicates - duplicateNotes.length;
    return {
      fileName,
      rows: counts.rows,
      good: counts.rows - counts.badRows,
      golden: counts.golden,
      training: counts.training,
      duplicates: counts.duplicates,
      badRows: counts.badRows,
      firstProblems: [...firstProblems],
      problemCount,
      mapping: facts.mapping,
      notes: [
        ...facts.notes,
        ...duplicateNotes,
        ...(more > 0 ? [`${more} more rows are identical to earlier ones.`] : []),
      ],
      fatal: facts.fatal,
      overlaps: Object.fromEntries(overlaps),
    };
  };
  return { add, report };
};
