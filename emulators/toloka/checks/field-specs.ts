import { isObject, type JsonObject } from "../json.ts";
import type { Fields } from "./fields.ts";

const SCALARS = ["boolean", "string", "integer", "float", "url", "coordinates", "json", "file"];

/** One field of a project's input or output, ready to check values with. */
export type FieldSpec = {
  type: string;
  isArray: boolean;
  required: boolean;
  allowed?: readonly unknown[];
  pattern?: RegExp;
  minLength?: number;
  maxLength?: number;
  minValue?: number;
  maxValue?: number;
  minSize?: number;
  maxSize?: number;
};

/** Field name -> what is allowed in it. */
export type FieldSpecs = ReadonlyMap<string, FieldSpec>;

/** Records what is wrong with an `input_spec` or `output_spec` (Toloka API, task_spec). */
export function checkFieldSpecs(specs: Fields, names: readonly string[], isOutput: boolean): void {
  for (const name of names) {
    const spec = specs.object(name, { required: true });
    if (spec === undefined) continue;
    const type = spec.string("type", { required: true });
    if (type !== undefined) checkType(spec, type, isOutput);
    spec.boolean("required");
    spec.boolean("hidden");
    spec.array("allowed_values", { min: 1 });
    for (const key of ["min_length", "max_length", "min_size", "max_size"]) {
      spec.integer(key, { min: 0 });
    }
    for (const key of ["min_value", "max_value"]) spec.number(key);
    const pattern = spec.string("pattern");
    if (pattern !== undefined && patternOf(pattern) === undefined) {
      spec.fail("pattern", "INVALID_REGEX_SYNTAX");
    }
  }
}

function checkType(spec: Fields, type: string, isOutput: boolean): void {
  const { scalar } = splitType(type);
  if (!SCALARS.includes(scalar)) {
    spec.fail("type", "UNKNOWN_ENUM_VALUE");
    return;
  }
  if (scalar === "file" && !isOutput) {
    spec.fail("type", "INVALID_VALUE");
    return;
  }
  if (["json", "file", "coordinates"].includes(scalar) && spec.has("allowed_values")) {
    spec.fail("allowed_values", "VALUE_NOT_ALLOWED");
  }
}

function splitType(type: string): { scalar: string; isArray: boolean } {
  const lower = type.toLowerCase();
  const isArray = lower.startsWith("array_");
  return { scalar: isArray ? lower.slice("array_".length) : lower, isArray };
}

/** The whole value must match, as in Java's `matches`. */
function patternOf(source: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${source})$`, "s");
  } catch {
    return undefined;
  }
}

/** Checked specs in the form in which values are compared with them. */
export function compileFieldSpecs(specs: JsonObject): FieldSpecs {
  const compiled = new Map<string, FieldSpec>();
  for (const [name, spec] of Object.entries(specs)) {
    if (isObject(spec)) compiled.set(name, compileFieldSpec(spec));
  }
  return compiled;
}

function compileFieldSpec(spec: JsonObject): FieldSpec {
  const { scalar, isArray } = splitType(typeof spec.type === "string" ? spec.type : "json");
  const compiled: FieldSpec = { type: scalar, isArray, required: spec.required !== false };
  const { allowed_values: allowed, pattern } = spec;
  if (Array.isArray(allowed)) compiled.allowed = allowed;
  const regex = typeof pattern === "string" ? patternOf(pattern) : undefined;
  if (regex !== undefined) compiled.pattern = regex;
  const bounds = [
    ["minLength", "min_length"],
    ["maxLength", "max_length"],
    ["minValue", "min_value"],
    ["maxValue", "max_value"],
    ["minSize", "min_size"],
    ["maxSize", "max_size"],
  ] as const;
  for (const [key, name] of bounds) {
    const value = spec[name];
    if (typeof value === "number") compiled[key] = value;
  }
  return compiled;
}
