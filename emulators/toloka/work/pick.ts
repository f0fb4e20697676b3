import type { Pool, Task } from "../entities.ts";
import { hasRest, isFor, mixerFlag } from "./kinds.ts";
import type { PoolIndex } from "./pool-index.ts";
import { type Random, shuffle } from "./random.ts";

/** Tries at random before all open tasks are looked through. */
const TRIES_PER_TASK = 8;

/**
 * Up to `count` general tasks that a Toloker can get and never had: the earliest ones when the pool
 * mixes in order of creation, any otherwise.
 */
export function pickGeneral(
  pool: Pool,
  index: PoolIndex,
  userId: string,
  count: number,
  random: Random,
): Task[] {
  if (count === 0) return [];
  const seen = index.seen.get(userId) ?? new Set<string>();
  const fits = (task: Task): boolean => !seen.has(task.id) && isFor(task.body, userId);
  return mixerFlag(pool, "mix_tasks_in_creation_order", false)
    ? earliest(pool, index, count, fits)
    : anyOpen(index, count, fits, random);
}

/** Up to `count` control or training tasks that a Toloker never had. */
export function pickKnown(
  pool: Pool,
  index: PoolIndex,
  kind: "golden" | "training",
  userId: string,
  count: number,
  random: Random,
): Task[] {
  if (count === 0) return [];
  const seen = index.seen.get(userId) ?? new Set<string>();
  const fitting = [...index[kind]].filter(
    (task) => hasRest(task) && !seen.has(task.id) && isFor(task.body, userId),
  );
  fitting.sort((a, b) => (a.id < b.id ? -1 : 1));
  const inOrder = mixerFlag(pool, "mix_tasks_in_creation_order", false);
  return (inOrder ? fitting : shuffle(fitting, random)).slice(0, count);
}

function earliest(
  pool: Pool,
  index: PoolIndex,
  count: number,
  fits: (task: Task) => boolean,
): Task[] {
  const found: Task[] = [];
  let before = true;
  for (let at = index.frontier; at < pool.tasks.length && found.length < count; at += 1) {
    const task = pool.tasks[at];
    const isOpen = task !== undefined && index.open.has(task);
    if (before && isOpen) {
      index.frontier = at;
      before = false;
    }
    if (isOpen && fits(task)) found.push(task);
  }
  return found;
}

function anyOpen(
  index: PoolIndex,
  count: number,
  fits: (task: Task) => boolean,
  random: Random,
): Task[] {
  const found = new Set<Task>();
  const { open } = index;
  for (let tries = 0; tries < count * TRIES_PER_TASK && found.size < count; tries += 1) {
    const task = open.at(random.below(open.size()));
    if (task !== undefined && !found.has(task) && fits(task)) found.add(task);
  }
  const start = random.below(Math.max(1, open.size()));
  for (let step = 0; step < open.size() && found.size < count; step += 1) {
    const task = open.at((start + step) % open.size());
    if (task !== undefined && !found.has(task) && fits(task)) found.add(task);
  }
  return [...found];
}
