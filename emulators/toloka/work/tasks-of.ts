import { formatTask } from "../formats.ts";
import { type JsonObject, objectOr } from "../json.ts";
import type { World } from "../world.ts";
import type { Assignment } from "./entities.ts";

/** What is known of the tasks of some work, in its order: the tasks' own bodies. */
export function taskBodiesOf({ store }: World, assignment: Assignment): JsonObject[] {
  const suite = store.suites.get(assignment.suiteId);
  return assignment.taskIds.map((id, index) => {
    return store.tasks.get(id)?.body ?? objectOr(suite?.tasks[index]);
  });
}

/** The tasks of some work as the wire shows them, in its order. */
export function wireTasksOf({ store }: World, assignment: Assignment): JsonObject[] {
  const suite = store.suites.get(assignment.suiteId);
  return assignment.taskIds.map((id, index) => {
    const task = store.tasks.get(id);
    if (task !== undefined) return formatTask(task);
    return { ...objectOr(suite?.tasks[index]), id, pool_id: assignment.poolId };
  });
}
