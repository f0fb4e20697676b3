import type { Pool, Task } from "../entities.ts";
import type { World } from "../world.ts";
import type { Assignment } from "./entities.ts";
import { hasRest, kindOf } from "./kinds.ts";
import { createOpenTasks, type OpenTasks } from "./open-tasks.ts";

/** What handing out needs to find fast; all of it follows from the store and can be made again. */
export type PoolIndex = {
  /** True for a training, whose tasks are all there to teach. */
  teaches: boolean;
  /** How many of the pool's tasks are sorted in. */
  sorted: number;
  open: OpenTasks;
  golden: Set<Task>;
  training: Set<Task>;
  /** Position of the first task that may be open: everything before it is not. */
  frontier: number;
  positions: Map<Task, number>;
  /** Toloker -> tasks and suites that they had, by id. */
  seen: Map<string, Set<string>>;
  /** In order of creation. */
  assignments: Assignment[];
  /** Task -> work on it that was submitted. */
  answers: Map<string, Assignment[]>;
  /** Work in Tolokers' hands, in all and of each. */
  active: number;
  inHand: Map<string, number>;
  /** When a suite was last handed out or came back. */
  lastMoved: number;
};

const indexes = new WeakMap<World, Map<string, PoolIndex>>();

/** The index of a pool, with its newest tasks sorted in. */
export function indexOf(world: World, pool: Pool): PoolIndex {
  const index = ofWorld(world).get(pool.id) ?? emptyIndex(world, pool.id);
  index.teaches = pool.training !== undefined;
  for (; index.sorted < pool.tasks.length; index.sorted += 1) {
    const task = pool.tasks[index.sorted];
    if (task === undefined) continue;
    index.positions.set(task, index.sorted);
    sortIn(index, task);
  }
  return index;
}

/** Sorts a task in again whose overlap or solutions changed. */
export function refreshTask(world: World, task: Task): void {
  const index = indexes.get(world)?.get(task.poolId);
  if (index?.positions.has(task) === true) sortIn(index, task);
}

/** Adds new work to the index of its pool. */
export function noteAssignment(index: PoolIndex, assignment: Assignment): void {
  index.assignments.push(assignment);
  const seen = index.seen.get(assignment.userId) ?? new Set<string>();
  index.seen.set(assignment.userId, seen);
  seen.add(assignment.suiteId);
  for (const id of assignment.taskIds) seen.add(id);
  if (assignment.status === "ACTIVE") countInHand(index, assignment.userId, 1);
  const { created, submitted = 0, skipped = 0, expired = 0 } = assignment;
  index.lastMoved = Math.max(index.lastMoved, created, submitted, skipped, expired);
}

/** Counts work that a Toloker took (1) or that left their hands (-1). */
export function countInHand(index: PoolIndex, userId: string, change: 1 | -1): void {
  index.active += change;
  index.inHand.set(userId, (index.inHand.get(userId) ?? 0) + change);
}

/** Adds submitted work to the answers of its tasks. */
export function noteAnswers(index: PoolIndex, assignment: Assignment): void {
  for (const id of assignment.taskIds) {
    const answers = index.answers.get(id);
    if (answers === undefined) index.answers.set(id, [assignment]);
    else answers.push(assignment);
  }
}

function ofWorld(world: World): Map<string, PoolIndex> {
  const known = indexes.get(world);
  if (known !== undefined) return known;
  const fresh = new Map<string, PoolIndex>();
  indexes.set(world, fresh);
  const answered: Assignment[] = [];
  for (const assignment of world.store.assignments.values()) {
    noteAssignment(fresh.get(assignment.poolId) ?? add(fresh, assignment.poolId), assignment);
    if (assignment.submitted !== undefined) answered.push(assignment);
  }
  answered.sort((a, b) => (a.submitted ?? 0) - (b.submitted ?? 0));
  for (const assignment of answered) {
    const index = fresh.get(assignment.poolId);
    if (index !== undefined) noteAnswers(index, assignment);
  }
  return fresh;
}

function emptyIndex(world: World, poolId: string): PoolIndex {
  return add(ofWorld(world), poolId);
}

function add(all: Map<string, PoolIndex>, poolId: string): PoolIndex {
  const index: PoolIndex = {
    teaches: false,
    sorted: 0,
    open: createOpenTasks(),
    golden: new Set(),
    training: new Set(),
    frontier: 0,
    positions: new Map(),
    seen: new Map(),
    assignments: [],
    answers: new Map(),
    active: 0,
    inHand: new Map(),
    lastMoved: 0,
  };
  all.set(poolId, index);
  return index;
}

function sortIn(index: PoolIndex, task: Task): void {
  const kind = index.teaches ? "training" : kindOf(task.body);
  for (const other of ["golden", "training"] as const) {
    if (kind === other) index[other].add(task);
    else index[other].delete(task);
  }
  const isOpen = kind === "general" && hasRest(task);
  const position = index.positions.get(task) ?? 0;
  if (isOpen) index.frontier = Math.min(index.frontier, position);
  index.open.set(task, position, isOpen);
}
