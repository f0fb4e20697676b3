import type { Pool } from "./entities.ts";
import type { WorldEvent } from "./events.ts";
import type { World } from "./world.ts";

const DAY_MS = 86_400_000;
const IDLE_MS = 30 * DAY_MS;
/** Pools without general tasks, trainings and copies made through the API are kept longer. */
const LONG_IDLE_MS = 90 * DAY_MS;

/** Plans the archiving of a pool that nobody touches (Toloka API, pools, automatic archiving). */
export function planArchiving(world: World, pool: Pool, checkAt = pool.lastActive + IDLE_MS): void {
  world.clock.schedule(checkAt, (at) => {
    if (pool.status === "ARCHIVED") return;
    const due = pool.lastActive + idleTimeOf(pool);
    if (due > at || pool.status !== "CLOSED" || !world.settings.autoArchive) {
      planArchiving(world, pool, due > at ? Math.min(due, at + IDLE_MS) : at + IDLE_MS);
      return;
    }
    archivePool(pool, at);
  });
}

/** Makes a pool archived, for good. */
export function archivePool(pool: Pool, at: number): void {
  pool.status = "ARCHIVED";
  pool.lastActive = at;
  delete pool.reopensAt;
  delete pool.completesAt;
}

/** Changes of state and finished work keep a pool from being archived. */
export function noteActivity(_world: World, { pool, type, at }: WorldEvent): void {
  if (type === "POOL_OPENED" || type === "POOL_CLOSED" || type === "ASSIGNMENT_SUBMITTED") {
    pool.lastActive = Math.max(pool.lastActive, at);
  }
  if (type === "ASSIGNMENT_REJECTED") pool.lastRejected = at;
}

function idleTimeOf(pool: Pool): number {
  const long = pool.training !== undefined || pool.cloned === true || !hasGeneralTasks(pool);
  return long ? LONG_IDLE_MS : IDLE_MS;
}

function hasGeneralTasks(pool: Pool): boolean {
  const isGeneral = (body: { [name: string]: unknown }): boolean =>
    !Array.isArray(body.known_solutions) || body.known_solutions.length === 0;
  return (
    pool.tasks.some(({ body }) => isGeneral(body)) ||
    pool.suites.some(({ tasks }) => tasks.some(isGeneral))
  );
}
