import type { FieldSpec, FieldSpecs } from "../toloka.ts";
import { type FieldType, nameOfType, readFieldType } from "./field-types.ts";
import { readLineParts } from "./line-parts.ts";
import { limitsOfOptions, limitsOfRange, optionOutsideRange } from "./spec-limits.ts";

/** Field lines as a specification, or one complaint a line, each starting with `Line 3: `. */
export type SpecsReading =
  | { readonly ok: true; readonly specs: FieldSpecs }
  | { readonly ok: false; readonly complaints: readonly string[] };

type Side = "input" | "output";
type SpecReading =
  | { readonly ok: true; readonly name: string; readonly spec: FieldSpec }
  | { readonly ok: false; readonly message: string };

const refused = (message: string): SpecReading => ({ ok: false, message });

const misplaced = (type: FieldType, hidden: boolean, side: Side): string | null => {
  if (side === "input" && type.scalar === "file") {
    return "Files come from workers: *file* works in outputs only; use *url* for a link to a file.";
  }
  if (side === "output" && hidden) return "An output cannot be hidden.";
  return null;
};

const readLine = (line: string, side: Side): SpecReading => {
  const colon = line.search(/[:\uff1a]/u);
  if (colon < 0) return refused("Write a name, a colon and a type, for example `image: url`.");
  const name = line.slice(0, colon).trim();
  if (!/^[A-Za-z0-9_-]{1,100}$/u.test(name) || name === "__proto__") {
    const found = name === "" ? "it is missing" : `you have *${name.slice(0, 40)}*`;
    return refused(`A name has letters a to z, digits, _ and - only; ${found}.`);
  }
  const type = readFieldType(line.slice(colon + 1).trim());
  if (!type.ok) return refused(type.message);
  const reading = readLineParts(type.rest);
  if (!reading.ok) return refused(reading.message);
  const { flags, range, options } = reading.parts;
  const wrongPlace = misplaced(type.type, flags.has("hidden"), side);
  if (wrongPlace !== null) return refused(wrongPlace);
  const allowed = options === null ? null : limitsOfOptions(type.type, options);
  if (allowed?.ok === false) return refused(allowed.message);
  const bounds = range === null ? null : limitsOfRange(type.type, range);
  if (bounds?.ok === false) return refused(bounds.message);
  const limits = { ...allowed?.limits, ...bounds?.limits };
  const outside = optionOutsideRange(limits);
  if (outside !== null) return refused(`The option *${outside}* lies outside the range.`);
  const spec: FieldSpec = {
    type: nameOfType(type.type),
    required: !flags.has("optional"),
    hidden: flags.has("hidden"),
    ...limits,
  };
  return { ok: true, name, spec };
};

/**
 * Reads lines such as `result: string required [boots|sneakers]`. Fields are required unless `optional`
 * is written, as Toloka's own default is.
 */
export const readFieldLines = (text: string, side: Side): SpecsReading => {
  const found = new Map<string, { readonly spec: FieldSpec; readonly line: number }>();
  const complaints: string[] = [];
  text.split(/\r\n|\r|\n/u).forEach((line, index) => {
    if (line.trim() === "") return;
    const reading = readLine(line, side);
    if (!reading.ok) {
      complaints.push(`Line ${index + 1}: ${reading.message}`);
      return;
    }
    const earlier = found.get(reading.name);
    if (earlier !== undefined) {
      complaints.push(`Line ${index + 1}: *${reading.name}* is already on line ${earlier.line}.`);
      return;
    }
    found.set(reading.name, { spec: reading.spec, line: index + 1 });
  });
  if (complaints.length > 0) return { ok: false, complaints };
  if (found.size === 0) {
    const example = side === "input" ? "image: url" : "result: string [yes|no]";
    return { ok: false, complaints: [`Give at least one ${side}, for example \`${example}\`.`] };
  }
  return {
    ok: true,
    specs: Object.fromEntries([...found].map(([name, { spec }]) => [name, spec])),
  };
};

const writeRange = (low: number | undefined, high: number | undefined): string =>
  low === undefined && high === undefined ? "" : ` [${low ?? ""}..${high ?? ""}]`;

const writeLine = (name: string, spec: FieldSpec): string => {
  const required = spec.required === false ? " optional" : " required";
  const hidden = spec.hidden === true ? " hidden" : "";
  const range =
    writeRange(spec.min_length, spec.max_length) ||
    writeRange(spec.min_value, spec.max_value) ||
    writeRange(spec.min_size, spec.max_size);
  const options = spec.allowed_values === undefined ? "" : ` [${spec.allowed_values.join("|")}]`;
  return `${name}: ${spec.type.toLowerCase()}${required}${hidden}${range}${options}`;
};

/** Writes a specification back as lines. A pattern, or an option with | or ] in it, has no form as a line. */
export const writeFieldLines = (specs: FieldSpecs): string =>
  Object.entries(specs)
    .map(([name, spec]) => writeLine(name, spec))
    .join("\n");
