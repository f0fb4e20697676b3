import type { Pool } from "./entities.ts";
import { type ApiError, conflict } from "./errors.ts";
import { isTrainingNeeded } from "./training-making.ts";
import type { World } from "./world.ts";

const DAY_MS = 86_400_000;

/**
 * Why a closed pool can not be archived now: unreviewed or unfinished work, or a rejection so fresh
 * that the Toloker may still appeal; a training waits for its main pools (Toloka API, pools, archiving).
 */
export function refusalToArchive(world: World, pool: Pool): ApiError | undefined {
  if (pool.training !== undefined && isTrainingNeeded(world, pool)) {
    return conflict("TRAINING_ARCHIVE_CONFLICT");
  }
  let active = false;
  for (const assignment of world.store.assignments.values()) {
    if (assignment.poolId !== pool.id) continue;
    if (assignment.status === "SUBMITTED") return conflict("SUBMITTED_ASSIGNMENTS_CONFLICT");
    active ||= assignment.status === "ACTIVE";
  }
  if (active) return conflict("THERE_IS_ACTIVE_ASSIGNMENT");
  const wait = world.settings.archiveAfterRejectionDays * DAY_MS;
  const { lastRejected } = pool;
  const fresh = lastRejected !== undefined && world.clock.now() < lastRejected + wait;
  return fresh ? conflict("THERE_IS_REJECTED_ASSIGNMENT") : undefined;
}
