import { isObject } from "../json.ts";
import { createFieldErrors, fieldsOf } from "./fields.ts";
import {
  checkContent,
  checkLists,
  defaultOverlapOf,
  type FindPool,
  type ItemCheck,
  overlapOf,
  poolOf,
} from "./task-parts.ts";

const DEFAULTS = ["default_overlap_for_new_tasks", "default_overlap_for_new_task_suites"];

/**
 * Compares one task with its pool's snapshot of the project and with the rules of overlap
 * (Toloka API, tasks). The pool's default overlap counts only when the request allows defaults.
 */
export function checkTask(body: unknown, findPool: FindPool, allowDefaults: boolean): ItemCheck {
  const errors = createFieldErrors();
  if (!isObject(body)) {
    errors.add("task", "OBJECT_EXPECTED");
    return { ok: false, errors };
  }
  const task = fieldsOf(errors, body);
  const pool = poolOf(task, findPool);
  checkContent(errors, task, pool);
  const fallback =
    allowDefaults && pool !== undefined ? defaultOverlapOf(pool, DEFAULTS) : undefined;
  const overlap = overlapOf(task, fallback);
  checkLists(task);
  if (!errors.isEmpty() || pool === undefined || overlap === undefined)
    return { ok: false, errors };
  return { ok: true, pool, overlap };
}
