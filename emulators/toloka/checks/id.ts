import type { Fields } from "./fields.ts";

/** An id in a body: a text, in places a number; recorded as wrong when it is anything else. */
export function readId(
  fields: Fields,
  name: string,
  presence: { required?: boolean } = {},
): string | undefined {
  const id = fields.raw(name);
  if (id === undefined) {
    if (presence.required === true) fields.fail(name, "VALUE_REQUIRED");
    return undefined;
  }
  if (typeof id === "number" || (typeof id === "string" && id.trim() !== "")) return String(id);
  fields.fail(name, typeof id === "string" ? "BLANK_STRING_NOT_ALLOWED" : "STRING_EXPECTED");
  return undefined;
}
