import type { Answer, Call, Route } from "../api.ts";
import { createFieldErrors } from "../checks/fields.ts";
import type { Task } from "../entities.ts";
import { formatTask } from "../formats.ts";
import { type Listing, pageOf } from "../pages.ts";
import { poolOrTraining } from "../store.ts";
import { TASKS } from "../upload-kinds.ts";
import { upload } from "../upload-route.ts";

const PATH = "/api/v1/tasks";

/** Listing and uploading tasks (Toloka API, tasks); single tasks are in `task.ts`. */
export const taskRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listTasks },
  { method: "POST", path: PATH, handle: (call) => upload(TASKS, call) },
];

const LISTING: Listing<Task> = {
  ids: "text",
  ascending: true,
  ranges: ["id", "created", "overlap"],
  sorts: ["id", "created"],
  keyOf(task, field) {
    if (field === "id") return task.id;
    return field === "created" ? task.created : (task.overlap ?? undefined);
  },
};

function listTasks({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const poolId = query.get("pool_id");
  const pool = poolId === null ? undefined : poolOrTraining(world.store, poolId);
  if (poolId === null) errors.add("pool_id", "VALUE_REQUIRED");
  else if (pool === undefined) errors.add("pool_id", "ENTITY_DOES_NOT_EXIST");
  const overlap = query.get("overlap");
  const wanted = (task: Task): boolean => overlap === null || String(task.overlap) === overlap;
  const page = pageOf(pool?.tasks ?? [], query, LISTING, wanted, errors);
  return { status: 200, body: { items: page.items.map(formatTask), has_more: page.hasMore } };
}
