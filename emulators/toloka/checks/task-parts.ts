import type { Pool } from "../entities.ts";
import { isObject } from "../json.ts";
import { toMicros } from "../money.ts";
import { elementsOf } from "./elements.ts";
import type { FieldErrors, Fields } from "./fields.ts";
import { checkValues } from "./values.ts";

const MAX_OVERLAP = 30_000;
const LISTS = [
  "reserved_for",
  "unavailable_for",
  "traits_all_of",
  "traits_any_of",
  "traits_none_of_any",
];

/** What a checked task or suite will be made with. */
export type ItemCheck =
  | { ok: true; pool: Pool; overlap: number | null }
  | { ok: false; errors: FieldErrors };

/** Answers the pool or training with an id; undefined when there is none. */
export type FindPool = (id: string) => Pool | undefined;

/** The pool that an item names; records an absent or unknown one. */
export function poolOf(item: Fields, findPool: FindPool): Pool | undefined {
  const id = item.raw("pool_id");
  if (id === undefined) item.fail("pool_id", "VALUE_REQUIRED");
  else if (typeof id !== "string" && typeof id !== "number")
    item.fail("pool_id", "STRING_EXPECTED");
  else {
    const pool = findPool(String(id));
    if (pool === undefined) item.fail("pool_id", "ENTITY_DOES_NOT_EXIST");
    return pool;
  }
  return undefined;
}

/**
 * The item's own overlap, which beats the pool's; null for infinite. The fallback counts when the
 * item has none.
 */
export function overlapOf(item: Fields, fallback: number | undefined): number | null | undefined {
  const infinite = item.boolean("infinite_overlap");
  if (infinite === true) return null;
  const own = item.integer("overlap", { min: 1, max: MAX_OVERLAP });
  if (own !== undefined || item.has("overlap")) return own;
  if (fallback === undefined) item.fail("overlap", "VALUE_REQUIRED");
  return fallback;
}

/** A pool's default overlap: the first of `names` that it has. */
export function defaultOverlapOf(pool: Pool, names: readonly string[]): number | undefined {
  const defaults = pool.body.defaults;
  if (!isObject(defaults)) return undefined;
  const found = names.map((name) => defaults[name]).find((value) => typeof value === "number");
  return typeof found === "number" ? found : undefined;
}

/** Records what is wrong with a task's values and solutions; an unpaid pool takes no general tasks. */
export function checkContent(errors: FieldErrors, task: Fields, pool: Pool | undefined): void {
  const values = task.raw("input_values");
  const path = task.path("input_values");
  if (values === undefined) errors.add(path, "VALUE_REQUIRED");
  else if (!isObject(values)) errors.add(path, "OBJECT_EXPECTED");
  else if (pool !== undefined) {
    checkValues(errors, values, pool.snapshot.input, path, { demandRequired: true });
  }
  if (pool === undefined) return;
  checkSolutions(errors, task, pool);
  const known = task.raw("known_solutions");
  const general = !Array.isArray(known) || known.length === 0;
  if (isUnpaid(pool) && general) task.fail("known_solutions", "VALUE_REQUIRED");
}

/** Known and baseline solutions name outputs of the project; not all of them need be there. */
export function checkSolutions(errors: FieldErrors, task: Fields, pool: Pool): void {
  const kinds = [
    { name: "known_solutions", weight: "correctness_weight", max: 1 },
    { name: "baseline_solutions", weight: "confidence_weight", max: undefined },
  ];
  for (const { name, weight, max } of kinds) {
    for (const solution of elementsOf(task, name)) {
      solution.number(weight, max === undefined ? { min: 0 } : { min: 0, max });
      const values = solution.raw("output_values");
      const path = solution.path("output_values");
      if (values === undefined) errors.add(path, "VALUE_REQUIRED");
      else if (!isObject(values)) errors.add(path, "OBJECT_EXPECTED");
      else if (Object.keys(values).length === 0) errors.add(path, "EMPTY_OBJECT_NOT_ALLOWED");
      else checkValues(errors, values, pool.snapshot.output, path, { demandRequired: false });
    }
  }
  task.string("message_on_unknown_solution");
}

/** Whom an item is for and whom not: lists of Tolokers and traits. */
export function checkLists(item: Fields): void {
  for (const name of LISTS) item.array(name);
}

function isUnpaid(pool: Pool): boolean {
  const reward = pool.body.reward_per_assignment;
  return typeof reward === "number" && toMicros(reward) === 0;
}
