import type { Call } from "../api.ts";
import { bodyObject } from "../api.ts";
import { elementsOf } from "../checks/elements.ts";
import { createFieldErrors, fieldsOf } from "../checks/fields.ts";
import { readId } from "../checks/id.ts";
import type { Pool } from "../entities.ts";
import { conflict, validationError } from "../errors.ts";
import type { World } from "../world.ts";
import { acceptedAnswers } from "./aggregate.ts";

const ALGORITHMS = ["DAWID_SKENE", "WEIGHTED_DYNAMIC_OVERLAP"] as const;

/** What is to be aggregated, and how. */
export type AggregationWish = {
  algorithm: (typeof ALGORITHMS)[number];
  pool: Pool;
  fields: readonly string[];
  /** Empty for an algorithm that weighs by no skill. */
  skillId: string;
  taskId?: string;
};

/**
 * Reads a request for aggregation: Dawid and Skene's method takes one field, the weighted one a skill.
 * @throws ApiError 400 with all wrong fields
 */
export function readWish(call: Call, needsTask: boolean): AggregationWish {
  const { store } = call.world;
  const errors = createFieldErrors();
  const body = fieldsOf(errors, bodyObject(call));
  const type = body.oneOf("type", ALGORITHMS, { required: true });
  const algorithm = ALGORITHMS.find((known) => known === type) ?? "DAWID_SKENE";
  const poolId = readId(body, "pool_id", { required: true });
  const pool = poolId === undefined ? undefined : store.pools.get(poolId);
  if (poolId !== undefined && pool === undefined) body.fail("pool_id", "ENTITY_DOES_NOT_EXIST");
  const most = algorithm === "DAWID_SKENE" ? { max: 1 } : {};
  const fields = elementsOf(body, "fields", { required: true, min: 1, ...most }).flatMap(
    (field) => {
      const name = field.string("name", { required: true });
      if (name === undefined) return [];
      if (pool?.snapshot.output.has(name) === false) field.fail("name", "INVALID_VALUE");
      return [name];
    },
  );
  const weighted = algorithm === "WEIGHTED_DYNAMIC_OVERLAP";
  const skillId = readId(body, "answer_weight_skill_id", { required: weighted });
  if (weighted && skillId !== undefined && !store.skills.has(skillId)) {
    body.fail("answer_weight_skill_id", "ENTITY_DOES_NOT_EXIST");
  }
  const taskId = needsTask ? body.string("task_id", { required: true }) : undefined;
  if (taskId !== undefined && store.tasks.get(taskId)?.poolId !== poolId) {
    body.fail("task_id", "ENTITY_DOES_NOT_EXIST");
  }
  if (!errors.isEmpty() || pool === undefined) throw validationError(errors.map());
  const task = taskId === undefined ? {} : { taskId };
  return { algorithm, pool, fields, skillId: skillId ?? "", ...task };
}

/**
 * Refuses to aggregate without accepted answers, or where every task has one answer only.
 * @throws ApiError 409 ASSIGNMENTS_AGGREGATION_DENIED
 */
export function demandAnswers(world: World, { pool, taskId }: AggregationWish): void {
  const found = acceptedAnswers(world, pool).filter(
    ([id]) => taskId === undefined || id === taskId,
  );
  if (!found.some(([, answers]) => answers.length > 1)) {
    throw conflict("ASSIGNMENTS_AGGREGATION_DENIED");
  }
}
