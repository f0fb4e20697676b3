import type { Json, JsonObject } from "../src/domain/json.ts";
import type { AnswerRow } from "../src/domain/results/answer-row.ts";
import type { ResultColumns, ResultFile } from "../src/domain/results/results.ts";
import { createTaskResults, type TaskResult } from "../src/domain/results/task-results.ts";
import { csvLine } from "./csv.ts";

type Rows = AsyncIterable<readonly AnswerRow[]>;
type Cell = string | number;

/** A value as a cell: texts and numbers as they are, nothing as nothing, everything else as JSON. */
const cellOf = (value: Json | undefined): Cell => {
  if (value === undefined || value === null) return "";
  return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
};

/** Shares have three digits after the point at most, and only a whole one is 1. */
const rounded = (share: number): number =>
  share === 1 ? 1 : Math.min(Math.round(share * 1_000) / 1_000, 0.999);

/** A value of the answer's own, whatever the field is called. */
const own = (values: JsonObject, field: string): Json | undefined =>
  Object.hasOwn(values, field) ? values[field] : undefined;

const headings = (prefix: string, fields: readonly string[]): string[] =>
  fields.map((field) => `${prefix}:${field}`);

const rawHeader = ({ inputs, outputs }: ResultColumns): string =>
  csvLine([
    ...headings("INPUT", inputs),
    ...headings("OUTPUT", outputs),
    ...headings("ASSIGNMENT", [
      ...["task_id", "assignment_id", "task_suite_id", "worker", "status", "submitted", "golden"],
    ]),
  ]);

const rawLine = (row: AnswerRow, { inputs, outputs }: ResultColumns): string =>
  csvLine([
    ...inputs.map((field) => cellOf(own(row.input, field))),
    ...outputs.map((field) => cellOf(own(row.output, field))),
    row.taskId ?? "",
    row.assignmentId,
    row.suiteId,
    `worker ${row.worker}`,
    row.status,
    row.submitted ?? "",
    row.isGolden ? "yes" : "no",
  ]);

const majorityHeader = ({ inputs, outputs }: ResultColumns): string =>
  csvLine([
    ...headings("INPUT", inputs),
    ...outputs.flatMap((field) => [`OUTPUT:${field}`, `AGREEMENT:${field}`, `TIE:${field}`]),
    "ANSWERS",
    "ASSIGNMENT:task_id",
  ]);

/** The most frequent value and its share. Several that are equally frequent are a tie, which nobody has won. */
const fieldCells = (task: TaskResult, field: string): Cell[] => {
  const result = task.fields.get(field);
  if (result === undefined) return ["", "", ""];
  const [first, second] = result.most;
  return second === undefined
    ? [cellOf(first), rounded(result.share), ""]
    : ["", rounded(result.share), result.most.map((value) => String(cellOf(value))).join(" | ")];
};

const majorityLine = (task: TaskResult, { inputs, outputs }: ResultColumns): string =>
  csvLine([
    ...inputs.map((field) => cellOf(own(task.input, field))),
    ...outputs.flatMap((field) => fieldCells(task, field)),
    task.answers,
    task.taskId ?? "",
  ]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const rawText = async (columns: ResultColumns, rows: Rows): Promise<string> => {
  const lines = [rawHeader(columns)];
  for await (const page of rows) lines.push(...page.map((row) => rawLine(row, columns)));
  return lines.join("");
};

const majorityText = async (columns: ResultColumns, rows: Rows): Promise<string> => {
  const tasks = createTaskResults();
  for await (const page of rows) for (const row of page) tasks.add(row);
  // The order in which the tasks were made: Toloka's ids grow with time.
  const inOrder = tasks.list().toSorted((a, b) => compare(a.taskId ?? "", b.taskId ?? ""));
  const lines = inOrder.map((task) => majorityLine(task, columns));
  return [majorityHeader(columns), ...lines].join("");
};

/**
 * A file of results as CSV (RFC 4180, UTF-8), with the prefixes of Toloka's own download. Raw: a line for each
 * answer that was sent in, golden and rejected ones too. Majority: a line for each general task in the order of
 * the tasks, from answers that were not rejected.
 */
export const resultsText = (
  file: ResultFile,
  columns: ResultColumns,
  rows: Rows,
): Promise<string> => (file === "raw" ? rawText(columns, rows) : majorityText(columns, rows));

/** `raw-4711.csv`; `raw-4711-so-far.csv` while more may follow. */
export const resultsFileName = (
  file: ResultFile,
  poolId: string | null,
  isInterim: boolean,
): string => {
  const pool = (poolId ?? "pool").replace(/[^\w-]+/g, "_").slice(0, 40);
  return `${file}-${pool}${isInterim ? "-so-far" : ""}.csv`;
};
