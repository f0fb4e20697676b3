import { planArchiving } from "./auto-archive.ts";
import type { CloseReason, Pool } from "./entities.ts";
import { type ApiError, conflict, inappropriateStatus } from "./errors.ts";
import { publish } from "./events.ts";
import { isObject } from "./json.ts";
import { indexOf } from "./work/pool-index.ts";
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
  if (!hasWork(pool)) return conflict("EMPTY_POOL");
  if (indexOf(world, pool).assignments.length >= world.settings.maxAssignmentsPerPool) {
    return conflict("POOL_ASSIGNMENTS_COUNT_EXCEEDED");
  }
  if (pool.training !== undefined) return undefined;
  const { refuseExpiredOpen, balanceMode } = world.settings;
  if (refuseExpiredOpen && pool.willExpire <= world.clock.now()) {
    return conflict("CONFLICT_STATE", "Pool's will_expire is in the past");
  }
  if (balanceMode === "refuse-open" && world.store.balance <= 0) {
    return conflict("NOT_ENOUGH_BALANCE");
  }
  return undefined;
}

/** Tasks need smart mixing to become suites; suites made by hand need nothing. */
function hasWork({ tasks, suites, body }: Pool): boolean {
  return isObject(body.mixer_config) ? tasks.length > 0 : suites.some(({ mixed }) => !mixed);
}

/** Makes a pool open, without questions; plans its expiry. */
export function openPool(world: World, pool: Pool, at: number): void {
  pool.status = "OPEN";
  pool.lastStarted = at;
  delete pool.reopensAt;
  delete pool.completesAt;
  publish(world, { type: "POOL_OPENED", pool, at });
  planExpiry(world, pool);
  planLackOfMoney(world, pool, at);
}

/** Where the account's switch says so, a pool opened at `at` without money closes a second later. */
function planLackOfMoney(world: World, pool: Pool, at: number): void {
  const { settings, store, clock } = world;
  const paid = pool.training === undefined;
  if (!paid || settings.balanceMode !== "close-later" || store.balance > 0) return;
  clock.schedule(at + 1000, (later) => {
    if (pool.status === "OPEN" && pool.lastStarted === at) {
      closePool(world, pool, later, "NOT_ENOUGH_BALANCE");
    }
  });
}

/** Makes a pool closed for a reason; FOR_UPDATE plans the opening by itself 15 minutes later. */
export function closePool(world: World, pool: Pool, at: number, reason: CloseReason): void {
  if (pool.status === "OPEN") pool.lastStopped = at;
  pool.status = "CLOSED";
  pool.lastCloseReason = reason;
  delete pool.reopensAt;
  delete pool.completesAt;
  if (reason === "FOR_UPDATE") {
    pool.reopensAt = at + REOPEN_AFTER_MS;
    planReopening(world, pool);
  }
  publish(world, { type: "POOL_CLOSED", pool, at, reason });
}

/** Plans the opening by itself of a pool closed for update. */
function planReopening(world: World, pool: Pool): void {
  const { reopensAt } = pool;
  if (reopensAt === undefined) return;
  world.clock.schedule(reopensAt, (due) => {
    if (pool.reopensAt === reopensAt && pool.status === "CLOSED") openPool(world, pool, due);
  });
}

/** Plans everything that a pool's state says will happen, as after a snapshot was loaded. */
export function planAgain(world: World, pool: Pool): void {
  if (pool.status === "OPEN") {
    planExpiry(world, pool);
    planLackOfMoney(world, pool, pool.lastStarted ?? world.clock.now());
  }
  planReopening(world, pool);
  planCompletion(world, pool);
  planArchiving(world, pool, Math.max(world.clock.now(), pool.lastActive));
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
  workIsDone(world, pool, world.clock.now());
  world.clock.settle();
}

/** As `completePool`, at a moment of the clock's own: what is due then is carried out by the clock. */
export function workIsDone(world: World, pool: Pool, at: number): void {
  const delay = pool.body.auto_close_after_complete_delay_seconds;
  pool.completesAt = at + (typeof delay === "number" ? delay : 0) * 1000;
  planCompletion(world, pool);
}

function planCompletion(world: World, pool: Pool): void {
  const { completesAt } = pool;
  if (completesAt === undefined) return;
  world.clock.schedule(completesAt, (due) => {
    if (pool.completesAt === completesAt && pool.status === "OPEN") {
      closePool(world, pool, due, "COMPLETED");
    }
  });
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
