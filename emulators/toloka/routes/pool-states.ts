import { demandReadyAccount } from "../account-state.ts";
import { type Answer, type Call, fateOf, type Route } from "../api.ts";
import { refusalToArchive } from "../archive-rules.ts";
import { archivePool } from "../auto-archive.ts";
import type { Pool, Project } from "../entities.ts";
import { conflict, inappropriateStatus } from "../errors.ts";
import { formatOperation, type OperationResult, startOperation } from "../operations.ts";
import { closePool, demandChangeable, openPool, poolLock, refusalToOpen } from "../pool-machine.ts";
import { createPool } from "../pool-making.ts";
import { createTraining } from "../training-making.ts";
import type { World } from "../world.ts";
import { findPool } from "./pools.ts";
import { findTraining } from "./trainings.ts";

/** What has the states of a pool: a pool or a training. */
type Kind = {
  path: string;
  /** First part of the types of operations. */
  name: "POOL" | "TRAINING";
  idName: "pool_id" | "training_id";
  find(call: Call): Pool;
  /** A copy of the settings without tasks, over the project as it is now. */
  copy(world: World, pool: Pool, project: Project, at: number): Pool;
};

const POOLS: Kind = {
  path: "/api/v1/pools/:id",
  name: "POOL",
  idName: "pool_id",
  find: findPool,
  copy: (world, { body, willExpire }, project, at) =>
    createPool(world, { body, project, willExpire }, at),
};

const TRAININGS: Kind = {
  path: "/api/v1/trainings/:id",
  name: "TRAINING",
  idName: "training_id",
  find: findTraining,
  copy: (world, { training }, project, at) =>
    createTraining(world, { body: training ?? {}, project }, at),
};

/** Changes of state, each an operation (Toloka API, pools, state machine). */
export const poolStateRoutes: readonly Route[] = [POOLS, TRAININGS].flatMap((kind) => {
  const post = (action: string, handle: (kind: Kind, call: Call) => Answer): Route => ({
    method: "POST",
    path: `${kind.path}/${action}`,
    handle: (call) => handle(kind, call),
  });
  return [
    post("open", open),
    post("close", close),
    post("close-for-update", closeForUpdate),
    post("archive", archive),
    post("clone", clone),
  ];
});

const DONE: OperationResult = { status: "SUCCESS" };

function open(kind: Kind, call: Call): Answer {
  const { world } = call;
  const pool = kind.find(call);
  demandChangeable(world, pool);
  if (pool.status === "OPEN") return { status: 204 };
  demandReadyAccount(world);
  const refusal = refusalToOpen(world, pool);
  if (refusal !== undefined) throw refusal;
  return start(kind, call, pool, "OPEN", (at) => {
    const { balanceMode } = world.settings;
    const paid = pool.training === undefined;
    if (paid && balanceMode === "fail-operation" && world.store.balance <= 0) {
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
function close(kind: Kind, call: Call): Answer {
  const pool = kind.find(call);
  demandChangeable(call.world, pool);
  if (pool.status === "CLOSED" && pool.reopensAt === undefined) return { status: 204 };
  return start(kind, call, pool, "CLOSE", (at) => {
    closePool(call.world, pool, at, "MANUAL");
    return DONE;
  });
}

function closeForUpdate(kind: Kind, call: Call): Answer {
  const pool = kind.find(call);
  demandChangeable(call.world, pool);
  if (pool.status === "CLOSED") return { status: 204 };
  return start(kind, call, pool, "CLOSE", (at) => {
    closePool(call.world, pool, at, "FOR_UPDATE");
    return DONE;
  });
}

function archive(kind: Kind, call: Call): Answer {
  const pool = kind.find(call);
  if (pool.status === "ARCHIVED") return { status: 204 };
  demandChangeable(call.world, pool);
  if (pool.status !== "CLOSED") throw inappropriateStatus(["CLOSED"]);
  const refusal = refusalToArchive(call.world, pool);
  if (refusal !== undefined) throw refusal;
  return start(kind, call, pool, "ARCHIVE", (at) => {
    archivePool(pool, at);
    return DONE;
  });
}

/** Archived pools and trainings too can be copied. */
function clone(kind: Kind, call: Call): Answer {
  const { world } = call;
  const pool = kind.find(call);
  const project = world.store.projects.get(pool.projectId);
  if (project?.status !== "ACTIVE") throw conflict("PROJECT_INAPPROPRIATE_STATUS");
  return start(kind, call, pool, "CLONE", (at) => {
    const copy = kind.copy(world, pool, project, at);
    copy.cloned = true;
    return { status: "SUCCESS", details: { [kind.idName]: copy.id } };
  });
}

function start(
  kind: Kind,
  call: Call,
  pool: Pool,
  action: string,
  run: (at: number) => OperationResult,
): Answer {
  const { world } = call;
  const lock = action === "CLONE" ? {} : { lock: poolLock(pool) };
  const parameters = { [kind.idName]: pool.id };
  // Operations of trainings have details even when there is nothing to say, those of pools have none.
  const told = (at: number): OperationResult =>
    kind.name === "TRAINING" ? { details: {}, ...run(at) } : run(at);
  const plan = { type: `${kind.name}.${action}`, parameters, run: told, ...lock };
  const operation = startOperation(world, plan, fateOf(call));
  return { status: 202, body: formatOperation(operation, world.clock.now()) };
}
