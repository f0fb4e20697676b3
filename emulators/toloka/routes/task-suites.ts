import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { createFieldErrors, type FieldErrors, fieldsOf } from "../checks/fields.ts";
import { checkOrder } from "../checks/task-suite.ts";
import type { Pool, TaskSuite } from "../entities.ts";
import { doesNotExist, inappropriateStatus, validationError } from "../errors.ts";
import { formatSuite } from "../formats-suite.ts";
import { poolOfId } from "../ids.ts";
import {
  askedOverlap,
  askedOverlapOrMin,
  demandIssued,
  setOverlap,
  setOverlapOrLowest,
} from "../overlap-edit.ts";
import { type Listing, pageOf } from "../pages.ts";
import { openAfterUpload } from "../pool-machine.ts";
import { flagOf } from "../query.ts";
import { poolOrTraining } from "../store.ts";
import { SUITES } from "../upload-kinds.ts";
import { upload } from "../upload-route.ts";
import type { World } from "../world.ts";

const PATH = "/api/v1/task-suites";

/** Suites: those made by hand and those that smart mixing handed out (Toloka API, task suites). */
export const taskSuiteRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listSuites },
  { method: "POST", path: PATH, handle: (call) => upload(SUITES, call) },
  { method: "GET", path: `${PATH}/:id`, handle: getSuite },
  { method: "PATCH", path: `${PATH}/:id`, handle: patchSuite },
  { method: "PATCH", path: `${PATH}/:id/set-overlap-or-min`, handle: setSuiteOverlapOrMin },
];

const LISTING: Listing<TaskSuite> = {
  ids: "text",
  ascending: true,
  ranges: ["id", "created", "overlap"],
  sorts: ["id", "created"],
  keyOf(suite, field) {
    if (field === "id") return suite.id;
    return field === "created" ? suite.created : (suite.overlap ?? undefined);
  },
};

function listSuites({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const taskId = query.get("task_id");
  const suites = suitesOf(world, query, errors);
  const overlap = query.get("overlap");
  const wanted = (suite: TaskSuite): boolean =>
    (overlap === null || String(suite.overlap) === overlap) &&
    (taskId === null || suite.tasks.some(({ id }) => id === taskId));
  const page = pageOf(suites, query, LISTING, wanted, errors);
  return { status: 200, body: { items: page.items.map(formatSuite), has_more: page.hasMore } };
}

/** Suites of the pool that the query names, by its own id or by that of one of its tasks. */
function suitesOf(world: World, query: URLSearchParams, errors: FieldErrors): readonly TaskSuite[] {
  const taskId = query.get("task_id");
  const poolId = query.get("pool_id") ?? (taskId === null ? undefined : poolOfId(taskId));
  const pool = poolId === undefined ? undefined : poolOrTraining(world.store, poolId);
  if (taskId === null && poolId === undefined) errors.add("pool_id", "VALUE_REQUIRED");
  else if (pool === undefined) {
    errors.add(query.has("pool_id") ? "pool_id" : "task_id", "ENTITY_DOES_NOT_EXIST");
  }
  return pool?.suites ?? [];
}

function getSuite(call: Call): Answer {
  return { status: 200, body: formatSuite(findSuite(call).suite) };
}

/** Changes overlap and place; other members of the body are let pass and change nothing. */
function patchSuite(call: Call): Answer {
  const { world, query } = call;
  const body = bodyObject(call);
  const errors = createFieldErrors();
  const fields = fieldsOf(errors, body);
  const opens = flagOf(query, "open_pool", errors);
  const { suite, pool } = findSuite(call);
  const overlap = askedOverlap(fields, suite, 1);
  const order = checkOrder(fields);
  if (!errors.isEmpty()) throw validationError(errors.map());
  demandEditable(pool);
  demandIssued(suite, overlap);
  if (overlap !== undefined) setOverlap(suite, overlap);
  if (order !== undefined) suite.body = { ...suite.body, issuing_order_override: order };
  pool.lastActive = world.clock.now();
  if (opens) openAfterUpload(world, pool, world.clock.now());
  return { status: 200, body: formatSuite(suite) };
}

/** Sets the overlap asked for, or the lowest that is still possible; 0 stops the suite. */
function setSuiteOverlapOrMin(call: Call): Answer {
  const errors = createFieldErrors();
  const fields = fieldsOf(errors, bodyObject(call));
  const { suite, pool } = findSuite(call);
  const overlap = askedOverlapOrMin(fields, suite);
  if (!errors.isEmpty()) throw validationError(errors.map());
  demandEditable(pool);
  setOverlapOrLowest(suite, overlap);
  return { status: 200, body: formatSuite(suite) };
}

function demandEditable({ status }: Pool): void {
  if (status === "ARCHIVED" || status === "LOCKED") throw inappropriateStatus(["OPEN", "CLOSED"]);
}

function findSuite({ world, id }: Call): { suite: TaskSuite; pool: Pool } {
  const suite = world.store.suites.get(id);
  const pool = suite === undefined ? undefined : poolOrTraining(world.store, suite.poolId);
  if (suite === undefined || pool === undefined) throw doesNotExist();
  return { suite, pool };
}
