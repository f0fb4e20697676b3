import { parseDate } from "../dates.ts";
import type { FieldErrorMap } from "../errors.ts";
import { isObject, type JsonObject } from "../json.ts";
import { messageOf } from "./messages.ts";

/** Bounds and presence of a field. */
type Presence = { required?: boolean };
export type Range = Presence & { min?: number; max?: number };

/** Collects every wrong field of a request. */
export type FieldErrors = {
  add(path: string, code: string, params?: readonly unknown[]): void;
  isEmpty(): boolean;
  map(): FieldErrorMap;
};

/** An empty collection; the first error of a path stays. */
export function createFieldErrors(): FieldErrors {
  const errors = new Map<string, FieldErrorMap[string]>();
  return {
    add(path, code, params) {
      if (errors.has(path)) return;
      const message = messageOf(code, params);
      errors.set(path, params === undefined ? { code, message } : { code, message, params });
    },
    isEmpty: () => errors.size === 0,
    map: () => Object.fromEntries(errors),
  };
}

/** Reads members of one object, recording what is wrong; undefined means absent or wrong. */
export type Fields = {
  path(name: string): string;
  fail(name: string, code: string, params?: readonly unknown[]): void;
  has(name: string): boolean;
  raw(name: string): unknown;
  string(name: string, presence?: Presence & { blank?: boolean }): string | undefined;
  integer(name: string, range?: Range): number | undefined;
  number(name: string, range?: Range): number | undefined;
  boolean(name: string, presence?: Presence): boolean | undefined;
  date(name: string, presence?: Presence): number | undefined;
  oneOf(name: string, values: readonly string[], presence?: Presence): string | undefined;
  object(name: string, presence?: Presence): Fields | undefined;
  array(name: string, range?: Range): readonly unknown[] | undefined;
  /** A reader of an object found deeper, at a path relative to this one. */
  nested(name: string, object: JsonObject): Fields;
};

/** A reader of `object`, whose paths begin with `prefix`. */
export function fieldsOf(errors: FieldErrors, object: JsonObject, prefix = ""): Fields {
  const path = (name: string): string => (prefix === "" ? name : `${prefix}.${name}`);
  const raw = (name: string): unknown =>
    Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;
  const fail = (name: string, code: string, params?: readonly unknown[]): undefined => {
    errors.add(path(name), code, params);
  };

  function present(name: string, presence: Presence | undefined): unknown {
    const value = raw(name);
    if (value === undefined && presence?.required === true) fail(name, "VALUE_REQUIRED");
    return value;
  }

  function inRange(name: string, value: number, range: Range): number | undefined {
    if (range.min !== undefined && value < range.min) {
      return fail(name, "VALUE_LESS_THAN_MIN", [range.min]);
    }
    if (range.max !== undefined && value > range.max) {
      return fail(name, "VALUE_GREATER_THAN_MAX", [range.max]);
    }
    return value;
  }

  return {
    path,
    fail,
    raw,
    nested: (name, inner) => fieldsOf(errors, inner, path(name)),
    has: (name) => raw(name) !== undefined,
    string(name, presence) {
      const value = present(name, presence);
      if (value === undefined) return undefined;
      if (typeof value !== "string") {
        fail(name, "STRING_EXPECTED");
        return;
      }
      if (presence?.blank === false && value.trim() === "") {
        return fail(name, "BLANK_STRING_NOT_ALLOWED");
      }
      return value;
    },
    integer(name, range = {}) {
      const value = present(name, range);
      if (value === undefined) return undefined;
      if (typeof value !== "number" || !Number.isSafeInteger(value)) {
        return fail(name, "INTEGER_EXPECTED");
      }
      return inRange(name, value, range);
    },
    number(name, range = {}) {
      const value = present(name, range);
      if (value === undefined) return undefined;
      if (typeof value !== "number") {
        fail(name, "FLOAT_EXPECTED");
        return;
      }
      return inRange(name, value, range);
    },
    boolean(name, presence) {
      const value = present(name, presence);
      if (value === undefined) return undefined;
      return typeof value === "boolean" ? value : fail(name, "BOOLEAN_EXPECTED");
    },
    date(name, presence) {
      const value = present(name, presence);
      if (value === undefined) return undefined;
      const moment = typeof value === "string" ? parseDate(value) : undefined;
      return moment ?? fail(name, "INVALID_DATE_TIME_SYNTAX");
    },
    oneOf(name, values, presence) {
      const value = present(name, presence);
      if (value === undefined) return undefined;
      if (typeof value !== "string") {
        fail(name, "STRING_EXPECTED");
        return;
      }
      return values.includes(value) ? value : fail(name, "UNKNOWN_ENUM_VALUE");
    },
    object(name, presence) {
      const value = present(name, presence);
      if (value === undefined) return undefined;
      return isObject(value) ? fieldsOf(errors, value, path(name)) : fail(name, "OBJECT_EXPECTED");
    },
    array(name, range = {}) {
      const value = present(name, range);
      if (value === undefined) return undefined;
      if (!Array.isArray(value)) {
        fail(name, "ARRAY_EXPECTED");
        return;
      }
      if (range.min !== undefined && value.length < range.min) {
        return fail(name, "ARRAY_SIZE_LESS_THAN_MIN", [range.min]);
      }
      if (range.max !== undefined && value.length > range.max) {
        return fail(name, "ARRAY_SIZE_GREATER_THAN_MAX", [range.max]);
      }
      return value;
    },
  };
}
