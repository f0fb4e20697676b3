import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { createFieldErrors, type Fields, fieldsOf } from "../checks/fields.ts";
import { POOL_STATUSES, type Pool } from "../entities.ts";
import { conflict, doesNotExist, inappropriateStatus, validationError } from "../errors.ts";
import { formatPool } from "../formats.ts";
import { type Listing, pageOf } from "../pages.ts";
import { poolLock } from "../pool-machine.ts";
import { checkedPool, createPool } from "../pool-making.ts";
import { oneOfQuery } from "../query.ts";
import { poolOrTraining } from "../store.ts";

const PATH = "/api/v1/pools";

/** Pools as documents (Toloka API, pools); their state is changed in `pool-states.ts`. */
export const poolRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listPools },
  { method: "POST", path: PATH, handle: addPool },
  { method: "GET", path: `${PATH}/:id`, handle: getPool },
  { method: "PUT", path: `${PATH}/:id`, handle: replacePool },
  { method: "PATCH", path: `${PATH}/:id`, handle: patchPool },
];

const LISTING: Listing<Pool> = {
  ids: "number",
  ascending: true,
  ranges: ["id", "created", "last_started"],
  sorts: ["id", "created", "last_started"],
  keyOf(pool, field) {
    if (field === "id") return Number(pool.id);
    return field === "created" ? pool.created : pool.lastStarted;
  },
};

function listPools({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const status = oneOfQuery(query, "status", POOL_STATUSES, errors);
  const projectId = query.get("project_id") ?? undefined;
  const page = pageOf(
    [...world.store.pools.values()],
    query,
    LISTING,
    (pool) =>
      (status === undefined || pool.status === status) &&
      (projectId === undefined || pool.projectId === projectId),
    errors,
  );
  const items = page.items.map((pool) => formatPool(pool, world.store.requesterId));
  return { status: 200, body: { items, has_more: page.hasMore } };
}

function addPool(call: Call): Answer {
  const checked = checkedPool(call.world, bodyObject(call));
  const pool = createPool(call.world, checked, call.world.clock.now());
  return { status: 201, body: formatPool(pool, call.world.store.requesterId) };
}

/** A training can be read as the pool behind it. */
function getPool({ world, id }: Call): Answer {
  const pool = poolOrTraining(world.store, id);
  if (pool === undefined) throw doesNotExist();
  return { status: 200, body: formatPool(pool, world.store.requesterId) };
}

/** Full replacement of a closed pool; its project can not be changed. */
function replacePool(call: Call): Answer {
  const { world } = call;
  const checked = checkedPool(world, bodyObject(call), { allowArchivedProject: true });
  const pool = findPool(call);
  if (checked.project.id !== pool.projectId) {
    const errors = createFieldErrors();
    errors.add("project_id", "INVALID_VALUE");
    throw validationError(errors.map());
  }
  if (pool.status !== "CLOSED") throw inappropriateStatus(["CLOSED"]);
  demandUnlocked(call, pool);
  pool.body = checked.body;
  pool.willExpire = checked.willExpire;
  pool.lastActive = world.clock.now();
  return { status: 200, body: formatPool(pool, world.store.requesterId) };
}

/** Changes the priority, also of an open pool; an archived pool answers 409 without a body. */
function patchPool(call: Call): Answer {
  const body = bodyObject(call);
  const errors = createFieldErrors();
  const fields: Fields = fieldsOf(errors, body);
  const priority = fields.integer("priority", { required: true, min: 0, max: 100 });
  for (const name of Object.keys(body)) {
    if (name !== "priority") fields.fail(name, "VALUE_NOT_ALLOWED");
  }
  if (!errors.isEmpty()) throw validationError(errors.map());
  const pool = findPool(call);
  if (pool.status === "ARCHIVED") return { status: 409 };
  if (pool.status === "LOCKED") throw inappropriateStatus(["OPEN", "CLOSED"]);
  pool.body = { ...pool.body, priority };
  pool.lastActive = call.world.clock.now();
  return { status: 200, body: formatPool(pool, call.world.store.requesterId) };
}

function demandUnlocked({ world }: Call, pool: Pool): void {
  if (world.store.locks.has(poolLock(pool))) throw conflict("POOL_LOCKED_BY_ANOTHER_OPERATION");
}

/**
 * The pool of the path.
 * @throws ApiError 404; 409 for a training, which has methods of its own
 */
export function findPool({ world, id }: Call): Pool {
  const pool = world.store.pools.get(id);
  if (pool !== undefined) return pool;
  throw world.store.trainings.has(id) ? conflict("POOL_IS_TRAINING") : doesNotExist();
}
