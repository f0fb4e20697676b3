import type { FieldErrors } from "./checks/fields.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A query parameter that is true or false in either case; false when absent. */
export function flagOf(query: URLSearchParams, name: string, errors: FieldErrors): boolean {
  const text = query.get(name)?.toLowerCase() ?? null;
  if (text !== null && text !== "true" && text !== "false") errors.add(name, "BOOLEAN_EXPECTED");
  return text === "true";
}

/** A query parameter out of a closed list; records an unknown value. */
export function oneOfQuery(
  query: URLSearchParams,
  name: string,
  values: readonly string[],
  errors: FieldErrors,
): string | undefined {
  const text = query.get(name) ?? undefined;
  if (text !== undefined && !values.includes(text)) errors.add(name, "UNKNOWN_ENUM_VALUE");
  return text;
}

/** A query parameter that is a UUID as RFC 4122 has it. */
export function uuidOf(
  query: URLSearchParams,
  name: string,
  errors: FieldErrors,
): string | undefined {
  const text = query.get(name) ?? undefined;
  if (text !== undefined && !UUID.test(text)) errors.add(name, "UUID_EXPECTED");
  return text;
}
