import { isObject } from "../../../../emulators/toloka/json.ts";

/** Maps whose keys are the requester's own. */
const FREE = ["input_values", "output_values", "public_title", "public_message", "public_name"];

/** Paths of a JSON value with the kinds of value found there, such as `items[].id: string`. */
function shapeOf(value: unknown): string[] {
  const found = new Set<string>();
  walk(value, "", found);
  return [...found].sort();
}

function walk(value: unknown, path: string, found: Set<string>): void {
  if (path !== "") found.add(`${path}: ${kindOf(value)}`);
  if (Array.isArray(value)) for (const element of value) walk(element, `${path}[]`, found);
  if (!isObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    if (FREE.includes(name)) {
      found.add(`${path === "" ? name : `${path}.${name}`}: ${kindOf(member)}`);
      continue;
    }
    walk(member, path === "" ? name : `${path}.${name}`, found);
  }
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return "date";
  return typeof value;
}

/** What `made` has more (+) and less (-) than what was recorded. */
export function differences(recorded: unknown, made: unknown): string[] {
  const [there, here] = [shapeOf(recorded), shapeOf(made)];
  return [
    ...there.filter((line) => !here.includes(line)).map((line) => `- ${line}`),
    ...here.filter((line) => !there.includes(line)).map((line) => `+ ${line}`),
  ];
}
