import type { z } from "zod";
import { TolokaError } from "../domain/toloka-error.ts";
import type { TolokaConnection } from "../use-cases/ports.ts";
import { type ClientSettings, createClient } from "./client.ts";
import { badId } from "./errors.ts";
import { pageLimit, pages } from "./paging.ts";
import { formatDate } from "./schema/dates.ts";
import { operationSchema, stateChangeSchema } from "./schema/operation.ts";
import { pageSchema } from "./schema/page.ts";
import { poolSchema } from "./schema/pool.ts";
import { projectSchema } from "./schema/project.ts";
import { requesterSchema } from "./schema/requester.ts";
import { taskSchema } from "./schema/task.ts";
import { type PollPauses, pollPauses, waitOperation } from "./wait-operation.ts";

/** How to reach one account on one installation, and how eagerly to look at operations. */
export type ConnectionSettings = ClientSettings & { readonly pollPauses?: PollPauses };

/** The filters that lists know; dates as Toloka writes them. */
type Filter = Partial<
  Record<
    | "status"
    | "project_id"
    | "pool_id"
    | "type"
    | "created_gt"
    | "submitted_gt"
    | "last_started_gt",
    string
  >
>;

/** An id as part of a path. What could be read as another path is refused before anything is sent. */
const inPath = (id: string): string => {
  if (!/^[\w-]{1,100}$/.test(id)) throw badId(id);
  return id;
};

/** A filter by date, or none. */
const after = <Name extends string>(name: Name, date: Date | undefined) =>
  date === undefined ? {} : { [name]: formatDate(date) };

/** A filter by value, or none. */
const equal = <Name extends string>(name: Name, value: string | undefined) =>
  value === undefined ? {} : { [name]: value };

/**
 * Connects to one account on one installation. Reads are repeated after passing faults; effects are sent
 * once, and an unknown outcome is the caller's to look up. Every method throws TolokaError.
 */
export const createTolokaConnection = (settings: ConnectionSettings): TolokaConnection => {
  const { now, get, post } = createClient(settings);

  const list = <Item extends z.ZodType<{ readonly id: string }>>(
    path: string,
    item: Item,
    filter: Filter,
  ) =>
    pages<z.output<Item>>(path, (last) => {
      const range = { sort: "id", limit: String(pageLimit), ...equal("id_gt", last ?? undefined) };
      return get(`${path}?${new URLSearchParams({ ...filter, ...range })}`, pageSchema(item));
    });

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
    operation,
    operations: ({ type, submittedAfter }) =>
      list("/operations", operationSchema, { type, ...after("submitted_gt", submittedAfter) }),
    waitOperation: (id, timeoutMs) =>
      waitOperation(id, timeoutMs, operation, settings.pollPauses ?? pollPauses),
  };
};
