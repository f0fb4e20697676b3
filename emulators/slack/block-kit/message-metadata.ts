import type { Complaint } from "./complaint.ts";
import { isRecord, member } from "./json.ts";
import { below, type Rule } from "./rule.ts";

/** 8 KB of JSON. */
const mostBytes = 8192;
const known = ["event_type", "event_payload", "entities"];

const wrong = (pointer: string, code: string, message: string, constraint: string): Complaint[] => [
  { pointer, code, message, constraint },
];

/** UTF-8 bytes as JSON. What is nested too deeply to be written down is too large as well. */
const size = (value: unknown): number => {
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? "");
  } catch (error) {
    if (error instanceof RangeError) return Number.POSITIVE_INFINITY;
    throw error;
  }
};

/**
 * The metadata of a message: an event with a payload, or entities of work objects, or both. Slack answers with
 * `invalid_metadata_format` when it is no object, `invalid_metadata_schema` when its members are wrong and
 * `metadata_too_large` above 8 KB.
 */
export const metadataComplaints: Rule = (value, pointer) => {
  if (!isRecord(value)) {
    return wrong(pointer, "invalid_metadata_format", "must provide an object", "type object");
  }
  const schema = (at: string, message: string, constraint: string) =>
    wrong(at, "invalid_metadata_schema", message, constraint);
  const [type, payload] = [member(value, "event_type"), member(value, "event_payload")];
  const needsEvent = member(value, "entities") === undefined;
  const absent = needsEvent ? ["event_type", "event_payload"] : [];
  return [
    ...absent
      .filter((key) => member(value, key) === undefined)
      .flatMap((key) => schema(pointer, `missing required field: ${key}`, "required")),
    ...Object.keys(value)
      .filter((key) => !known.includes(key) && member(value, key) !== undefined)
      .flatMap((key) =>
        schema(pointer, `invalid additional property: ${key}`, "additional_properties"),
      ),
    ...(type === undefined || (typeof type === "string" && type.length > 0)
      ? []
      : schema(below(pointer, "event_type"), "must provide a string", "type string")),
    ...(payload === undefined || isRecord(payload)
      ? []
      : schema(below(pointer, "event_payload"), "must provide an object", "type object")),
    ...(size(value) > mostBytes
      ? wrong(
          pointer,
          "metadata_too_large",
          `must be less than ${mostBytes + 1} bytes`,
          `max_bytes ${mostBytes}`,
        )
      : []),
  ];
};
