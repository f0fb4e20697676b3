import { createHash } from "node:crypto";
import { isJsonObject, type Json } from "./json.ts";

/**
 * Writes a JSON value in the one form that equal values share: keys sorted by UTF-16 code units, no
 * spaces, -0 as 0, lone surrogates escaped. Numbers and texts stay apart (`1` is not `"1"`).
 *
 * @throws RangeError for a number that JSON cannot carry; TypeError for a value that is not JSON.
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical form`);
    return JSON.stringify(value);
  }
  if (value === null || typeof value === "boolean" || typeof value === "string") {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (!isJsonObject(value)) throw new TypeError(`${typeof value} has no canonical form`);
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
};

/** sha256 of a text in UTF-8, as 64 hexadecimal digits. */
export const sha256Hex = (text: string): string =>
  createHash("sha256").update(text, "utf8").digest("hex");
