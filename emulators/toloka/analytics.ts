import type { Pool } from "./entities.ts";
import { isObject } from "./json.ts";
import { toDollars } from "./money.ts";
import { matchesFilter } from "./people-filter.ts";
import type { Assignment } from "./work/entities.ts";
import { kindOf, mixerNumber } from "./work/kinds.ts";
import { indexOf } from "./work/pool-index.ts";
import type { World } from "./world.ts";

const HOUR_MS = 3_600_000;
/** The average time of work looks at the newest suites only. */
const NEWEST = 1_000;

export const METRICS = [
  "real_tasks_count",
  "submitted_assignments_count",
  "skipped_assignments_count",
  "rejected_assignments_count",
  "approved_assignments_count",
  "estimated_assignments_count",
  "completion_percentage",
  "avg_submit_assignment_millis",
  "spent_budget",
  "unique_workers_count",
  "unique_submitters_count",
  "active_workers_by_filter_count",
] as const;

export type Metric = (typeof METRICS)[number];

/** The value of a metric of a pool at the moment `at` (Toloka API, analytics). */
export function measure(
  world: World,
  pool: Pool,
  metric: Metric,
  at: number,
  intervalHours = 1,
): number {
  const { assignments } = indexOf(world, pool);
  const submitted = assignments.filter((one) => one.submitted !== undefined);
  const count = (status: Assignment["status"]): number =>
    assignments.filter((one) => one.status === status).length;
  switch (metric) {
    case "real_tasks_count":
      return realTasks(pool);
    case "submitted_assignments_count":
      return submitted.length;
    case "skipped_assignments_count":
      return count("SKIPPED");
    case "rejected_assignments_count":
      return count("REJECTED");
    case "approved_assignments_count":
      return count("ACCEPTED");
    case "estimated_assignments_count":
      return estimated(pool);
    case "completion_percentage":
      return completion(pool, submitted);
    case "avg_submit_assignment_millis": {
      const newest = submitted.slice(-NEWEST);
      const total = newest.reduce((sum, one) => sum + (one.submitted ?? 0) - one.created, 0);
      return newest.length === 0 ? 0 : Math.round(total / newest.length);
    }
    case "spent_budget": {
      const paid = assignments.filter(({ status }) => status === "ACCEPTED");
      return toDollars(paid.reduce((sum, { reward }) => sum + reward, 0));
    }
    case "unique_workers_count":
      return new Set(assignments.map(({ userId }) => userId)).size;
    case "unique_submitters_count":
      return new Set(submitted.map(({ userId }) => userId)).size;
    case "active_workers_by_filter_count":
      return activeByFilter(world, pool, at - intervalHours * HOUR_MS);
  }
}

function realTasks({ tasks, suites }: Pool): number {
  const isGeneral = (body: { [name: string]: unknown }): boolean => kindOf(body) === "general";
  const manual = suites.filter(({ mixed }) => !mixed).flatMap((suite) => [...suite.tasks]);
  return tasks.filter(({ body }) => isGeneral(body)).length + manual.filter(isGeneral).length;
}

/** Suites needed in all: no Toloker gets a task twice, so that the largest overlap is the least. */
function estimated(pool: Pool): number {
  if (!isObject(pool.body.mixer_config)) {
    return pool.suites.reduce((sum, { overlap, mixed }) => sum + (mixed ? 0 : (overlap ?? 0)), 0);
  }
  let answers = 0;
  let largest = 0;
  for (const { body, overlap } of pool.tasks) {
    if (overlap === null || kindOf(body) !== "general") continue;
    answers += overlap;
    largest = Math.max(largest, overlap);
  }
  const size = Math.max(1, mixerNumber(pool, "real_tasks_count", 1));
  return Math.max(Math.ceil(answers / size), largest);
}

/** Share of the wanted answers that are there, of suites made by hand or of general tasks. */
function completion(pool: Pool, submitted: readonly Assignment[]): number {
  const things = isObject(pool.body.mixer_config)
    ? pool.tasks.filter(({ body }) => kindOf(body) === "general")
    : pool.suites.filter(({ mixed }) => !mixed);
  const wanted = things.reduce((sum, { overlap }) => sum + (overlap ?? 0), 0);
  if (wanted === 0) return 0;
  const known = new Set(things.map(({ id }) => id));
  const given = submitted.reduce((sum, { taskIds, suiteId, mixed }) => {
    const ids = mixed ? taskIds : [suiteId];
    return sum + ids.filter((id) => known.has(id)).length;
  }, 0);
  return Math.min(100, Math.floor((given * 100) / wanted));
}

/** Tolokers who pass the filter and worked anywhere, or stand by, since a moment. */
function activeByFilter({ store }: World, pool: Pool, since: number): number {
  const active = new Set(store.crowd.running ? store.crowd.workers.map(({ id }) => id) : []);
  for (const { userId, created, submitted } of store.assignments.values()) {
    if (Math.max(created, submitted ?? 0) >= since) active.add(userId);
  }
  return [...active].filter((id) => {
    const toloker = store.tolokers.get(id);
    return toloker !== undefined && matchesFilter(store, toloker, pool.body.filter);
  }).length;
}
