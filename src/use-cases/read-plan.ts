import type { Plan, TaskSummary } from "../domain/plan.ts";
import { planOf } from "../domain/plan-hash.ts";
import { createTaskDigest } from "../domain/task-digest.ts";
import type { Pool, Project, Requester } from "../domain/toloka.ts";
import type { TolokaConnection } from "./ports.ts";

/** Everything a decision about opening is made from, read from Toloka just now. */
export type PoolFacts = {
  readonly pool: Pool;
  readonly project: Project;
  readonly requester: Requester;
  readonly tasks: TaskSummary;
  readonly plan: Plan;
};

/** Reads all tasks of a pool by pages and sums them up; `onTask` is told each task's key on the way. */
export const readTasks = async (
  connection: TolokaConnection,
  poolId: string,
  onTask: (key: string) => void = () => undefined,
): Promise<TaskSummary> => {
  const { overlapForTasks } = await connection.pool(poolId);
  const digest = createTaskDigest(overlapForTasks);
  for await (const page of connection.tasks(poolId)) {
    for (const task of page) onTask(digest.add(task));
  }
  return digest.summary();
};

/**
 * Reads all but the tasks of what would be bought. The pool is read last, so that the moment between the
 * newest fact and a following `open` is as short as it can be. Throws TolokaError.
 */
export const readPlanAround = async (
  connection: TolokaConnection,
  poolId: string,
  tasks: TaskSummary,
): Promise<PoolFacts> => {
  const requester = await connection.requester();
  const first = await connection.pool(poolId);
  const project = await connection.project(first.projectId);
  const pool = await connection.pool(poolId);
  const plan = planOf({ environment: connection.environment, account: requester.id, pool, tasks });
  return { pool, project, requester, tasks, plan };
};

/** Reads what would be bought, its tasks first. Throws TolokaError. */
export const readPlan = async (connection: TolokaConnection, poolId: string): Promise<PoolFacts> =>
  readPlanAround(connection, poolId, await readTasks(connection, poolId));
