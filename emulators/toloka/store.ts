import type { Operation, Pool, Project, Task } from "./entities.ts";
import { createIds, type Ids } from "./ids.ts";

/** Everything that Toloka would remember, in memory. */
export type Store = {
  ids: Ids;
  requesterId: string;
  /** Micro-dollars. */
  balance: number;
  projects: Map<string, Project>;
  pools: Map<string, Pool>;
  tasks: Map<string, Task>;
  /** Keyed by the id in lower case. */
  operations: Map<string, Operation>;
  /** Pool or project -> the operation that holds it. */
  locks: Map<string, string>;
  addTask(pool: Pool, at: number, body: Task["body"], overlap: number | null): Task;
};

/** An empty account with `balance` micro-dollars. */
export function createStore(balance: number): Store {
  const ids = createIds();
  const tasks = new Map<string, Task>();
  return {
    ids,
    requesterId: "566ec2b0ff0deeaae5f9d500629de162",
    balance,
    projects: new Map(),
    pools: new Map(),
    tasks,
    operations: new Map(),
    locks: new Map(),
    addTask(pool, at, body, overlap) {
      const id = ids.task(pool.id, at);
      const task = { id, poolId: pool.id, created: at, overlap, remaining: overlap, body };
      pool.tasks.push(task);
      tasks.set(id, task);
      return task;
    },
  };
}
