import { createHash } from "node:crypto";
import { readWholeNumber } from "../forms/typed-numbers.ts";
import type { Json } from "../json.ts";
import type { ColumnMapping, TaskRow } from "../plan.ts";
import type { FieldSpecs } from "../toloka.ts";
import { type Meaning, meaningOf, readColumns } from "./columns.ts";
import { type FieldReader, fieldRule } from "./field-value.ts";
import { shownCell } from "./json-value.ts";
import { type PlacedFault, readSolutions } from "./known-solutions.ts";
import { type RowCells, sortCells } from "./row-cells.ts";
import type { RowResult, RowRules, SheetFormat, SheetRow } from "./row-types.ts";
import { chunkBounds, frameBytes, taskBytes } from "./task-size.ts";

/** What rows are checked by. */
export type RowCheckerOptions = {
  readonly rules: RowRules;
  /** 1..30000; for general rows without an overlap of their own. */
  readonly defaultOverlap: number;
  /** The columns of the first row. */
  readonly columns: readonly string[];
  /** `table` when absent. */
  readonly format?: SheetFormat;
};

/** Checks rows one by one and remembers them to find duplicates. */
export type RowChecker = {
  readonly mapping: ColumnMapping;
  /** Rules of the project that cannot be checked here. */
  readonly notes: readonly string[];
  /** Why no row of this file can be checked; null when rows can. */
  readonly fatal: string | null;
  readonly check: (row: SheetRow) => RowResult;
};

type Report = (fault: PlacedFault) => void;

const compile = (specs: FieldSpecs) =>
  Object.entries(specs).map(([name, spec]) => ({ name, spec, ...fieldRule(name, spec) }));

type Compiled = ReturnType<typeof compile>;

/** Field -> its column as the file calls it, for cells that are missing. */
const inputColumns = (meanings: ReadonlyMap<string, Meaning>): ReadonlyMap<string, string> =>
  new Map(
    [...meanings].flatMap(([column, meaning]) =>
      meaning.kind === "input" ? [[meaning.field, column] as const] : [],
    ),
  );

const readInputs = (
  cells: RowCells,
  inputs: Compiled,
  columnOf: ReadonlyMap<string, string>,
  report: Report,
) => {
  const found: [string, Json][] = [];
  for (const { name, spec, read } of inputs) {
    const place = cells.inputs.get(name);
    if (place === undefined) {
      if (spec.required !== false) {
        const column = columnOf.get(name) ?? name;
        report({ column, cell: "", rule: "required", hint: "is empty, but required" });
      }
      continue;
    }
    const reading = read(place.cell);
    if (reading.ok) found.push([name, reading.value]);
    else report({ ...place, rule: reading.rule, hint: reading.hint });
  }
  return Object.fromEntries(found);
};

const isTrue = (cell: unknown): boolean => cell === true || /^\s*true\s*$/iu.test(String(cell));
const isFalse = (cell: unknown): boolean => cell === false || /^\s*false\s*$/iu.test(String(cell));

const readOverlap = (cells: RowCells, defaultOverlap: number, report: Report): number => {
  const { overlap, infinite } = cells;
  if (infinite !== null && !isFalse(infinite.cell)) {
    const hint = isTrue(infinite.cell)
      ? "only golden and training rows may be endless: their price has no limit. Give an overlap"
      : "must be true or false";
    report({ ...infinite, rule: "infinite-overlap", hint });
  }
  if (overlap === null) return defaultOverlap;
  const isScalar = typeof overlap.cell === "string" || typeof overlap.cell === "number";
  const reading = readWholeNumber(isScalar ? String(overlap.cell) : "?", 1, 30_000);
  if (reading.ok) return reading.value;
  report({ ...overlap, rule: "overlap", hint: "must be a whole number from 1 to 30000" });
  return defaultOverlap;
};

const readHint = (cells: RowCells, isGolden: boolean, report: Report): string | null => {
  if (cells.hint === null) return null;
  if (typeof cells.hint.cell !== "string") {
    report({ ...cells.hint, rule: "string", hint: 'must be text in "quotes"' });
  } else if (!isGolden) {
    const hint = "a hint needs a correct answer: fill a GOLDEN column too, or leave the hint empty";
    report({ ...cells.hint, rule: "hint", hint });
  } else return cells.hint.cell;
  return null;
};

/** Builds the checker for one file. Cells are never trusted: every rule of the specification is applied. */
export const createRowChecker = (options: RowCheckerOptions): RowChecker => {
  const { rules } = options;
  const columns = readColumns(options.columns, rules, options.format ?? "table");
  const inputs = compile(rules.inputSpec);
  const outputs = compile(rules.outputSpec);
  const readers = new Map<string, FieldReader>(outputs.map(({ name, read }) => [name, read]));
  const meanings = new Map<string, Meaning>(columns.meanings);
  const columnOf = inputColumns(columns.meanings);
  const firstRows = new Map<string, number>();

  const meaning = (column: string): Meaning => {
    const known = meanings.get(column);
    if (known !== undefined) return known;
    const found = meaningOf(column, rules);
    // Rows of a hostile JSON file may each invent new names; only a few are worth remembering.
    if (meanings.size < 1000) meanings.set(column, found);
    return found;
  };

  const earlierRow = (task: TaskRow, row: number): number | undefined => {
    const hash = createHash("sha256").update(JSON.stringify(task)).digest("base64");
    const earlier = firstRows.get(hash);
    if (earlier === undefined) firstRows.set(hash, row);
    return earlier;
  };

  const check = (row: SheetRow): RowResult => {
    const faults: PlacedFault[] = [];
    const report: Report = (fault) => faults.push(fault);
    const cells = sortCells(row, rules, meaning);
    for (const fault of cells.misplaced) report(fault);
    const input_values = readInputs(cells, inputs, columnOf, report);
    const known_solutions = readSolutions(cells, readers, report);
    const isGolden = cells.golden.size > 0 || known_solutions.length > 0;
    const hint = readHint(cells, isGolden, report);
    const task: TaskRow = isGolden
      ? {
          input_values,
          infinite_overlap: true,
          known_solutions,
          ...(hint === null ? {} : { message_on_unknown_solution: hint }),
        }
      : { input_values, overlap: readOverlap(cells, options.defaultOverlap, report) };
    const bytes = faults.length === 0 ? taskBytes(task) + frameBytes : 0;
    if (bytes > chunkBounds.bytes) {
      const rule = `is ${bytes} bytes; one upload may carry ${chunkBounds.bytes}`;
      report({ column: "(whole row)", cell: "", rule: "size", hint: rule });
    }
    if (faults.length === 0) {
      const duplicateOf = earlierRow(task, row.row);
      return duplicateOf === undefined ? { ok: true, task } : { ok: true, task, duplicateOf };
    }
    const problems = faults.map(({ column, cell, rule, hint: words }) => ({
      row: row.row,
      column: column.slice(0, 200),
      rule,
      value: shownCell(cell),
      hint: words,
    }));
    return { ok: false, problems };
  };

  const notes = [...inputs, ...outputs].flatMap(({ note }) => (note === null ? [] : [note]));
  return { mapping: columns.mapping, notes, fatal: columns.fatal, check };
};
