import type { Pool } from "../entities.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { World } from "../world.ts";
import { indexOf } from "./pool-index.ts";

const DAY_MS = 86_400_000;

/** How often the function wants a task after `done` completed ones; undefined outside its intervals. */
export function frequencyAt(distribution: JsonObject, done: number): number | undefined {
  const intervals: unknown = distribution.intervals;
  if (!Array.isArray(intervals)) return undefined;
  for (const interval of intervals) {
    if (!isObject(interval) || typeof interval.frequency !== "number") continue;
    const from = typeof interval.from === "number" ? interval.from : 0;
    const to = typeof interval.to === "number" ? interval.to : Number.POSITIVE_INFINITY;
    if (done >= from && done <= to) return interval.frequency;
  }
  return undefined;
}

/** Tasks that a Toloker completed in the function's window of days, in the pool or its project. */
export function completedBy(
  world: World,
  pool: Pool,
  userId: string,
  distribution: JsonObject,
  at: number,
): number {
  const days = typeof distribution.window_days === "number" ? distribution.window_days : 365;
  const since = at - days * DAY_MS;
  const pools =
    distribution.scope === "PROJECT"
      ? [...world.store.pools.values()].filter(({ projectId }) => projectId === pool.projectId)
      : [pool];
  let done = 0;
  for (const one of pools) {
    for (const assignment of indexOf(world, one).assignments) {
      if (assignment.userId !== userId || (assignment.submitted ?? 0) < since) continue;
      if (assignment.submitted !== undefined) done += assignment.taskIds.length;
    }
  }
  return done;
}
