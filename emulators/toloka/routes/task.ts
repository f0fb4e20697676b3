import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { createFieldErrors, fieldsOf } from "../checks/fields.ts";
import { checkSolutions } from "../checks/task-parts.ts";
import type { Pool, Task } from "../entities.ts";
import { doesNotExist, inappropriateStatus, validationError } from "../errors.ts";
import { formatTask } from "../formats.ts";
import { without } from "../json.ts";
import {
  askedOverlap,
  askedOverlapOrMin,
  demandIssued,
  OVERLAP_FIELDS,
  setOverlap,
  setOverlapOrLowest,
} from "../overlap-edit.ts";
import { openAfterUpload } from "../pool-machine.ts";
import { flagOf } from "../query.ts";
import { poolOrTraining } from "../store.ts";
import { refreshTask } from "../work/pool-index.ts";

const PATH = "/api/v1/tasks/:id";
const EDITABLE = [
  ...OVERLAP_FIELDS,
  "baseline_solutions",
  "known_solutions",
  "message_on_unknown_solution",
];

/** One task: reading it and changing its overlap and solutions (Toloka API, tasks). */
export const taskItemRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: getTask },
  { method: "PATCH", path: PATH, handle: patchTask },
  { method: "PATCH", path: `${PATH}/set-overlap-or-min`, handle: setOverlapOrMin },
];

function getTask(call: Call): Answer {
  return { status: 200, body: formatTask(findTask(call).task) };
}

function patchTask(call: Call): Answer {
  const { world, query } = call;
  const body = bodyObject(call);
  const errors = createFieldErrors();
  const fields = fieldsOf(errors, body);
  for (const name of Object.keys(body)) {
    if (!EDITABLE.includes(name)) fields.fail(name, "VALUE_NOT_ALLOWED");
  }
  const opens = flagOf(query, "open_pool", errors);
  const { task, pool } = findTask(call);
  const overlap = askedOverlap(fields, task, 1);
  checkSolutions(errors, fields, pool);
  if (!errors.isEmpty()) throw validationError(errors.map());
  demandEditable(pool);
  demandIssued(task, overlap);
  if (overlap !== undefined) setOverlap(task, overlap);
  task.body = { ...task.body, ...without(body, OVERLAP_FIELDS) };
  refreshTask(world, task);
  if (opens) openAfterUpload(world, pool, world.clock.now());
  return { status: 200, body: formatTask(task) };
}

/** Sets the overlap asked for, or the lowest that is still possible; 0 stops the task. */
function setOverlapOrMin(call: Call): Answer {
  const errors = createFieldErrors();
  const fields = fieldsOf(errors, bodyObject(call));
  const { task, pool } = findTask(call);
  const overlap = askedOverlapOrMin(fields, task);
  if (!errors.isEmpty()) throw validationError(errors.map());
  demandEditable(pool);
  setOverlapOrLowest(task, overlap);
  refreshTask(call.world, task);
  return { status: 200, body: formatTask(task) };
}

function demandEditable(pool: Pool): void {
  if (pool.status === "ARCHIVED" || pool.status === "LOCKED") {
    throw inappropriateStatus(["OPEN", "CLOSED"]);
  }
}

function findTask({ world, id }: Call): { task: Task; pool: Pool } {
  const task = world.store.tasks.get(id);
  const pool = task === undefined ? undefined : poolOrTraining(world.store, task.poolId);
  if (task === undefined || pool === undefined) throw doesNotExist();
  return { task, pool };
}
