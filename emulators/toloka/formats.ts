import { randomUUID } from "node:crypto";
import { formatDate } from "./dates.ts";
import type { Pool, Project, Task } from "./entities.ts";
import { isObject, type JsonObject, without } from "./json.ts";

/** Members that Toloka fills in; what a requester sends under these names is dropped. */
const READ_ONLY = [
  "id",
  "status",
  "owner",
  "created",
  "last_started",
  "last_stopped",
  "last_close_reason",
  "type",
];

/** Read-only members of a task. */
const TASK_READ_ONLY = ["id", "created", "remaining_overlap", "origin_task_id", "overlap"];

/** What is kept of a project's or pool's body: unknown members stay, collectors get their uuid. */
export function storedBody(body: JsonObject): JsonObject {
  const kept = without(body, READ_ONLY);
  const control = kept.quality_control;
  if (!isObject(control) || !Array.isArray(control.configs)) return kept;
  const configs = control.configs.map((config: unknown) => {
    if (!isObject(config) || !isObject(config.collector_config)) return config;
    const collector = config.collector_config;
    return {
      ...config,
      collector_config: { ...collector, uuid: collector.uuid ?? randomUUID() },
    };
  });
  return { ...kept, quality_control: { ...control, configs } };
}

/** What is kept of a task's body. */
export function storedTask(body: JsonObject): JsonObject {
  return without(body, TASK_READ_ONLY);
}

/** The wire form of a project. */
export function formatProject(project: Project, ownerId: string): JsonObject {
  return {
    id: project.id,
    assignments_issuing_type: "AUTOMATED",
    assignments_automerge_enabled: false,
    ...project.body,
    owner: { id: ownerId, myself: true },
    status: project.status,
    created: formatDate(project.created),
  };
}

/** The wire form of a pool. */
export function formatPool(pool: Pool, ownerId: string): JsonObject {
  const { lastStarted, lastStopped, lastCloseReason } = pool;
  return {
    id: pool.id,
    auto_close_after_complete_delay_seconds: 0,
    auto_accept_solutions: true,
    priority: 0,
    metadata: {},
    ...pool.body,
    project_id: pool.projectId,
    ...(pool.training === undefined ? { will_expire: formatDate(pool.willExpire) } : {}),
    owner: { id: ownerId, myself: true },
    type: pool.training === undefined ? "REGULAR" : "TRAINING",
    status: pool.status,
    created: formatDate(pool.created),
    ...(lastStarted === undefined ? {} : { last_started: formatDate(lastStarted) }),
    ...(lastStopped === undefined ? {} : { last_stopped: formatDate(lastStopped) }),
    ...(lastCloseReason === undefined ? {} : { last_close_reason: lastCloseReason }),
  };
}

/** The wire form of a task; `overlap` is null and `remaining_overlap` absent when infinite. */
export function formatTask(task: Task): JsonObject {
  return {
    id: task.id,
    created: formatDate(task.created),
    reserved_for: [],
    unavailable_for: [],
    ...task.body,
    pool_id: task.poolId,
    overlap: task.overlap,
    infinite_overlap: task.overlap === null,
    ...(task.remaining === null ? {} : { remaining_overlap: task.remaining }),
  };
}
