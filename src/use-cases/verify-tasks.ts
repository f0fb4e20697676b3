import type { TaskSummary } from "../domain/plan.ts";
import { taskKey } from "../domain/task-digest.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";
import { readTasks } from "./read-plan.ts";

/** What reading the tasks back showed. */
export type Verification = {
  /** Rows that were sent and are not in the pool. */
  readonly missing: number;
  /** Tasks in the pool beyond those that were there before and those that were sent. */
  readonly surplus: number;
  /** All tasks of the pool, from the same reading. */
  readonly tasks: TaskSummary;
};

/**
 * Reads all tasks of the pool back and compares them with the sent rows as a multiset: each row as
 * often as it was sent, and besides them just as many tasks as the pool had before.
 */
export const verifyTasks = async (
  deps: Deps,
  connection: TolokaConnection,
  poolId: string,
  checkId: string,
  before: number,
): Promise<Verification> => {
  const expected = new Map<string, number>();
  const chunks = await deps.database.rows.chunkCount(checkId);
  let sent = 0;
  for (let ordinal = 0; ordinal < chunks; ordinal += 1) {
    const chunk = await deps.database.rows.chunk(checkId, ordinal);
    for (const row of chunk?.rows ?? []) {
      const key = taskKey(row);
      expected.set(key, (expected.get(key) ?? 0) + 1);
      sent += 1;
    }
  }
  let missing = sent;
  const tasks = await readTasks(connection, poolId, (key) => {
    const left = expected.get(key);
    if (left === undefined) return;
    missing -= 1;
    // What was found is forgotten at once: a large pool's keys need not be held twice.
    if (left === 1) expected.delete(key);
    else expected.set(key, left - 1);
  });
  return { missing, surplus: tasks.total - sent - before, tasks };
};
