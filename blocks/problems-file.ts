import type { RowProblem } from "../src/domain/plan.ts";

/** A spreadsheet runs cells that start with one of these; some skip a NUL or a line's end before them. */
const startsFormula = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** One cell by RFC 4180: quoted when needed; never a formula. */
const cell = (text: string): string => {
  const harmless = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

const line = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;

/** The header line of the file that lists all problems of a tasks file. */
export const problemsHeader = (): string => line(["row", "column", "rule", "value", "hint"]);

/** One problem as a line, with its line end. */
export const problemLine = (problem: RowProblem): string =>
  line([String(problem.row), problem.column, problem.rule, problem.value, problem.hint]);
