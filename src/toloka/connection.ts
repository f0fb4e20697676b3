import { TolokaError } from "../domain/toloka-error.ts";
import type { TolokaConnection } from "../use-cases/ports.ts";
import { assignmentPages } from "./assignment-pages.ts";
import { type Client, type ClientSettings, createClient } from "./client.ts";
import { after, createLister, equal, inPath } from "./listing.ts";
import { operationSchema, stateChangeSchema } from "./schema/operation.ts";
import { poolSchema } from "./schema/pool.ts";
import { projectSchema } from "./schema/project.ts";
import { requesterSchema } from "./schema/requester.ts";
import { taskSchema } from "./schema/task.ts";
import { type PollPauses, pollPauses, waitOperation } from "./wait-operation.ts";

/** How to reach one account on one installation, and how eagerly to look at operations. */
export type ConnectionSettings = ClientSettings & { readonly pollPauses?: PollPauses };

/**
 * Connects to one account on one installation. Reads are repeated after passing faults; effects are sent
 * once, and an unknown outcome is the caller's to look up. Every method throws TolokaError.
 */
export const createTolokaConnection = (settings: ConnectionSettings): TolokaConnection =>
  connectionOf(createClient(settings), settings);

/** The connection that speaks through a client which others share. */
export const connectionOf = (client: Client, settings: ConnectionSettings): TolokaConnection => {
  const { now, get, post } = client;
  const list = createLister(get);

  const operation: TolokaConnection["operation"] = async (id) =>
    get(`/operations/${inPath(id)}`, operationSchema);

  return {
    environment: settings.environment,
    now,
    requester: () => get("/requester", requesterSchema),
    createProject: (body) => post("/projects", projectSchema, body),
    project: async (id) => get(`/projects/${inPath(id)}`, projectSchema),
    projects: ({ status, createdAfter }) =>
      list("/projects", projectSchema, {
        ...equal("status", status),
        ...after("created_gt", createdAfter),
      }),
    createPool: (body) => post("/pools", poolSchema, body),
    pool: async (id) => get(`/pools/${inPath(id)}`, poolSchema),
    pools: ({ projectId, status, createdAfter, startedAfter }) =>
      list("/pools", poolSchema, {
        ...equal("project_id", projectId),
        ...equal("status", status),
        ...after("created_gt", createdAfter),
        ...after("last_started_gt", startedAfter),
      }),
    openPool: async (id) => post(`/pools/${inPath(id)}/open`, stateChangeSchema),
    closePool: async (id) => post(`/pools/${inPath(id)}/close`, stateChangeSchema),
    archivePool: async (id) => post(`/pools/${inPath(id)}/archive`, stateChangeSchema),
    archiveProject: async (id) => post(`/projects/${inPath(id)}/archive`, stateChangeSchema),
    async createTasks(tasks, operationId) {
      // The query is closed here: with open_pool among it an upload could spend money.
      const query = `async_mode=true&operation_id=${inPath(operationId)}`;
      const strict = "skip_invalid_items=false&allow_defaults=false";
      try {
        return await post(`/tasks?${query}&${strict}`, operationSchema, tasks);
      } catch (error) {
        const isRepeated =
          error instanceof TolokaError && error.facts.code === "OPERATION_ALREADY_EXISTS";
        if (!isRepeated) throw error;
        return operation(operationId);
      }
    },
    tasks: (poolId) => list("/tasks", taskSchema, { pool_id: poolId }),
    assignments: assignmentPages(list),
    operation,
    operations: ({ type, submittedAfter }) =>
      list("/operations", operationSchema, { type, ...after("submitted_gt", submittedAfter) }),
    waitOperation: (id, timeoutMs) =>
      waitOperation(id, timeoutMs, operation, settings.pollPauses ?? pollPauses),
  };
};
