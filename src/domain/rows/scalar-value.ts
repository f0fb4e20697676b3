import type { ScalarType } from "../forms/field-types.ts";
import { isJsonObject, type Json } from "../json.ts";
import { isJsonValue } from "./json-value.ts";
import type { Fault } from "./row-types.ts";
import { isTaskUrl } from "./task-url.ts";

/** A cell as Toloka's JSON wants it, or what is wrong. */
export type ValueReading =
  | { readonly ok: true; readonly value: Json }
  | ({ readonly ok: false } & Fault);

const refused = (rule: string, hint: string): ValueReading => ({ ok: false, rule, hint });
const accepted = (value: Json): ValueReading => ({ ok: true, value });

const commaHint = "Write decimals with a dot, such as 1.5";

const readInteger = (cell: unknown): ValueReading => {
  const text = typeof cell === "string" ? cell.trim() : cell;
  const value = typeof text === "string" && /^[+-]?\d+$/u.test(text) ? Number(text) : text;
  if (typeof value !== "number" || !Number.isInteger(value)) {
    return refused("integer", "must be a whole number such as 12, in digits only");
  }
  if (!Number.isSafeInteger(value)) {
    return refused("integer", "is too large: whole numbers may have 15 digits");
  }
  return accepted(value === 0 ? 0 : value);
};

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/u;

const readFloat = (cell: unknown): ValueReading => {
  const text = typeof cell === "string" ? cell.trim() : cell;
  if (typeof text === "string" && /^[+-]?\d*,\d+$/u.test(text)) {
    return refused("float", `must be a number. ${commaHint}`);
  }
  const value = typeof text === "string" && decimal.test(text) ? Number(text) : text;
  return typeof value === "number" && Number.isFinite(value)
    ? accepted(value === 0 ? 0 : value)
    : refused("float", "must be a number such as 1.5");
};

const readBoolean = (cell: unknown): ValueReading => {
  if (typeof cell === "boolean") return accepted(cell);
  const word = typeof cell === "string" ? cell.trim().toLowerCase() : "";
  return word === "true" || word === "false"
    ? accepted(word === "true")
    : refused("boolean", "must be true or false");
};

const readUrl = (cell: unknown): ValueReading => {
  const text = typeof cell === "string" ? cell.trim() : "";
  return isTaskUrl(text)
    ? accepted(text)
    : refused("url", "must be a link that starts with http://, https:// or www and has no spaces");
};

const readCoordinates = (cell: unknown): ValueReading => {
  const text = typeof cell === "string" ? cell.replaceAll(" ", "") : "";
  const found = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/u.exec(text);
  if (found === null) {
    return refused("coordinates", 'must be "latitude,longitude" such as 53.910236,27.531110');
  }
  return Math.abs(Number(found[1])) <= 90 && Math.abs(Number(found[2])) <= 180
    ? accepted(text)
    : refused("coordinates", "lies outside: latitude is -90 to 90, longitude -180 to 180");
};

const parsed = (cell: unknown): unknown => {
  if (typeof cell !== "string") return cell;
  try {
    const value: unknown = JSON.parse(cell);
    return value;
  } catch {
    return undefined;
  }
};

const readJson = (cell: unknown): ValueReading => {
  const value = parsed(cell);
  if (!isJsonValue(value) || !(isJsonObject(value) || Array.isArray(value))) {
    return refused("json", 'must be a JSON object such as {"a": 1}, at most 100 levels deep');
  }
  return accepted(value);
};

/** Reads one cell as a scalar type. Text is parsed; cells of JSON files must have the right type already. */
export const readScalar = (type: ScalarType, cell: unknown): ValueReading => {
  switch (type) {
    case "string":
      return typeof cell === "string"
        ? accepted(cell)
        : refused("string", 'must be text in "quotes"');
    case "integer":
      return readInteger(cell);
    case "float":
      return readFloat(cell);
    case "boolean":
      return readBoolean(cell);
    case "url":
      return readUrl(cell);
    case "coordinates":
      return readCoordinates(cell);
    case "json":
      return readJson(cell);
    case "file":
      return refused("file", "is a file that a worker uploads; it cannot be given in advance");
  }
};
