import { type Answer, type Call, fateOf, type Route } from "../api.ts";
import type { Pool } from "../entities.ts";
import { conflict, inappropriateStatus } from "../errors.ts";
import { formatOperation, type OperationResult, startOperation } from "../operations.ts";
import { closePool, demandChangeable, openPool, poolLock, refusalToOpen } from "../pool-machine.ts";
import { createPool } from "../pool-making.ts";
import { findPool } from "./pools.ts";

const PATH = "/api/v1/pools/:id";

/** Changes of a pool's state, each an operation (Toloka API, pools, state machine). */
export const poolStateRoutes: readonly Route[] = [
  { method: "POST", path: `${PATH}/open`, handle: open },
  { method: "POST", path: `${PATH}/close`, handle: close },
  { method: "POST", path: `${PATH}/close-for-update`, handle: closeForUpdate },
  { method: "POST", path: `${PATH}/archive`, handle: archive },
  { method: "POST", path: `${PATH}/clone`, handle: clone },
];

const DONE: OperationResult = { status: "SUCCESS" };

function open(call: Call): Answer {
  const { world } = call;
  const pool = findPool(call);
  demandChangeable(world, pool);
  if (pool.status === "OPEN") return { status: 204 };
  const refusal = refusalToOpen(world, pool);
  if (refusal !== undefined) throw refusal;
  return start(call, pool, "POOL.OPEN", (at) => {
    const { balanceMode } = world.settings;
    if (balanceMode === "fail-operation" && world.store.balance <= 0) {
      return {
        status: "FAIL",
        details: { code: "NOT_ENOUGH_BALANCE", message: "Not enough balance" },
      };
    }
    openPool(world, pool, at);
    return DONE;
  });
}

/** A plain close of a pool closed for update ends the update and stops its timer. */
function close(call: Call): Answer {
  const pool = findPool(call);
  demandChangeable(call.world, pool);
  if (pool.status === "CLOSED" && pool.reopensAt === undefined) return { status: 204 };
  return start(call, pool, "POOL.CLOSE", (at) => {
    closePool(call.world, pool, at, "MANUAL");
    return DONE;
  });
}

function closeForUpdate(call: Call): Answer {
  const pool = findPool(call);
  demandChangeable(call.world, pool);
  if (pool.status === "CLOSED") return { status: 204 };
  return start(call, pool, "POOL.CLOSE", (at) => {
    closePool(call.world, pool, at, "FOR_UPDATE");
    return DONE;
  });
}

function archive(call: Call): Answer {
  const pool = findPool(call);
  if (pool.status === "ARCHIVED") return { status: 204 };
  demandChangeable(call.world, pool);
  if (pool.status !== "CLOSED") throw inappropriateStatus(["CLOSED"]);
  return start(call, pool, "POOL.ARCHIVE", () => {
    pool.status = "ARCHIVED";
    delete pool.reopensAt;
    return DONE;
  });
}

/** A copy of the settings without tasks, over the project as it is now; archived pools too. */
function clone(call: Call): Answer {
  const { world } = call;
  const pool = findPool(call);
  const project = world.store.projects.get(pool.projectId);
  if (project?.status !== "ACTIVE") throw conflict("PROJECT_INAPPROPRIATE_STATUS");
  return start(call, pool, "POOL.CLONE", (at) => {
    const { body, willExpire } = pool;
    const copy = createPool(world, { body, project, willExpire }, at);
    return { status: "SUCCESS", details: { pool_id: copy.id } };
  });
}

function start(call: Call, pool: Pool, type: string, run: (at: number) => OperationResult): Answer {
  const { world } = call;
  const lock = type === "POOL.CLONE" ? {} : { lock: poolLock(pool) };
  const parameters = { pool_id: pool.id };
  const operation = startOperation(world, { type, parameters, run, ...lock }, fateOf(call));
  return { status: 202, body: formatOperation(operation, world.clock.now()) };
}
