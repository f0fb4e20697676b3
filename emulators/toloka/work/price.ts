import type { Pool } from "../entities.ts";
import { isObject } from "../json.ts";
import { toMicros } from "../money.ts";
import { userSkillOf } from "../people.ts";
import type { World } from "../world.ts";
import { feeOf } from "./charges.ts";

/** What a suite costs for one Toloker, in micro-dollars. */
export type Price = { reward: number; fee: number };

/** The price of the pool's suites for a Toloker: dynamic pricing by skill, else the base reward. */
export function priceOf(world: World, pool: Pool, userId: string): Price {
  const base = pool.body.reward_per_assignment;
  const dollars = dynamicReward(world, pool, userId) ?? (typeof base === "number" ? base : 0);
  const reward = toMicros(dollars);
  return { reward, fee: feeOf(world, reward) };
}

function dynamicReward(world: World, pool: Pool, userId: string): number | undefined {
  const pricing = pool.body.dynamic_pricing_config;
  if (!isObject(pricing) || !Array.isArray(pricing.intervals)) return undefined;
  const value = userSkillOf(world.store, userId, String(pricing.skill_id))?.exactValue;
  if (value === undefined) return undefined;
  for (const interval of pricing.intervals) {
    if (!isObject(interval)) continue;
    const from = typeof interval.from === "number" ? interval.from : 0;
    const to = typeof interval.to === "number" ? interval.to : 100;
    const reward = interval.reward_per_assignment;
    if (value >= from && value <= to && typeof reward === "number") return reward;
  }
  return undefined;
}
