import { isObject } from "../json.ts";
import { elementsOf } from "./elements.ts";
import { createFieldErrors, type Fields, fieldsOf } from "./fields.ts";
import {
  checkContent,
  checkLists,
  defaultOverlapOf,
  type FindPool,
  type ItemCheck,
  overlapOf,
  poolOf,
} from "./task-parts.ts";

const MAX_ORDER = 99_999.99999;

/**
 * Compares one suite made by hand with its pool (Toloka API, task suites): its tasks as single tasks
 * are, at paths such as `tasks.0.input_values.image`. Answers known beforehand belong to single tasks
 * and are refused.
 */
export function checkTaskSuite(
  body: unknown,
  findPool: FindPool,
  allowDefaults: boolean,
): ItemCheck {
  const errors = createFieldErrors();
  if (!isObject(body)) {
    errors.add("task_suite", "OBJECT_EXPECTED");
    return { ok: false, errors };
  }
  const suite = fieldsOf(errors, body);
  const pool = poolOf(suite, findPool);
  for (const task of elementsOf(suite, "tasks", { required: true, min: 1 })) {
    if (task.has("baseline_solutions")) task.fail("baseline_solutions", "VALUE_NOT_ALLOWED");
    checkContent(errors, task, pool);
  }
  const fallback =
    allowDefaults && pool !== undefined
      ? defaultOverlapOf(pool, ["default_overlap_for_new_task_suites"])
      : undefined;
  const overlap = overlapOf(suite, fallback);
  checkOrder(suite);
  suite.number("longitude", { min: -180, max: 180 });
  suite.number("latitude", { min: -90, max: 90 });
  checkLists(suite);
  if (!errors.isEmpty() || pool === undefined || overlap === undefined)
    return { ok: false, errors };
  return { ok: true, pool, overlap };
}

/** The place of a suite among its pool's: bigger numbers are handed out first. */
export function checkOrder(suite: Fields): number | undefined {
  return suite.number("issuing_order_override", { min: -MAX_ORDER, max: MAX_ORDER });
}
