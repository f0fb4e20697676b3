import type { Pool, TaskSuite } from "../entities.ts";
import { isObject } from "../json.ts";
import type { World } from "../world.ts";
import { hasRest, isFor } from "./kinds.ts";
import { indexOf } from "./pool-index.ts";
import type { Random } from "./random.ts";

/**
 * The next suite made by hand for a Toloker: never one of which they had a task; in order of
 * `issuing_order_override` and creation when the pool issues in that order, any otherwise.
 */
export function pickSuite(
  world: World,
  pool: Pool,
  userId: string,
  random: Random,
): TaskSuite | undefined {
  const seen = indexOf(world, pool).seen.get(userId) ?? new Set<string>();
  const fitting = pool.suites.filter(
    (suite) =>
      !suite.mixed &&
      hasRest(suite) &&
      !seen.has(suite.id) &&
      !suite.tasks.some(({ id }) => seen.has(String(id))) &&
      isFor(suite.body, userId),
  );
  const issuing = pool.body.assignments_issuing_config;
  const inOrder = isObject(issuing) && issuing.issue_task_suites_in_creation_order === true;
  if (!inOrder) return fitting[random.below(fitting.length)];
  let first: TaskSuite | undefined;
  for (const suite of fitting) {
    if (first === undefined || orderOf(suite) > orderOf(first)) first = suite;
  }
  return first;
}

function orderOf({ body }: TaskSuite): number {
  const order = body.issuing_order_override;
  return typeof order === "number" ? order : 0;
}
