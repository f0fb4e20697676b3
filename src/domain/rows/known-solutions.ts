import { isJsonObject, type Json } from "../json.ts";
import type { KnownSolution } from "../toloka.ts";
import type { FieldReader } from "./field-value.ts";
import { isEmptyCell } from "./json-value.ts";
import type { PlacedCell, RowCells } from "./row-cells.ts";
import type { Fault } from "./row-types.ts";

/** A cell with what is wrong with it. */
export type PlacedFault = PlacedCell & Fault;

type Readers = ReadonlyMap<string, FieldReader>;
type Report = (fault: PlacedFault) => void;

const readOutputs = (
  values: ReadonlyMap<string, PlacedCell>,
  readers: Readers,
  report: Report,
): { readonly [name: string]: Json } => {
  const found: [string, Json][] = [];
  for (const [name, place] of values) {
    const reading = readers.get(name)?.(place.cell);
    if (reading === undefined) {
      report({ ...place, rule: "unknown-column", hint: "is not an output of the project" });
    } else if (reading.ok) found.push([name, reading.value]);
    else report({ ...place, rule: reading.rule, hint: reading.hint });
  }
  return Object.fromEntries(found);
};

const readSolution = (
  item: unknown,
  column: string,
  readers: Readers,
  report: Report,
): KnownSolution | null => {
  const outputs = isJsonObject(item) ? item.output_values : undefined;
  if (!isJsonObject(item) || !isJsonObject(outputs) || Object.keys(outputs).length === 0) {
    const hint =
      'each known solution must be an object such as {"output_values": {"result": "ok"}}';
    report({ column, cell: item, rule: "json", hint });
    return null;
  }
  const extra = Object.keys(item).find((key) => !/^(output_values|correctness_weight)$/u.test(key));
  if (extra !== undefined) {
    const hint = "is not a part of a known solution";
    report({
      column: `${column}.${extra.slice(0, 100)}`,
      cell: item[extra],
      rule: "unknown-column",
      hint,
    });
  }
  const weight = item.correctness_weight;
  if (weight !== undefined && (typeof weight !== "number" || weight < 0 || weight > 1)) {
    const hint = "the weight of a known solution is a number from 0 to 1";
    report({ column: `${column}.correctness_weight`, cell: weight, rule: "range", hint });
    return null;
  }
  const places = Object.entries(outputs)
    .filter(([, cell]) => !isEmptyCell(cell))
    .map(([name, cell]): [string, PlacedCell] => [
      name,
      { column: `${column}.${name.slice(0, 100)}`, cell },
    ]);
  if (places.length === 0) {
    report({
      column,
      cell: item,
      rule: "golden",
      hint: "a known solution needs at least one answer",
    });
    return null;
  }
  const values = readOutputs(new Map(places), readers, report);
  return weight === undefined
    ? { output_values: values }
    : { output_values: values, correctness_weight: weight };
};

/** The correct answers of a row, from GOLDEN columns or from `known_solutions`; empty for a general row. */
export const readSolutions = (
  cells: RowCells,
  readers: Readers,
  report: Report,
): readonly KnownSolution[] => {
  if (cells.solutions === null) {
    if (cells.golden.size === 0) return [];
    return [{ output_values: readOutputs(cells.golden, readers, report) }];
  }
  const { column, cell } = cells.solutions;
  if (cells.golden.size > 0) {
    report({
      column,
      cell,
      rule: "golden",
      hint: "give known_solutions or GOLDEN columns, not both",
    });
  }
  if (!Array.isArray(cell)) {
    report({ column, cell, rule: "json", hint: "must be a list of known solutions" });
    return [];
  }
  return cell
    .map((item: unknown) => readSolution(item, column, readers, report))
    .filter((solution) => solution !== null);
};
