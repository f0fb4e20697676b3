import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { createFieldErrors, type Fields, fieldsOf } from "../checks/fields.ts";
import { checkSolutions } from "../checks/task.ts";
import type { Pool, Task } from "../entities.ts";
import { conflict, doesNotExist, inappropriateStatus, validationError } from "../errors.ts";
import { formatTask } from "../formats.ts";
import { without } from "../json.ts";
import { openAfterUpload } from "../pool-machine.ts";
import { flagOf } from "../query.ts";

const PATH = "/api/v1/tasks/:id";
const MAX_OVERLAP = 30_000;
const OVERLAP_FIELDS = ["overlap", "infinite_overlap"];
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
  if (overlap !== undefined && overlap !== null && overlap < issuedOf(task)) {
    throw conflict("ASSIGNMENTS_COUNT_CONFLICT");
  }
  if (overlap !== undefined) setOverlap(task, overlap);
  task.body = { ...task.body, ...without(body, OVERLAP_FIELDS) };
  if (opens) openAfterUpload(world, pool, world.clock.now());
  return { status: 200, body: formatTask(task) };
}

/** Sets the overlap asked for, or the lowest that is still possible; 0 stops the task. */
function setOverlapOrMin(call: Call): Answer {
  const errors = createFieldErrors();
  const fields = fieldsOf(errors, bodyObject(call));
  if (!fields.has("overlap") && !fields.has("infinite_overlap")) {
    fields.fail("overlap", "VALUE_REQUIRED");
  }
  const { task, pool } = findTask(call);
  const overlap = askedOverlap(fields, task, 0);
  if (!errors.isEmpty()) throw validationError(errors.map());
  demandEditable(pool);
  if (overlap !== undefined) {
    setOverlap(task, overlap === null ? null : Math.max(overlap, issuedOf(task)));
  }
  return { status: 200, body: formatTask(task) };
}

/** The overlap in a body: null for infinite, undefined when it is to stay. */
function askedOverlap(fields: Fields, task: Task, min: number): number | null | undefined {
  const infinite = fields.boolean("infinite_overlap");
  const overlap = fields.integer("overlap", { min, max: MAX_OVERLAP });
  if (infinite === true) return null;
  if (task.overlap === null && overlap !== undefined && infinite === undefined) {
    fields.fail("infinite_overlap", "VALUE_REQUIRED");
  }
  if (task.overlap === null && infinite === false && !fields.has("overlap")) {
    fields.fail("overlap", "VALUE_REQUIRED");
  }
  return overlap;
}

/** Suites that hold the task and were handed out already. */
function issuedOf(task: Task): number {
  return task.overlap === null || task.remaining === null ? 0 : task.overlap - task.remaining;
}

function setOverlap(task: Task, overlap: number | null): void {
  const issued = issuedOf(task);
  task.overlap = overlap;
  task.remaining = overlap === null ? null : overlap - issued;
}

function demandEditable(pool: Pool): void {
  if (pool.status === "ARCHIVED" || pool.status === "LOCKED") {
    throw inappropriateStatus(["OPEN", "CLOSED"]);
  }
}

function findTask({ world, id }: Call): { task: Task; pool: Pool } {
  const task = world.store.tasks.get(id);
  const pool = task === undefined ? undefined : world.store.pools.get(task.poolId);
  if (task === undefined || pool === undefined) throw doesNotExist();
  return { task, pool };
}
