import { isObject, type JsonObject } from "../json.ts";
import type { Toloker } from "../people-entities.ts";
import { matchesFilter } from "../people-filter.ts";
import type { PeopleStore } from "../people-store.ts";
import { typicalToloker } from "../typical-toloker.ts";

/** The Toloker who sits at a screen and answers by hand. */
export const VISITOR_ID = "00000000000000000000000000000001";

/**
 * A typical Toloker, changed as little as the filter asks so that they pass it: of each `or` the first part
 * that can be met. Skills are earned, so a filter that asks for one may stay unmet.
 */
export function fittingToloker(store: PeopleStore, filter: unknown): Toloker {
  return fitted(store, typicalToloker(VISITOR_ID), filter);
}

function fitted(store: PeopleStore, toloker: Toloker, filter: unknown): Toloker {
  if (!isObject(filter) || matchesFilter(store, toloker, filter)) return toloker;
  if (Array.isArray(filter.and)) {
    return filter.and.reduce<Toloker>((sofar, part) => fitted(store, sofar, part), toloker);
  }
  if (Array.isArray(filter.or)) {
    for (const part of filter.or) {
      const changed = fitted(store, toloker, part);
      if (matchesFilter(store, changed, part)) return changed;
    }
    return toloker;
  }
  return changedFor(toloker, filter);
}

function changedFor(toloker: Toloker, condition: JsonObject): Toloker {
  const { category, key } = condition;
  if (typeof key !== "string" || (category !== "profile" && category !== "computed"))
    return toloker;
  const facts: { readonly [name: string]: unknown } = toloker[category];
  if (!Object.hasOwn(facts, key)) return toloker;
  const value = wantedValue(facts[key], String(condition.operator).toUpperCase(), condition.value);
  return value === undefined ? toloker : { ...toloker, [category]: { ...facts, [key]: value } };
}

/** A value of the same kind as `present` that the condition holds for; undefined when there is none. */
function wantedValue(present: unknown, operator: string, wanted: unknown): unknown {
  if (Array.isArray(present)) {
    return operator === "IN" || operator === "EQ"
      ? [...present, wanted]
      : present.filter((each) => each !== wanted);
  }
  if (typeof present === "number") return wantedNumber(operator, Number(wanted));
  if (operator === "EQ" || operator === "IN") {
    return typeof wanted === typeof present ? wanted : undefined;
  }
  return typeof present === "boolean" ? wanted !== true : undefined;
}

function wantedNumber(operator: string, wanted: number): number | undefined {
  if (!Number.isFinite(wanted)) return undefined;
  if (operator === "GT" || operator === "NE" || operator === "NOT_IN") return wanted + 1;
  return operator === "LT" ? wanted - 1 : wanted;
}
