import type { Pool } from "../entities.ts";
import type { World } from "../world.ts";
import { indexOf } from "./pool-index.ts";

/** Whether a Toloker has as many suites of a project in hand as its `max_active_assignments_count` allows. */
export function hasHandsFull(world: World, { projectId }: Pool, userId: string): boolean {
  const { projects, pools } = world.store;
  const most = projects.get(projectId)?.body.max_active_assignments_count;
  if (typeof most !== "number") return false;
  let inHand = 0;
  for (const pool of pools.values()) {
    if (pool.projectId === projectId) inHand += indexOf(world, pool).inHand.get(userId) ?? 0;
  }
  return inHand >= most;
}
