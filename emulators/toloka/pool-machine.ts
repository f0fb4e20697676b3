import type { CloseReason, Pool } from "./entities.ts";
import { type ApiError, conflict, inappropriateStatus } from "./errors.ts";
import { isObject } from "./json.ts";
import type { World } from "./world.ts";

const REOPEN_AFTER_MS = 15 * 60 * 1000;

/** The name under which operations hold a pool. */
export function poolLock(pool: Pool): string {
  return `pool:${pool.id}`;
}

/**
 * Refuses an action on a pool that is archived, locked or held by a running operation.
 * @throws ApiError 409
 */
export function demandChangeable(world: World, pool: Pool): void {
  if (pool.status === "ARCHIVED" || pool.status === "LOCKED") {
    throw inappropriateStatus(["OPEN", "CLOSED"]);
  }
  if (world.store.locks.has(poolLock(pool))) throw conflict("POOL_LOCKED_BY_ANOTHER_OPERATION");
}

/** Why a pool can not be opened now, apart from its own status; undefined when it can. */
export function refusalToOpen(world: World, pool: Pool): ApiError | undefined {
  const project = world.store.projects.get(pool.projectId);
  if (project?.status !== "ACTIVE") return conflict("PROJECT_INAPPROPRIATE_STATUS");
  if (pool.tasks.length === 0 || !isObject(pool.body.mixer_config)) return conflict("EMPTY_POOL");
  const { refuseExpiredOpen, balanceMode } = world.settings;
  if (refuseExpiredOpen && pool.willExpire <= world.clock.now()) {
    return conflict("CONFLICT_STATE", "Pool's will_expire is in the past");
  }
  if (balanceMode === "refuse-open" && world.store.balance <= 0) {
    return conflict("NOT_ENOUGH_BALANCE");
  }
  return undefined;
}

/** Makes a pool open, without questions; plans its expiry. */
export function openPool(world: World, pool: Pool, at: number): void {
  pool.status = "OPEN";
  pool.lastStarted = at;
  delete pool.reopensAt;
  delete pool.completesAt;
  planExpiry(world, pool);
  if (world.settings.balanceMode === "close-later" && world.store.balance <= 0) {
    world.clock.schedule(at + 1000, (later) => {
      if (pool.status === "OPEN" && pool.lastStarted === at) {
        closePool(world, pool, later, "NOT_ENOUGH_BALANCE");
      }
    });
  }
}

/** Makes a pool closed for a reason; FOR_UPDATE plans the opening by itself 15 minutes later. */
export function closePool(world: World, pool: Pool, at: number, reason: CloseReason): void {
  if (pool.status === "OPEN") pool.lastStopped = at;
  pool.status = "CLOSED";
  pool.lastCloseReason = reason;
  delete pool.reopensAt;
  delete pool.completesAt;
  if (reason !== "FOR_UPDATE") return;
  const reopensAt = at + REOPEN_AFTER_MS;
  pool.reopensAt = reopensAt;
  world.clock.schedule(reopensAt, (due) => {
    if (pool.reopensAt === reopensAt && pool.status === "CLOSED") openPool(world, pool, due);
  });
}

/** Plans the closing at the pool's closing time; a later edit of that time makes the plan void. */
export function planExpiry(world: World, pool: Pool): void {
  const moment = pool.willExpire;
  world.clock.schedule(moment, (at) => {
    if (pool.status === "OPEN" && pool.willExpire === moment) {
      closePool(world, pool, Math.max(at, pool.lastStarted ?? at), "EXPIRED");
    }
  });
}

/** All work is done: the pool closes after its own delay. */
export function completePool(world: World, pool: Pool): void {
  const delay = pool.body.auto_close_after_complete_delay_seconds;
  const at = world.clock.now() + (typeof delay === "number" ? delay : 0) * 1000;
  pool.completesAt = at;
  world.clock.schedule(at, (due) => {
    if (pool.completesAt === at && pool.status === "OPEN") {
      closePool(world, pool, due, "COMPLETED");
    }
  });
  world.clock.settle();
}

/**
 * Opens a closed pool as `open_pool=true` of a task request does.
 * @throws ApiError 409 when the pool can not be opened
 */
export function openAfterUpload(world: World, pool: Pool, at: number): void {
  if (pool.status === "OPEN") return;
  demandChangeable(world, pool);
  const refusal = refusalToOpen(world, pool);
  if (refusal !== undefined) throw refusal;
  openPool(world, pool, at);
}
