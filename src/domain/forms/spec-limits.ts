import type { FieldSpec } from "../toloka.ts";
import { type FieldType, nameOfType } from "./field-types.ts";

type Limits = Pick<
  FieldSpec,
  | "allowed_values"
  | "min_length"
  | "max_length"
  | "min_value"
  | "max_value"
  | "min_size"
  | "max_size"
>;

/** Limits of a field, or what is wrong with them. */
export type LimitsReading =
  | { readonly ok: true; readonly limits: Limits }
  | { readonly ok: false; readonly message: string };

const refused = (message: string): { readonly ok: false; readonly message: string } => ({
  ok: false,
  message,
});

const largestLength = 2_147_483_647;

/** Range ends mean length for strings, value for numbers and size for arrays. */
export const limitsOfRange = (
  type: FieldType,
  [low, high]: readonly [string, string],
): LimitsReading => {
  const counted = type.array || type.scalar === "string";
  const numeric = type.scalar === "integer" || type.scalar === "float";
  if (!counted && !numeric) {
    return refused(`A range such as 1..5 does not fit ${nameOfType(type)}.`);
  }
  const whole = counted || type.scalar === "integer";
  const shape = whole ? (counted ? /^\d+$/u : /^-?\d+$/u) : /^-?\d+(\.\d+)?$/u;
  if (low === "" && high === "")
    return refused("A range needs at least one end, for example 1..5.");
  for (const end of [low, high]) {
    if (end === "") continue;
    if (!shape.test(end)) {
      const kind = whole ? (counted ? "whole numbers from 0" : "whole numbers") : "numbers";
      return refused(`The ends of a range are ${kind} here - you have *${end.slice(0, 40)}*.`);
    }
    const tooLarge = counted ? Number(end) > largestLength : !Number.isSafeInteger(Number(end));
    if (whole && tooLarge) return refused(`*${end.slice(0, 40)}* is too large.`);
  }
  if (low !== "" && high !== "" && Number(low) > Number(high)) {
    return refused(`The range ${low}..${high} is empty: its first end is the larger one.`);
  }
  const name = type.array ? "size" : type.scalar === "string" ? "length" : "value";
  const limits = {
    ...(low === "" ? {} : { [`min_${name}`]: Number(low) }),
    ...(high === "" ? {} : { [`max_${name}`]: Number(high) }),
  };
  return { ok: true, limits };
};

const optionValue = (type: FieldType, text: string): string | number | boolean | null => {
  switch (type.scalar) {
    case "integer":
      return /^-?\d+$/u.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : null;
    case "float":
      return /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : null;
    case "boolean":
      return /^(true|false)$/iu.test(text) ? text.toLowerCase() === "true" : null;
    case "url":
      return /^(https?:\/\/|www\.)\S+$/iu.test(text) ? text : null;
    case "string":
      return text;
    case "json":
    case "file":
    case "coordinates":
      return null;
  }
};

/** Options become `allowed_values` of the field's own type. */
export const limitsOfOptions = (type: FieldType, options: readonly string[]): LimitsReading => {
  if (["json", "file", "coordinates"].includes(type.scalar)) {
    return refused(`${nameOfType(type)} cannot have options.`);
  }
  const values: (string | number | boolean)[] = [];
  for (const option of options) {
    if (option === "") return refused("One of the options is empty; write [a|b|c].");
    const value = optionValue(type, option);
    if (value === null) {
      return refused(`The option *${option.slice(0, 40)}* is no ${type.scalar}.`);
    }
    if (values.includes(value)) {
      return refused(`The option *${option.slice(0, 40)}* is there twice.`);
    }
    values.push(value);
  }
  return { ok: true, limits: { allowed_values: values } };
};

/** The first option that the range forbids; null when they agree. */
export const optionOutsideRange = (limits: Limits): string | number | boolean | null => {
  const outside = (value: string | number | boolean): boolean => {
    if (typeof value === "string") {
      return (
        value.length < (limits.min_length ?? 0) ||
        value.length > (limits.max_length ?? Number.POSITIVE_INFINITY)
      );
    }
    return (
      typeof value === "number" &&
      (value < (limits.min_value ?? Number.NEGATIVE_INFINITY) ||
        value > (limits.max_value ?? Number.POSITIVE_INFINITY))
    );
  };
  return limits.allowed_values?.find(outside) ?? null;
};
