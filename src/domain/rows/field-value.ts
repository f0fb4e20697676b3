import { fieldTypeOf } from "../forms/field-types.ts";
import { didYouMean } from "../forms/suggest.ts";
import type { Json } from "../json.ts";
import type { FieldSpec } from "../toloka.ts";
import { isEmptyCell, isJsonValue } from "./json-value.ts";
import type { Fault } from "./row-types.ts";
import { readScalar, type ValueReading } from "./scalar-value.ts";
import { type TextPattern, textPattern } from "./text-pattern.ts";

/** Reads one non-empty cell by one field's rules. */
export type FieldReader = (cell: unknown) => ValueReading;

/** A field's reader, with what could not be checked here. */
export type FieldRule = { readonly read: FieldReader; readonly note: string | null };

const fault = (rule: string, hint: string): Fault => ({ rule, hint });

const span = (low: number | undefined, high: number | undefined): string => {
  if (low === undefined) return `at most ${high}`;
  return high === undefined ? `at least ${low}` : `${low} to ${high}`;
};

const isOutside = (value: number, low: number | undefined, high: number | undefined): boolean =>
  value < (low ?? Number.NEGATIVE_INFINITY) || value > (high ?? Number.POSITIVE_INFINITY);

const disallowed = (spec: FieldSpec, value: Json): Fault | null => {
  const allowed = spec.allowed_values;
  if (allowed === undefined || allowed.length === 0) return null;
  // Some specifications keep numbers and booleans as text, so values are compared as text.
  const text = String(value);
  const names = allowed.map(String);
  if (names.includes(text)) return null;
  const shown = names.slice(0, 10).join(", ") + (names.length > 10 ? ", ..." : "");
  const hint = `is not one of ${shown}.${didYouMean(text.trim(), names)}`;
  return fault("allowed-values", hint.replace(/\.$/u, ""));
};

const scalarFault = (spec: FieldSpec, value: Json, pattern: TextPattern | null): Fault | null => {
  if (typeof value === "string") {
    if (isOutside(value.length, spec.min_length, spec.max_length)) {
      const hint = `must have ${span(spec.min_length, spec.max_length)} characters, it has ${value.length}`;
      return fault("length", hint);
    }
    if (pattern?.(value) === false) {
      return fault("pattern", `must match the pattern ${spec.pattern?.slice(0, 60)}`);
    }
  }
  if (typeof value === "number" && isOutside(value, spec.min_value, spec.max_value)) {
    return fault("range", `must be ${span(spec.min_value, spec.max_value)}`);
  }
  return disallowed(spec, value);
};

const arrayHint = 'must be a JSON list such as ["a", "b"], or values separated by commas';

/** A list as it stands in a cell: a JSON list, or in a table values separated by commas. */
const itemsOf = (cell: unknown, mayHaveCommas: boolean): readonly unknown[] | null => {
  if (Array.isArray(cell)) return cell;
  if (typeof cell !== "string") return null;
  if (!cell.trim().startsWith("[")) {
    return mayHaveCommas ? cell.split(",").map((item) => item.trim()) : null;
  }
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

const refused = (found: Fault): ValueReading => ({ ok: false, ...found });

/** Compiles one field of a specification into a reader of cells. An unknown type accepts any JSON value. */
export const fieldRule = (name: string, spec: FieldSpec): FieldRule => {
  const type = fieldTypeOf(spec.type);
  if (type === null) {
    const note = `*${name}* has the type ${spec.type}, which I do not know: Toloka will check it.`;
    const readAny: FieldReader = (cell) =>
      isJsonValue(cell) ? { ok: true, value: cell } : refused(fault("json", "is not JSON"));
    return { read: readAny, note };
  }
  const pattern = spec.pattern === undefined ? null : textPattern(spec.pattern);
  const note =
    pattern !== null && pattern("") === null
      ? `The pattern of *${name}* is too complex to check here: Toloka will check it.`
      : null;
  const readOne = (cell: unknown): ValueReading => {
    const reading = readScalar(type.scalar, cell);
    if (!reading.ok) return reading;
    const found = scalarFault(spec, reading.value, pattern);
    return found === null ? reading : refused(found);
  };
  if (!type.array) return { read: readOne, note };
  const mayHaveCommas = type.scalar !== "json" && type.scalar !== "coordinates";
  const read = (cell: unknown): ValueReading => {
    const items = itemsOf(cell, mayHaveCommas);
    if (items === null) return refused(fault("array", arrayHint));
    if (isOutside(items.length, spec.min_size, spec.max_size)) {
      const hint = `must have ${span(spec.min_size, spec.max_size)} values, it has ${items.length}`;
      return refused(fault("size", hint));
    }
    const values: Json[] = [];
    for (const [index, item] of items.entries()) {
      const reading: ValueReading = isEmptyCell(item)
        ? refused(fault("array", "is empty"))
        : readOne(item);
      if (!reading.ok) {
        return refused(fault(reading.rule, `value ${index + 1} of the list ${reading.hint}`));
      }
      values.push(reading.value);
    }
    return { ok: true, value: values };
  };
  return { read, note };
};
