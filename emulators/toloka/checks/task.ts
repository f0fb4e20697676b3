import type { Pool } from "../entities.ts";
import { isObject, type JsonObject } from "../json.ts";
import { toMicros } from "../money.ts";
import { elementsOf } from "./elements.ts";
import { createFieldErrors, type FieldErrors, type Fields, fieldsOf } from "./fields.ts";
import { checkValues } from "./values.ts";

const MAX_OVERLAP = 30_000;

/** What a checked task will be made with. */
export type TaskCheck =
  | { ok: true; pool: Pool; overlap: number | null }
  | { ok: false; errors: FieldErrors };

/**
 * Compares one task with its pool's snapshot of the project and with the rules of overlap
 * (Toloka API, tasks). `findPool` answers undefined for a pool that is not there.
 */
export function checkTask(
  body: unknown,
  findPool: (id: string) => Pool | undefined,
  allowDefaults: boolean,
): TaskCheck {
  const errors = createFieldErrors();
  if (!isObject(body)) {
    errors.add("task", "OBJECT_EXPECTED");
    return { ok: false, errors };
  }
  const task = fieldsOf(errors, body);
  const pool = poolOf(task, findPool);
  const values = task.raw("input_values");
  if (values === undefined) task.fail("input_values", "VALUE_REQUIRED");
  else if (!isObject(values)) task.fail("input_values", "OBJECT_EXPECTED");
  else if (pool !== undefined) {
    checkValues(errors, values, pool.snapshot.input, "input_values", { demandRequired: true });
  }
  const overlap = overlapOf(task, pool, allowDefaults);
  if (pool !== undefined) {
    checkSolutions(errors, task, pool);
    if (isUnpaid(pool) && !hasKnownSolutions(body)) task.fail("known_solutions", "VALUE_REQUIRED");
  }
  checkLists(task);
  if (!errors.isEmpty() || pool === undefined || overlap === undefined)
    return { ok: false, errors };
  return { ok: true, pool, overlap };
}

function poolOf(task: Fields, findPool: (id: string) => Pool | undefined): Pool | undefined {
  const id = task.raw("pool_id");
  if (id === undefined) task.fail("pool_id", "VALUE_REQUIRED");
  else if (typeof id !== "string" && typeof id !== "number")
    task.fail("pool_id", "STRING_EXPECTED");
  else {
    const pool = findPool(String(id));
    if (pool === undefined) task.fail("pool_id", "ENTITY_DOES_NOT_EXIST");
    return pool;
  }
  return undefined;
}

/**
 * The task's own overlap, which beats the pool's; null for infinite. The pool's default counts
 * only when the request allows defaults.
 */
function overlapOf(task: Fields, pool: Pool | undefined, allowDefaults: boolean) {
  const infinite = task.boolean("infinite_overlap");
  if (infinite === true) return null;
  const own = task.integer("overlap", { min: 1, max: MAX_OVERLAP });
  if (own !== undefined || task.has("overlap")) return own;
  const fallback = allowDefaults && pool !== undefined ? defaultOverlapOf(pool) : undefined;
  if (fallback === undefined) task.fail("overlap", "VALUE_REQUIRED");
  return fallback;
}

function defaultOverlapOf(pool: Pool): number | undefined {
  const defaults = pool.body.defaults;
  if (!isObject(defaults)) return undefined;
  const tasks = defaults.default_overlap_for_new_tasks;
  const suites = defaults.default_overlap_for_new_task_suites;
  if (typeof tasks === "number") return tasks;
  return typeof suites === "number" ? suites : undefined;
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

function checkLists(task: Fields): void {
  for (const name of ["reserved_for", "unavailable_for", "traits_all_of", "traits_any_of"]) {
    task.array(name);
  }
}

function isUnpaid(pool: Pool): boolean {
  const reward = pool.body.reward_per_assignment;
  return typeof reward === "number" && toMicros(reward) === 0;
}

/** True for a control or training task. */
function hasKnownSolutions(body: JsonObject): boolean {
  const solutions = body.known_solutions;
  return Array.isArray(solutions) && solutions.length > 0;
}
