import type { Pool } from "../entities.ts";
import type { WorldEvent } from "../events.ts";
import { isObject } from "../json.ts";
import { workIsDone } from "../pool-machine.ts";
import type { World } from "../world.ts";
import { hasRest } from "./kinds.ts";
import { isRestTooSmall } from "./mix.ts";
import { indexOf } from "./pool-index.ts";

/**
 * Whether nothing is left to hand out and nothing is in Tolokers' hands. Infinite overlap of general
 * tasks or suites never ends; control and training tasks alone do not keep a pool open.
 */
function isAllDone(world: World, pool: Pool): boolean {
  const index = indexOf(world, pool);
  if (index.active > 0) return false;
  if (!isObject(pool.body.mixer_config)) {
    const suites = pool.suites.filter(({ mixed }) => !mixed);
    return suites.length > 0 && !suites.some(hasRest);
  }
  const known = index.golden.size + index.training.size;
  if (pool.tasks.length > known) return isRestTooSmall(pool, index.open.size());
  return ![...index.golden, ...index.training].some(hasRest);
}

/** The last answer of a pool begins its completion. */
export function noteCompletion(world: World, { pool, type, at }: WorldEvent): void {
  if (type !== "ASSIGNMENT_SUBMITTED") return;
  if (pool.training !== undefined) return;
  if (pool.status !== "OPEN" || pool.completesAt !== undefined) return;
  if (isAllDone(world, pool)) workIsDone(world, pool, at);
}
