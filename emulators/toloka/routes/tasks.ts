import { type Answer, type Call, emptyBody, fateOf, notAnObject, type Route } from "../api.ts";
import { createFieldErrors } from "../checks/fields.ts";
import type { Task } from "../entities.ts";
import { ApiError, conflict, type FieldErrorMap, validationError } from "../errors.ts";
import { formatTask } from "../formats.ts";
import { isObject } from "../json.ts";
import { formatOperation, startOperation } from "../operations.ts";
import { type Listing, pageOf } from "../pages.ts";
import { flagOf, uuidOf } from "../query.ts";
import {
  addChecked,
  checkItems,
  countersOf,
  demandSizes,
  demandUploadable,
  openPools,
  runBatch,
  tooLarge,
  type UploadFlags,
} from "../task-upload.ts";

const PATH = "/api/v1/tasks";
const MAX_SYNC_TASKS = 5000;

/** Listing and uploading tasks (Toloka API, tasks); single tasks are in `task.ts`. */
export const taskRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listTasks },
  { method: "POST", path: PATH, handle: createTasks },
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
  const pool = poolId === null ? undefined : world.store.pools.get(poolId);
  if (poolId === null) errors.add("pool_id", "VALUE_REQUIRED");
  else if (pool === undefined) errors.add("pool_id", "ENTITY_DOES_NOT_EXIST");
  const overlap = query.get("overlap");
  const wanted = (task: Task): boolean => overlap === null || String(task.overlap) === overlap;
  const page = pageOf(pool?.tasks ?? [], query, LISTING, wanted, errors);
  return { status: 200, body: { items: page.items.map(formatTask), has_more: page.hasMore } };
}

function createTasks(call: Call): Answer {
  const { body, query } = call;
  if (body === undefined || body === null) throw emptyBody();
  if (!isObject(body) && !Array.isArray(body)) throw notAnObject();
  const items: readonly unknown[] = Array.isArray(body) ? body : [body];
  const errors = createFieldErrors();
  const asynchronous = flagOf(query, "async_mode", errors);
  const flags: UploadFlags = {
    allowDefaults: flagOf(query, "allow_defaults", errors),
    skipInvalid: flagOf(query, "skip_invalid_items", errors),
    openPool: flagOf(query, "open_pool", errors),
  };
  const operationId = asynchronous ? uuidOf(query, "operation_id", errors) : undefined;
  if (!errors.isEmpty()) throw validationError(errors.map());
  if (!asynchronous && items.length > MAX_SYNC_TASKS) throw tooLarge();
  demandSizes(items);
  if (asynchronous) return startBatch(call, items, flags, operationId);
  return Array.isArray(body) ? createMany(call, items, flags) : createOne(call, body, flags);
}

/** The client's operation id makes the request repeatable: a second one is refused. */
function startBatch(
  call: Call,
  items: readonly unknown[],
  flags: UploadFlags,
  operationId: string | undefined,
): Answer {
  const { world } = call;
  if (operationId !== undefined && world.store.operations.has(operationId.toLowerCase())) {
    throw conflict("OPERATION_ALREADY_EXISTS");
  }
  demandUploadable(world, items);
  const operation = startOperation(
    world,
    {
      type: "TASK.BATCH_CREATE",
      parameters: {
        open_pool: flags.openPool,
        allow_defaults: flags.allowDefaults,
        skip_invalid_items: flags.skipInvalid,
      },
      failDetails: countersOf(items.length, items.length, 0),
      run(at) {
        try {
          return runBatch(world, items, flags, at);
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          return { status: "FAIL", details: countersOf(items.length, items.length, 0) };
        }
      },
    },
    fateOf(call, operationId),
  );
  return { status: 202, body: formatOperation(operation, world.clock.now()) };
}

function createOne({ world }: Call, item: unknown, flags: UploadFlags): Answer {
  const at = world.clock.now();
  const [checked] = checkItems(world, [item], flags);
  if (checked?.check.ok === false) throw validationError(checked.check.errors.map());
  demandUploadable(world, [item]);
  const task = checked === undefined ? undefined : addChecked(world, checked, at);
  if (checked === undefined || task === undefined) throw notAnObject();
  if (flags.openPool) openPools(world, [checked], at);
  return { status: 201, body: formatTask(task) };
}

/** Tasks and errors by their index in the request; without skipping, one error stops all. */
function createMany({ world }: Call, items: readonly unknown[], flags: UploadFlags): Answer {
  const at = world.clock.now();
  const checked = checkItems(world, items, flags);
  const wrong: { [index: string]: FieldErrorMap } = {};
  for (const [index, { check }] of checked.entries()) {
    if (!check.ok) wrong[String(index)] = check.errors.map();
  }
  if (Object.keys(wrong).length > 0 && !flags.skipInvalid) throw validationError(flattened(wrong));
  demandUploadable(world, items);
  const made: { [index: string]: unknown } = {};
  for (const [index, one] of checked.entries()) {
    const task = addChecked(world, one, at);
    if (task !== undefined) made[String(index)] = formatTask(task);
  }
  if (flags.openPool) openPools(world, checked, at);
  return { status: 201, body: { items: made, validation_errors: wrong } };
}

function flattened(wrong: { [index: string]: FieldErrorMap }): FieldErrorMap {
  return Object.fromEntries(
    Object.entries(wrong).flatMap(([index, errors]) =>
      Object.entries(errors).map(([path, error]) => [`${index}.${path}`, error]),
    ),
  );
}
