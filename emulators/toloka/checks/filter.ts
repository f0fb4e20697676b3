import { isObject, type JsonObject } from "../json.ts";
import { type FieldErrors, type Fields, fieldsOf } from "./fields.ts";
import { FILTER_KEYS, SKILL_OPERATORS } from "./filter-keys.ts";

const MAX_CHARACTERS = 10_000;
const CATEGORIES = ["profile", "computed", "skill"];
const ALL_OPERATORS = ["EQ", "NE", "GT", "GTE", "LT", "LTE", "IN", "NOT_IN"];

/** Records what is wrong with a filter: `and`, `or` or one condition, nested freely. */
export function checkFilter(errors: FieldErrors, filter: unknown, path = "filter"): void {
  if (filter === undefined || filter === null) return;
  if (JSON.stringify(filter).length > MAX_CHARACTERS) {
    errors.add(path, "STRING_LENGTH_GREATER_THAN_MAX", [MAX_CHARACTERS]);
  }
  checkNode(errors, filter, path);
}

function checkNode(errors: FieldErrors, node: unknown, path: string): void {
  if (!isObject(node)) {
    errors.add(path, "OBJECT_EXPECTED");
    return;
  }
  const joints = ["and", "or"].filter((name) => Object.hasOwn(node, name));
  if (joints.length === 0) {
    checkCondition(fieldsOf(errors, node, path), node);
    return;
  }
  if (Object.keys(node).length > 1) {
    errors.add(path, "MAX_ONE_PROPERTY_ALLOWED");
    return;
  }
  for (const joint of joints) {
    const children = node[joint];
    if (!Array.isArray(children)) {
      errors.add(`${path}.${joint}`, "ARRAY_EXPECTED");
      continue;
    }
    for (const [index, child] of children.entries()) {
      checkNode(errors, child, `${path}.${joint}.${index}`);
    }
  }
}

function checkCondition(condition: Fields, raw: JsonObject): void {
  const category = condition.oneOf("category", CATEGORIES, { required: true });
  const operator = upper(condition.string("operator", { required: true }));
  if (operator !== undefined && !ALL_OPERATORS.includes(operator)) {
    condition.fail("operator", "UNKNOWN_ENUM_VALUE");
  }
  const value = raw.value;
  if (Array.isArray(value) || isObject(value)) condition.fail("value", "SIMPLE_VALUE_EXPECTED");
  if (category === "skill") {
    checkSkill(condition, operator, value);
    return;
  }
  const keys = category === undefined ? undefined : FILTER_KEYS[category];
  if (keys === undefined) return;
  const key = condition.oneOf("key", Object.keys(keys), { required: true });
  const known = key === undefined ? undefined : keys[key];
  if (known === undefined) return;
  if (operator !== undefined && !known.operators.includes(operator)) {
    condition.fail("operator", "INVALID_VALUE");
  }
  if (known.values !== undefined && !known.values.includes(value)) {
    condition.fail("value", value === undefined ? "VALUE_REQUIRED" : "UNKNOWN_ENUM_VALUE");
  }
  if (key === "languages" && (typeof value !== "string" || !/^[A-Z]{2}$/.test(value))) {
    condition.fail("value", value === undefined ? "VALUE_REQUIRED" : "UNKNOWN_ENUM_VALUE");
  }
}

/** A skill's value is 0 to 100, also as text; EQ without a value means "has no such skill". */
function checkSkill(condition: Fields, operator: string | undefined, value: unknown): void {
  const key = condition.raw("key");
  if (key === undefined) condition.fail("key", "VALUE_REQUIRED");
  if (operator !== undefined && !SKILL_OPERATORS.includes(operator)) {
    condition.fail("operator", "INVALID_VALUE");
  }
  if (value === undefined || value === null) {
    if (operator !== "EQ") condition.fail("value", "VALUE_REQUIRED");
    return;
  }
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || Number.isNaN(number)) condition.fail("value", "FLOAT_EXPECTED");
  else if (number < 0) condition.fail("value", "VALUE_LESS_THAN_MIN", [0]);
  else if (number > 100) condition.fail("value", "VALUE_GREATER_THAN_MAX", [100]);
}

function upper(text: string | undefined): string | undefined {
  return text?.toUpperCase();
}
