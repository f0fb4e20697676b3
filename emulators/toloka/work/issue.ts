import type { Pool, Task, TaskSuite } from "../entities.ts";
import { publish } from "../events.ts";
import { isObject, type JsonObject } from "../json.ts";
import { closePool } from "../pool-machine.ts";
import type { World } from "../world.ts";
import { expire } from "./assignment-steps.ts";
import { availableOf } from "./charges.ts";
import { raiseCheckpoints } from "./checkpoints.ts";
import type { Assignment } from "./entities.ts";
import { hasHandsFull } from "./in-hand.ts";
import { pickSuite } from "./manual.ts";
import { mixSuite } from "./mix.ts";
import { indexOf, noteAssignment, refreshTask } from "./pool-index.ts";
import { priceOf } from "./price.ts";
import type { Random } from "./random.ts";
import { standingOf } from "./standing.ts";

/**
 * Hands the next suite of an open pool to a Toloker and fixes its price; undefined when there is none
 * for them. A pool that reached its limit of assignments, or whose next suite the balance does not
 * cover, closes instead.
 */
export function issue(
  world: World,
  pool: Pool,
  userId: string,
  at: number,
  random: Random,
): Assignment | undefined {
  if (pool.status !== "OPEN") return undefined;
  if (standingOf(world, pool, userId, at).kind !== "ready") return undefined;
  if (hasHandsFull(world, pool, userId)) return undefined;
  const index = indexOf(world, pool);
  const isMixed = isObject(pool.body.mixer_config);
  const tasks = isMixed ? mixSuite(world, pool, userId, at, random) : undefined;
  const made = isMixed ? undefined : pickSuite(world, pool, userId, random);
  if (tasks === undefined && made === undefined) return undefined;
  if (index.assignments.length >= world.settings.maxAssignmentsPerPool) {
    closePool(world, pool, at, "ASSIGNMENTS_LIMIT_EXCEEDED");
    return undefined;
  }
  const price = priceOf(world, pool, userId);
  if (price.reward > 0 && price.reward + price.fee > availableOf(world)) {
    closePool(world, pool, at, "NOT_ENOUGH_BALANCE");
    return undefined;
  }
  raiseCheckpoints(world, pool, userId, tasks ?? [], at);
  const suite = made ?? mixedSuite(world, pool, tasks ?? [], at);
  take(world, suite, tasks ?? []);
  const assignment: Assignment = {
    id: world.store.ids.task(pool.id, at),
    suiteId: suite.id,
    poolId: pool.id,
    userId,
    status: "ACTIVE",
    ...price,
    mixed: suite.mixed,
    taskIds: suite.tasks.map(({ id }) => String(id)),
    created: at,
    deadline: at + durationOf(pool),
  };
  delete pool.completesAt;
  world.store.assignments.set(assignment.id, assignment);
  world.store.sums.promised += price.reward + price.fee;
  noteAssignment(index, assignment);
  planExpiryOf(world, assignment);
  const facts = { taskSuiteId: suite.id, assignmentId: assignment.id };
  publish(world, { type: "ASSIGNMENT_CREATED", pool, at, ...facts });
  return assignment;
}

/** Work that is still in hand at its deadline expires. */
export function planExpiryOf(world: World, assignment: Assignment): void {
  world.clock.schedule(assignment.deadline, (at) => {
    if (assignment.status === "ACTIVE") expire(world, assignment, at);
  });
}

function mixedSuite(world: World, pool: Pool, tasks: readonly Task[], at: number): TaskSuite {
  const content = tasks.map((task) => ({ id: task.id, ...shown(task) }));
  return world.store.addSuite(pool, at, { mixed: true, overlap: 1, tasks: content, body: {} });
}

function shown({ body }: Task): JsonObject {
  const { input_values, known_solutions, message_on_unknown_solution } = body;
  return {
    input_values,
    ...(known_solutions === undefined ? {} : { known_solutions }),
    ...(message_on_unknown_solution === undefined ? {} : { message_on_unknown_solution }),
  };
}

/** One of the suite, or of each of its mixed tasks, is gone. */
function take(world: World, suite: TaskSuite, tasks: readonly Task[]): void {
  if (suite.remaining !== null) suite.remaining -= 1;
  for (const task of tasks) {
    if (task.remaining === null) continue;
    task.remaining -= 1;
    refreshTask(world, task);
  }
}

function durationOf(pool: Pool): number {
  const seconds = pool.body.assignment_max_duration_seconds;
  return (typeof seconds === "number" ? seconds : 3600) * 1000;
}
