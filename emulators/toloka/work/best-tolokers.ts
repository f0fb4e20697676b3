import type { Pool } from "../entities.ts";
import { isObject, type JsonObject } from "../json.ts";
import { isRestricted } from "../people.ts";
import { matchesFilter } from "../people-filter.ts";
import type { World } from "../world.ts";
import { hasRest, isFor } from "./kinds.ts";
import { isRestTooSmall } from "./mix.ts";
import { indexOf } from "./pool-index.ts";

/** More tasks than one suite can hold: who has so many left lacks nothing. */
const PLENTY = 500;

/**
 * Whether `speed_quality_balance` lets a Toloker have suites of a pool now: the best share of all who
 * pass the filter, or the best few of those who still have something to do there. How good somebody is,
 * only Toloka knows; here it is the accuracy of the crowd's Tolokers, and others come after them.
 */
export function isAmongBest(world: World, pool: Pool, userId: string, at: number): boolean {
  const balance = pool.body.speed_quality_balance;
  if (!isObject(balance)) return true;
  const ranked = rankedFor(world, pool, at);
  const place = ranked.indexOf(userId);
  if (place < 0) return false;
  if (balance.type === "TOP_PERCENTAGE_BY_QUALITY") {
    return place < Math.ceil((ranked.length * numberOf(balance, "percent")) / 100);
  }
  const better = ranked.slice(0, place).filter((id) => hasWorkFor(world, pool, id));
  return better.length < numberOf(balance, "count");
}

function numberOf(balance: JsonObject, name: string): number {
  const value = balance[name];
  return typeof value === "number" ? value : Number.POSITIVE_INFINITY;
}

/** Those who pass the filter and are not banned, best first; equally good ones by id. */
function rankedFor({ store }: World, pool: Pool, at: number): string[] {
  const quality = new Map(store.crowd.workers.map(({ id, accuracy }) => [id, accuracy]));
  return [...store.tolokers.values()]
    .filter((toloker) => matchesFilter(store, toloker, pool.body.filter))
    .map(({ id }) => id)
    .filter((id) => !isRestricted(store, id, pool, at))
    .sort((a, b) => (quality.get(b) ?? 0) - (quality.get(a) ?? 0) || (a < b ? -1 : 1));
}

/** Whether enough is left for one more suite to a Toloker. */
function hasWorkFor(world: World, pool: Pool, userId: string): boolean {
  const index = indexOf(world, pool);
  const seen = index.seen.get(userId) ?? new Set<string>();
  if (!isObject(pool.body.mixer_config)) {
    return pool.suites.some(
      (suite) => hasRest(suite) && !seen.has(suite.id) && isFor(suite.body, userId),
    );
  }
  let left = 0;
  for (let place = 0; place < index.open.size() && left < PLENTY; place += 1) {
    const task = index.open.at(place);
    if (task !== undefined && !seen.has(task.id) && isFor(task.body, userId)) left += 1;
  }
  return !isRestTooSmall(pool, left);
}
