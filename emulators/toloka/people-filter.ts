import { isObject } from "./json.ts";
import { userSkillOf } from "./people.ts";
import type { Toloker } from "./people-entities.ts";
import type { PeopleStore } from "./people-store.ts";

/**
 * Whether a Toloker passes a filter: `and`, `or` or one condition (Toloka API, filter grammar). No
 * filter lets everybody pass; an empty `and` does, an empty `or` lets nobody.
 */
export function matchesFilter(store: PeopleStore, toloker: Toloker, filter: unknown): boolean {
  if (!isObject(filter)) return true;
  if (Array.isArray(filter.and)) {
    return filter.and.every((part: unknown) => matchesFilter(store, toloker, part));
  }
  if (Array.isArray(filter.or)) {
    return filter.or.some((part: unknown) => matchesFilter(store, toloker, part));
  }
  const operator = String(filter.operator).toUpperCase();
  if (filter.category === "skill") {
    const skill = userSkillOf(store, toloker.id, String(filter.key));
    return holds(skill?.exactValue, operator, skillValue(filter.value));
  }
  const facts = filter.category === "profile" ? toloker.profile : toloker.computed;
  const value = Object.entries(facts).find(([name]) => name === filter.key)?.[1];
  return holds(value, operator, filter.value);
}

/** A skill's value may come as text. */
function skillValue(value: unknown): unknown {
  return typeof value === "string" && value.trim() !== "" ? Number(value) : (value ?? undefined);
}

/** `EQ` without a value means "has none"; of a list (languages) one element is enough. */
function holds(actual: unknown, operator: string, wanted: unknown): boolean {
  switch (operator) {
    case "EQ":
      return same(actual, wanted);
    case "NE":
      return !same(actual, wanted);
    case "IN":
      return among(actual, wanted);
    case "NOT_IN":
      return !among(actual, wanted);
    default:
      return typeof actual === "number" && compares(actual, operator, Number(wanted));
  }
}

function same(actual: unknown, wanted: unknown): boolean {
  return (actual ?? undefined) === (wanted ?? undefined);
}

function among(actual: unknown, wanted: unknown): boolean {
  return Array.isArray(actual) ? actual.includes(wanted) : same(actual, wanted);
}

function compares(actual: number, operator: string, wanted: number): boolean {
  if (operator === "GT") return actual > wanted;
  if (operator === "GTE") return actual >= wanted;
  return operator === "LT" ? actual < wanted : operator === "LTE" && actual <= wanted;
}
