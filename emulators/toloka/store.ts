import type {
  Operation,
  PendingEvent,
  Pool,
  Project,
  Task,
  TaskSuite,
  WebhookSubscription,
} from "./entities.ts";
import { createIds, type Ids } from "./ids.ts";
import { createPeopleStore, type PeopleStore } from "./people-store.ts";
import { createWorkStore, type WorkStore } from "./work/store.ts";

/** Everything that Toloka would remember, in memory. */
export type Store = PeopleStore &
  WorkStore & {
    ids: Ids;
    requesterId: string;
    /** Micro-dollars. */
    balance: number;
    projects: Map<string, Project>;
    pools: Map<string, Pool>;
    /** Trainings stand apart from pools and share their row of ids. */
    trainings: Map<string, Pool>;
    tasks: Map<string, Task>;
    suites: Map<string, TaskSuite>;
    webhooks: Map<string, WebhookSubscription>;
    /** Events that no subscriber took yet, in order, by subscription. */
    pendingEvents: Map<string, PendingEvent[]>;
    /** Used shares of the quotas, by quota and interval. */
    quotas: Map<string, { start: number; used: number }>;
    /** Keyed by the id in lower case. */
    operations: Map<string, Operation>;
    /** Pool or project -> the operation that holds it. */
    locks: Map<string, string>;
    addTask(pool: Pool, at: number, body: Task["body"], overlap: number | null): Task;
    addSuite(pool: Pool, at: number, suite: NewSuite): TaskSuite;
  };

/** A suite before it has an id; its tasks have theirs. */
type NewSuite = Pick<TaskSuite, "mixed" | "overlap" | "tasks" | "body">;

/** An empty account with `balance` micro-dollars. */
export function createStore(balance: number, seed?: number): Store {
  const ids = createIds(seed);
  const tasks = new Map<string, Task>();
  const suites = new Map<string, TaskSuite>();
  return {
    ...createPeopleStore(),
    ...createWorkStore(balance),
    ids,
    requesterId: "566ec2b0ff0deeaae5f9d500629de162",
    balance,
    projects: new Map(),
    pools: new Map(),
    trainings: new Map(),
    tasks,
    suites,
    webhooks: new Map(),
    pendingEvents: new Map(),
    quotas: new Map(),
    operations: new Map(),
    locks: new Map(),
    addTask(pool, at, body, overlap) {
      const id = ids.task(pool.id, at);
      const task = { id, poolId: pool.id, created: at, overlap, remaining: overlap, body };
      pool.lastActive = at;
      pool.tasks.push(task);
      tasks.set(id, task);
      return task;
    },
    addSuite(pool, at, { mixed, overlap, tasks: content, body }) {
      const id = ids.task(pool.id, at);
      const remaining = overlap;
      const facts = { poolId: pool.id, created: at, mixed, overlap, remaining };
      const suite = { id, ...facts, tasks: content, body };
      if (!mixed) pool.lastActive = at;
      pool.suites.push(suite);
      suites.set(id, suite);
      return suite;
    },
  };
}

/** The pool or the training with an id. */
export function poolOrTraining(store: Store, id: string): Pool | undefined {
  return store.pools.get(id) ?? store.trainings.get(id);
}
