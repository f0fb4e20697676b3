import type { RowProblem, SheetReport } from "../../src/domain/plan.ts";
import { code, count, counted, marked, quoted, several, short } from "../text.ts";

/** `2,988 good rows · 12 bad rows · 150 golden · 0 training · 1 duplicate`. */
const countsLine = (report: SheetReport): string =>
  [
    `*${counted(report.good, "good row")}*`,
    `*${counted(report.badRows, "bad row")}*`,
    `${count(report.golden)} golden`,
    `${count(report.training)} training`,
    counted(report.duplicates, "duplicate"),
  ].join(" · ");

/** How the columns were understood. */
const mappingLine = (report: SheetReport): string[] =>
  report.mapping.length === 0
    ? []
    : [
        `Columns: ${several(
          report.mapping.map(
            ({ column, meaning }) => `${code(column, 40)} → ${short(meaning, 40)}`,
          ),
          15,
        )}`,
      ];

/** `Row 14, *image*: must be a link - you have ...`. */
const problemText = (problem: RowProblem): string =>
  `Row ${count(problem.row)}, *${short(problem.column, 60)}*: ${marked(problem.hint, 250)} (${short(problem.rule, 30)}) - you have ${code(problem.value)}`;

/** The first ten problems, and how many more the file in the thread has. */
export const problemLines = (report: SheetReport): string[] => {
  const shown = report.firstProblems.slice(0, 10);
  const rest = report.problemCount - shown.length;
  return [
    ...shown.map(problemText),
    ...(rest > 0
      ? [`and ${counted(rest, "more problem")}; all of them are in the file in the run's thread.`]
      : []),
  ];
};

/** The whole report in lines. */
export const reportLines = (report: SheetReport): string[] => [
  `File ${quoted(report.fileName)}${report.fatal === null ? `: ${counted(report.rows, "row")}` : ""}`,
  ...(report.fatal === null ? [countsLine(report)] : []),
  ...mappingLine(report),
  ...report.notes.slice(0, 10).map((note) => `Note: ${marked(note, 250)}`),
];
