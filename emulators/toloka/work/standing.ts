import type { Pool } from "../entities.ts";
import { objectOr } from "../json.ts";
import { isRestricted, userSkillOf } from "../people.ts";
import { matchesFilter } from "../people-filter.ts";
import { configsOf } from "../quality/configs.ts";
import type { World } from "../world.ts";
import { isAmongBest } from "./best-tolokers.ts";

/** Whether a Toloker can have suites of a pool now, or after which training. */
export type Standing =
  | { kind: "ready" }
  | { kind: "refused" }
  /** Better ones come first; that can change. */
  | { kind: "outranked" }
  | { kind: "untrained"; training: Pool };

const READY: Standing = { kind: "ready" };
const REFUSED: Standing = { kind: "refused" };

/**
 * A Toloker must be known, free of restrictions, pass the filter and, where the pool requires a
 * training, have passed it; a training that is not open lets nobody new through. Then the pool's balance
 * of speed and quality decides.
 */
export function standingOf(world: World, pool: Pool, userId: string, at: number): Standing {
  if (isRestricted(world.store, userId, pool, at)) return REFUSED;
  if (!passesFilter(world, pool, userId)) return REFUSED;
  if (!isAmongBest(world, pool, userId, at)) return { kind: "outranked" };
  const required = objectOr(objectOr(pool.body.quality_control).training_requirement);
  if (required.training_pool_id === undefined) return READY;
  const training = world.store.trainings.get(String(required.training_pool_id));
  if (training === undefined) return REFUSED;
  const value = trainingSkill(world, training, userId);
  if (value === undefined) {
    return training.status === "OPEN" ? { kind: "untrained", training } : REFUSED;
  }
  return value >= Number(required.training_passing_skill_value) ? READY : REFUSED;
}

/** Whether a Toloker is known and passes the pool's filter. */
export function passesFilter(world: World, pool: Pool, userId: string): boolean {
  const toloker = world.store.tolokers.get(userId);
  return toloker !== undefined && matchesFilter(world.store, toloker, pool.body.filter);
}

/** The value of the skill that the training's own rules fill in. */
function trainingSkill(world: World, training: Pool, userId: string): number | undefined {
  for (const { type, rules } of configsOf(world, training)) {
    if (type !== "TRAINING") continue;
    for (const { parameters } of rules) {
      const skill = userSkillOf(world.store, userId, String(parameters.skill_id));
      if (skill !== undefined) return skill.exactValue;
    }
  }
  return undefined;
}
