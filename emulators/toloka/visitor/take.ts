import type { Pool } from "../entities.ts";
import { isRestricted } from "../people.ts";
import { matchesFilter } from "../people-filter.ts";
import type { Assignment } from "../work/entities.ts";
import { hasHandsFull } from "../work/in-hand.ts";
import { issue } from "../work/issue.ts";
import { indexOf } from "../work/pool-index.ts";
import { createRandom, hashOf } from "../work/random.ts";
import { standingOf } from "../work/standing.ts";
import type { World } from "../world.ts";
import { fittingToloker, VISITOR_ID } from "./fitting.ts";

/** Why a Toloker gets no work of a pool. */
type NoWork =
  | "POOL_IS_NOT_OPEN"
  | "RESTRICTED"
  | "FILTER"
  | "TRAINING"
  | "BETTER_TOLOKERS_FIRST"
  | "HANDS_FULL"
  | "NOTHING_LEFT";

type Taken =
  | { kind: "work"; pool: Pool; assignment: Assignment }
  | { kind: "none"; reason: NoWork };

/**
 * Hands the visitor the next suite of a pool, or of the training that comes first; work that is still in
 * their hands comes back. Who the visitor is follows the pool's filter.
 */
export function takeWork(world: World, pool: Pool, at: number): Taken {
  const { store } = world;
  const visitor = fittingToloker(store, pool.body.filter);
  store.tolokers.set(visitor.id, visitor);
  const held = workInHand(world, pool);
  if (held !== undefined) return { kind: "work", pool, assignment: held };
  if (pool.status !== "OPEN") return { kind: "none", reason: "POOL_IS_NOT_OPEN" };
  const standing = standingOf(world, pool, VISITOR_ID, at);
  if (standing.kind === "untrained") return takeWork(world, standing.training, at);
  if (standing.kind === "outranked") return { kind: "none", reason: "BETTER_TOLOKERS_FIRST" };
  if (standing.kind === "refused") return { kind: "none", reason: refusalOf(world, pool, at) };
  if (hasHandsFull(world, pool, VISITOR_ID)) return { kind: "none", reason: "HANDS_FULL" };
  const random = createRandom(hashOf(`${pool.id} ${store.assignments.size}`));
  const assignment = issue(world, pool, VISITOR_ID, at, random);
  if (assignment !== undefined) return { kind: "work", pool, assignment };
  return { kind: "none", reason: pool.status === "OPEN" ? "NOTHING_LEFT" : "POOL_IS_NOT_OPEN" };
}

function workInHand(world: World, pool: Pool): Assignment | undefined {
  return indexOf(world, pool).assignments.find(
    ({ userId, status }) => userId === VISITOR_ID && status === "ACTIVE",
  );
}

function refusalOf({ store }: World, pool: Pool, at: number): NoWork {
  if (isRestricted(store, VISITOR_ID, pool, at)) return "RESTRICTED";
  const visitor = store.tolokers.get(VISITOR_ID);
  const passes = visitor !== undefined && matchesFilter(store, visitor, pool.body.filter);
  return passes ? "TRAINING" : "FILTER";
}
