import { formatDate } from "../dates.ts";
import type { Pool } from "../entities.ts";
import { isObject, type JsonObject, objectOr } from "../json.ts";
import { toDollars } from "../money.ts";
import type { Assignment } from "../work/entities.ts";
import { taskBodiesOf } from "../work/tasks-of.ts";
import type { World } from "../world.ts";
import { VISITOR_ID } from "./fitting.ts";

/** A task as a Toloker gets it: no known answers, no hidden input. */
export type ShownTask = { id: string; input_values: JsonObject };

/** What a Toloker sees of a pool before they take work of it. */
export function shownPool(world: World, pool: Pool): JsonObject {
  const project = world.store.projects.get(pool.projectId);
  const { public_name, public_description, public_instructions, task_spec } = project?.body ?? {};
  const own = pool.training?.public_instructions;
  const instructions = typeof own === "string" && own !== "" ? own : public_instructions;
  const { reward_per_assignment, assignment_max_duration_seconds, may_contain_adult_content } =
    pool.body;
  return {
    id: pool.id,
    private_name: pool.body.private_name,
    status: pool.status,
    last_close_reason: pool.lastCloseReason ?? null,
    training: pool.training !== undefined,
    tasks: pool.tasks.length + pool.suites.filter(({ mixed }) => !mixed).length,
    reward: typeof reward_per_assignment === "number" ? reward_per_assignment : 0,
    duration_seconds:
      typeof assignment_max_duration_seconds === "number" ? assignment_max_duration_seconds : 3600,
    adult: may_contain_adult_content === true,
    visitor_id: VISITOR_ID,
    project: {
      id: pool.projectId,
      public_name: String(public_name ?? ""),
      public_description: String(public_description ?? ""),
      public_instructions: String(instructions ?? ""),
      view_spec: objectOr(objectOr(task_spec).view_spec),
    },
  };
}

/** Work in the visitor's hands or after it; sums in dollars, times as on the wire. */
export function shownWork(world: World, pool: Pool, assignment: Assignment): JsonObject {
  const { id, status, reward, userId, created, deadline, taskIds } = assignment;
  return {
    assignment_id: id,
    pool_id: pool.id,
    user_id: userId,
    status,
    training: pool.training !== undefined,
    reward: toDollars(reward),
    created: formatDate(created),
    deadline: formatDate(deadline),
    tasks: taskBodiesOf(world, assignment).map((body, index) =>
      shownTask(world, pool, taskIds[index] ?? "", body),
    ),
  };
}

/** The task without what a Toloker must not see: hidden inputs (Toloka API, task_spec) and answers. */
export function shownTask(world: World, pool: Pool, id: string, body: JsonObject): ShownTask {
  const hidden = hiddenInputs(world, pool);
  const values = Object.entries(objectOr(body.input_values));
  const input_values = Object.fromEntries(values.filter(([name]) => !hidden.has(name)));
  return { id, input_values };
}

function hiddenInputs({ store }: World, { projectId }: Pool): ReadonlySet<string> {
  const spec = objectOr(objectOr(store.projects.get(projectId)?.body.task_spec).input_spec);
  const hidden = Object.entries(spec).filter(
    ([, field]) => isObject(field) && field.hidden === true,
  );
  return new Set(hidden.map(([name]) => name));
}
