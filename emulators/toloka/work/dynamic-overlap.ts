import { answersTo, byWeight } from "../aggregation/aggregate.ts";
import { wake } from "../crowd/wake.ts";
import type { Pool, Task } from "../entities.ts";
import { publish, type WorldEvent } from "../events.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { World } from "../world.ts";
import { kindOf } from "./kinds.ts";
import { indexOf, refreshTask } from "./pool-index.ts";

/**
 * Dynamic overlap: a general task whose answers are all in gets one more while they are not certain
 * enough and the pool's maximum is not reached (Toloka API, dynamic overlap).
 */
export function noteDynamicOverlap(world: World, event: WorldEvent): void {
  if (event.type !== "ASSIGNMENT_SUBMITTED") return;
  const config = event.pool.body.dynamic_overlap_config;
  if (!isObject(config)) return;
  const assignment = world.store.assignments.get(event.assignmentId);
  for (const id of assignment?.taskIds ?? []) {
    const task = world.store.tasks.get(id);
    if (task !== undefined && kindOf(task.body) === "general") {
      look(world, event.pool, task, config, event.at);
    }
  }
}

function look(world: World, pool: Pool, task: Task, config: JsonObject, at: number): void {
  const assignments = indexOf(world, pool).answers.get(task.id) ?? [];
  if (task.overlap === null || assignments.length < task.overlap) return;
  const fields = Array.isArray(config.fields)
    ? config.fields.flatMap((field: unknown) => (isObject(field) ? [String(field.name)] : []))
    : [];
  const answers = answersTo(task.id, assignments, ["SUBMITTED", "ACCEPTED"]);
  const skillId = String(config.answer_weight_skill_id);
  const result = byWeight(world, pool, { id: task.id, answers }, fields, skillId);
  if (result === undefined) return;
  const { max_overlap: most, min_confidence: least } = config;
  if (result.confidence < Number(least) && task.overlap < Number(most)) {
    task.overlap += 1;
    task.remaining = (task.remaining ?? 0) + 1;
    refreshTask(world, task);
    wake(world, at);
    return;
  }
  publish(world, {
    type: "DYNAMIC_OVERLAP_COMPLETED",
    pool,
    at,
    taskId: task.id,
    confidence: result.confidence,
    assignmentIds: assignments.map(({ id }) => id),
    outputValues: result.outputValues,
  });
}
