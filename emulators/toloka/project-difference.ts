import { isDeepStrictEqual } from "node:util";
import { formatProject } from "./formats.ts";
import { isObject, type JsonObject, objectOr } from "./json.ts";

const BREAKING = "BREAKING_CHANGE";
const NON_BREAKING = "NON_BREAKING_CHANGE";

/**
 * What the replacement of a project's body would mean: EQUAL, NON_BREAKING_CHANGE, or BREAKING_CHANGE
 * when data that fitted the fields before need no longer fit. The API tells only the three words;
 * which change breaks is the stand-in's own reading of them.
 */
export function differenceLevel(before: JsonObject, after: JsonObject): string {
  if (isDeepStrictEqual(comparable(before), comparable(after))) return "EQUAL";
  const [old, fresh] = [objectOr(before.task_spec), objectOr(after.task_spec)];
  const breaks = ["input_spec", "output_spec"].some((name) =>
    breaksFields(objectOr(old[name]), objectOr(fresh[name])),
  );
  return breaks ? BREAKING : NON_BREAKING;
}

/** A body with its defaults; ids that the server gave to collectors are no difference. */
function comparable(body: JsonObject): unknown {
  const { id, created, status, owner, ...filled } = formatProject(
    { id: "", created: 0, status: "ACTIVE", body },
    "",
  );
  const text = JSON.stringify(filled, (key, value: unknown) =>
    key === "uuid" ? undefined : value,
  );
  return JSON.parse(text);
}

function breaksFields(before: JsonObject, after: JsonObject): boolean {
  const lost = Object.keys(before).some((name) => !Object.hasOwn(after, name));
  return lost || Object.entries(after).some(([name, spec]) => breaksField(before[name], spec));
}

/** A new field breaks when it must be there, a known one when its rules are other than before. */
function breaksField(before: unknown, after: unknown): boolean {
  if (!isObject(after)) return true;
  if (!isObject(before)) return after.required !== false;
  const rules = (spec: JsonObject): JsonObject => {
    const { hidden, required, type, ...rest } = spec;
    return { ...rest, type: String(type).toLowerCase() };
  };
  const demandsMore = before.required === false && after.required !== false;
  return demandsMore || !isDeepStrictEqual(rules(before), rules(after));
}
