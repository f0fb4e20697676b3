import type { RowProblem } from "../src/domain/plan.ts";
import { csvLine } from "./csv.ts";

/** The header line of the file that lists all problems of a tasks file. */
export const problemsHeader = (): string => csvLine(["row", "column", "rule", "value", "hint"]);

/** One problem as a line, with its line end. */
export const problemLine = (problem: RowProblem): string =>
  csvLine([String(problem.row), problem.column, problem.rule, problem.value, problem.hint]);
