import type { TolokaEdits } from "../use-cases/ports.ts";
import type { Client } from "./client.ts";
import { inPath } from "./listing.ts";
import { operationSchema, stateChangeSchema } from "./schema/operation.ts";
import { poolSchema } from "./schema/pool.ts";
import { projectSchema } from "./schema/project.ts";
import { taskSchema } from "./schema/task.ts";

/** Changes through a client; effects are sent once. */
export const createTolokaEdits = ({ post, put, patch }: Client): TolokaEdits => ({
  replacePool: async (pool, changes) =>
    put(`/pools/${inPath(pool.id)}`, poolSchema, { ...pool.raw, ...changes }),
  replaceProject: async (project, changes) =>
    put(`/projects/${inPath(project.id)}`, projectSchema, { ...project.raw, ...changes }),
  closePoolForUpdate: async (id) =>
    post(`/pools/${inPath(id)}/close-for-update`, stateChangeSchema),
  clonePool: async (id) => post(`/pools/${inPath(id)}/clone`, operationSchema),
  setPoolPriority: async (id, priority) => patch(`/pools/${inPath(id)}`, poolSchema, { priority }),
  lowerTaskOverlap: async (taskId, overlap) =>
    patch(`/tasks/${inPath(taskId)}/set-overlap-or-min`, taskSchema, { overlap }),
});
