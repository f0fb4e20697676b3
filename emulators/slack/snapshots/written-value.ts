import { isObject } from "../json.ts";

/** The member that tells a written map, set or byte string from an object of JSON. */
const KIND = "$kind";

/**
 * A value as JSON, with what JSON lacks: maps, sets and bytes. Functions and undefined members are left out.
 */
export function writtenValue(value: unknown): unknown {
  if (value instanceof Map) {
    return { [KIND]: "map", entries: [...value].map((entry) => entry.map(writtenValue)) };
  }
  if (value instanceof Set) return { [KIND]: "set", entries: [...value].map(writtenValue) };
  if (value instanceof Uint8Array) {
    return { [KIND]: "bytes", base64: Buffer.from(value).toString("base64") };
  }
  if (Array.isArray(value)) return value.map(writtenValue);
  if (!isObject(value)) return value;
  const members = Object.entries(value)
    .filter(([, held]) => typeof held !== "function")
    .map(([name, held]) => [name, writtenValue(held)]);
  return KIND in value ? { [KIND]: "object", members } : Object.fromEntries(members);
}

/** The value that `writtenValue` wrote. */
export function readValue(written: unknown): unknown {
  if (Array.isArray(written)) return written.map(readValue);
  if (!isObject(written)) return written;
  const entries: unknown[] = Array.isArray(written.entries) ? written.entries : [];
  switch (written[KIND]) {
    case "map":
      return new Map(entries.map(pairOf));
    case "set":
      return new Set(entries.map(readValue));
    case "bytes":
      return new Uint8Array(Buffer.from(String(written.base64), "base64"));
    case "object": {
      const members: unknown[] = Array.isArray(written.members) ? written.members : [];
      return objectOf(members.map(pairOf));
    }
    default:
      return objectOf(Object.entries(written).map(([name, held]) => [name, readValue(held)]));
  }
}

function pairOf(entry: unknown): [unknown, unknown] {
  const [key, held]: unknown[] = Array.isArray(entry) ? entry : [];
  return [readValue(key), readValue(held)];
}

function objectOf(pairs: readonly [unknown, unknown][]): object {
  return Object.fromEntries(pairs.map(([name, held]) => [String(name), held]));
}
