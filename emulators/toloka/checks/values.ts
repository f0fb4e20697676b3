import { isObject, type JsonObject } from "../json.ts";
import type { FieldSpec, FieldSpecs } from "./field-specs.ts";
import type { FieldErrors } from "./fields.ts";

const COORDINATES = /^\s*-?\d+(\.\d+)?\s*,\s*-?\d+(\.\d+)?\s*$/;

/** Compares values with their specs; every wrong field is recorded under `path`. */
export function checkValues(
  errors: FieldErrors,
  values: JsonObject,
  specs: FieldSpecs,
  path: string,
  options: { demandRequired: boolean },
): void {
  for (const [name, spec] of specs) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === null) {
      if (spec.required && options.demandRequired) errors.add(`${path}.${name}`, "VALUE_REQUIRED");
      continue;
    }
    if (spec.isArray) checkArray(errors, value, spec, `${path}.${name}`);
    else checkScalar(errors, value, spec, `${path}.${name}`);
  }
  for (const name of Object.keys(values)) {
    if (!specs.has(name)) errors.add(`${path}.${name}`, "VALUE_NOT_ALLOWED");
  }
}

function checkArray(errors: FieldErrors, value: unknown, spec: FieldSpec, path: string): void {
  if (!Array.isArray(value)) {
    errors.add(path, "ARRAY_EXPECTED");
    return;
  }
  if (spec.minSize !== undefined && value.length < spec.minSize) {
    errors.add(path, "ARRAY_SIZE_LESS_THAN_MIN", [spec.minSize]);
  }
  if (spec.maxSize !== undefined && value.length > spec.maxSize) {
    errors.add(path, "ARRAY_SIZE_GREATER_THAN_MAX", [spec.maxSize]);
  }
  for (const [index, element] of value.entries()) {
    checkScalar(errors, element, spec, `${path}.${index}`);
  }
}

function checkScalar(errors: FieldErrors, value: unknown, spec: FieldSpec, path: string): void {
  const wrong = wrongType(value, spec.type);
  if (wrong !== undefined) {
    errors.add(path, wrong);
    return;
  }
  if (spec.allowed !== undefined && !spec.allowed.includes(value)) {
    errors.add(path, "INVALID_VALUE");
    return;
  }
  if (typeof value === "string") checkString(errors, value, spec, path);
  if (typeof value === "number") checkNumber(errors, value, spec, path);
}

/** The code of a value of another type, undefined for the right one. */
function wrongType(value: unknown, type: string): string | undefined {
  switch (type) {
    case "boolean":
      return typeof value === "boolean" ? undefined : "BOOLEAN_EXPECTED";
    case "integer":
      return Number.isSafeInteger(value) ? undefined : "INTEGER_EXPECTED";
    case "float":
      return typeof value === "number" ? undefined : "FLOAT_EXPECTED";
    case "any":
      return undefined;
    case "json":
      return isObject(value) || Array.isArray(value) ? undefined : "JSON_EXPECTED";
    default:
      return typeof value === "string" ? wrongText(value, type) : "STRING_EXPECTED";
  }
}

function wrongText(value: string, type: string): string | undefined {
  if (type === "url") {
    return /^(https?:\/\/|www)[^\s]+$/i.test(value) ? undefined : "INVALID_URL_SYNTAX";
  }
  if (type === "coordinates") {
    return COORDINATES.test(value) ? undefined : "INVALID_COORDINATES_SYNTAX";
  }
  return undefined;
}

function checkString(errors: FieldErrors, value: string, spec: FieldSpec, path: string): void {
  const { minLength, maxLength, pattern } = spec;
  if (minLength !== undefined && value.length < minLength) {
    errors.add(path, "STRING_LENGTH_LESS_THAN_MIN", [minLength]);
  }
  if (maxLength !== undefined && value.length > maxLength) {
    errors.add(path, "STRING_LENGTH_GREATER_THAN_MAX", [maxLength]);
  }
  if (pattern !== undefined && !pattern.test(value)) errors.add(path, "PATTERN_MISMATCH");
}

function checkNumber(errors: FieldErrors, value: number, spec: FieldSpec, path: string): void {
  const { minValue, maxValue } = spec;
  if (minValue !== undefined && value < minValue) {
    errors.add(path, "VALUE_LESS_THAN_MIN", [minValue]);
  }
  if (maxValue !== undefined && value > maxValue) {
    errors.add(path, "VALUE_GREATER_THAN_MAX", [maxValue]);
  }
}
