import { checkTask } from "./checks/task.ts";
import type { ItemCheck } from "./checks/task-parts.ts";
import { checkTaskSuite } from "./checks/task-suite.ts";
import type { Pool, Task, TaskSuite } from "./entities.ts";
import { type ApiError, conflict } from "./errors.ts";
import { formatTask, storedTask } from "./formats.ts";
import { formatSuite, storedSuite, suiteTasks } from "./formats-suite.ts";
import { isObject, type JsonObject, objectOr } from "./json.ts";
import { poolOrTraining } from "./store.ts";
import type { World } from "./world.ts";

/** What can be uploaded in arrays, and how. */
export type UploadKind = {
  /** First part of the names of operations and log items. */
  name: "TASK" | "TASK_SUITE";
  idName: "task_id" | "task_suite_id";
  /** Most items of a synchronous request. */
  maxSync: number;
  /** The tasks in an item, for its size in bytes. */
  tasksOf(item: unknown): readonly unknown[];
  check(world: World, item: unknown, allowDefaults: boolean): ItemCheck;
  /** Why a pool takes `count` items more of this kind not; undefined when it does. */
  refusal(world: World, pool: Pool, count: number): ApiError | undefined;
  add(world: World, item: JsonObject, check: ItemCheck & { ok: true }, at: number): Made;
};

/** Something made by an upload, with its form on the wire. */
export type Made = { id: string; format(): JsonObject };

/** Single tasks, which smart mixing makes suites of (Toloka API, tasks). */
export const TASKS: UploadKind = {
  name: "TASK",
  idName: "task_id",
  maxSync: 5000,
  tasksOf: (item) => [item],
  check: ({ store }, item, allowDefaults) =>
    checkTask(item, (id) => poolOrTraining(store, id), allowDefaults),
  refusal({ settings }, pool, count) {
    if (!isObject(pool.body.mixer_config)) return conflict("MIXER_CONFIG_REQUIRED");
    if (pool.suites.some(({ mixed }) => !mixed)) return conflict("POOL_TASK_TYPE_CONFLICT");
    const full = pool.tasks.length + count > settings.maxTasksPerPool;
    return full ? conflict("POOL_TASKS_COUNT_EXCEEDED") : undefined;
  },
  add({ store }, item, { pool, overlap }, at) {
    const task: Task = store.addTask(pool, at, storedTask(item), overlap);
    return { id: task.id, format: () => formatTask(task) };
  },
};

/** Suites made by hand, for pools without tasks of their own (Toloka API, task suites). */
export const SUITES: UploadKind = {
  name: "TASK_SUITE",
  idName: "task_suite_id",
  maxSync: Number.POSITIVE_INFINITY,
  tasksOf(item) {
    const { tasks } = objectOr(item);
    return Array.isArray(tasks) ? tasks : [];
  },
  check: ({ store }, item, allowDefaults) =>
    checkTaskSuite(item, (id) => poolOrTraining(store, id), allowDefaults),
  refusal({ settings }, pool, count) {
    if (pool.training !== undefined) return conflict("POOL_IS_TRAINING");
    const mixes = isObject(pool.body.mixer_config) || pool.tasks.length > 0;
    if (mixes) return conflict("POOL_TASK_TYPE_CONFLICT");
    const full = pool.suites.length + count > settings.maxSuitesPerPool;
    return full ? conflict("POOL_TASK_SUITES_COUNT_EXCEEDED") : undefined;
  },
  add({ store }, item, { pool, overlap }, at) {
    const tasks = suiteTasks(store, pool, item, at);
    const body = storedSuite(item);
    const suite: TaskSuite = store.addSuite(pool, at, { mixed: false, overlap, tasks, body });
    return { id: suite.id, format: () => formatSuite(suite) };
  },
};
