import { formatDate } from "./dates.ts";
import type { Pool, TaskSuite } from "./entities.ts";
import { isObject, type JsonObject, without } from "./json.ts";
import type { Store } from "./store.ts";

/** Members of a suite that Toloka fills in or that are kept apart. */
const READ_ONLY = [
  "id",
  "created",
  "mixed",
  "automerged",
  "overlap",
  "infinite_overlap",
  "remaining_overlap",
  "tasks",
];

/** What is kept of a suite's body. */
export function storedSuite(body: JsonObject): JsonObject {
  return without(body, READ_ONLY);
}

/** The tasks of a suite made by hand; those without an id get one. */
export function suiteTasks(store: Store, pool: Pool, body: JsonObject, at: number): JsonObject[] {
  const tasks: readonly unknown[] = Array.isArray(body.tasks) ? body.tasks : [];
  return tasks
    .filter(isObject)
    .map((task) => ({ ...task, id: task.id ?? store.ids.task(pool.id, at) }));
}

/** The wire form of a suite; `overlap` is null and `remaining_overlap` absent when infinite. */
export function formatSuite(suite: TaskSuite): JsonObject {
  const { id, poolId, overlap, remaining } = suite;
  return {
    reserved_for: [],
    unavailable_for: [],
    issuing_order_override: 0,
    ...suite.body,
    pool_id: poolId,
    tasks: suite.tasks,
    overlap,
    infinite_overlap: overlap === null,
    id,
    mixed: suite.mixed,
    automerged: false,
    created: formatDate(suite.created),
    ...(remaining === null ? {} : { remaining_overlap: remaining }),
  };
}
