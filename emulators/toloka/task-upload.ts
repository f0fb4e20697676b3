import { randomUUID } from "node:crypto";
import { checkTask, type TaskCheck } from "./checks/task.ts";
import type { LogItem, Pool, Task } from "./entities.ts";
import { ApiError, conflict, inappropriateStatus } from "./errors.ts";
import { storedTask } from "./formats.ts";
import { isObject, objectOr } from "./json.ts";
import type { OperationResult } from "./operations.ts";
import { openAfterUpload } from "./pool-machine.ts";
import type { World } from "./world.ts";

/** Query parameters of an upload. */
export type UploadFlags = { allowDefaults: boolean; skipInvalid: boolean; openPool: boolean };

/** One item of an upload with what the checks said. */
export type CheckedItem = { item: unknown; check: TaskCheck };

const MAX_INPUT_BYTES = 1_048_576;
const MAX_OUTPUT_BYTES = 4_194_304;

/** Compares every item with its pool. */
export function checkItems(
  world: World,
  items: readonly unknown[],
  flags: UploadFlags,
): CheckedItem[] {
  const findPool = (id: string): Pool | undefined => world.store.pools.get(id);
  return items.map((item) => ({ item, check: checkTask(item, findPool, flags.allowDefaults) }));
}

/**
 * Refuses a request whose values are too big together.
 * @throws ApiError 413
 */
export function demandSizes(items: readonly unknown[]): void {
  let input = 0;
  let output = 0;
  for (const item of items) {
    const task = objectOr(item);
    input += bytesOf(task.input_values);
    output += bytesOf(task.known_solutions) + bytesOf(task.baseline_solutions);
  }
  if (input > MAX_INPUT_BYTES || output > MAX_OUTPUT_BYTES) throw tooLarge();
}

/** 413 for too many items or bytes. */
export function tooLarge(): ApiError {
  return new ApiError(413, "ENTITY_TOO_LARGE", "Request entity is too large");
}

function bytesOf(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

/**
 * Refuses an upload to a pool that takes no tasks: archived or locked, without smart mixing, full.
 * @throws ApiError 409
 */
export function demandUploadable(world: World, items: readonly unknown[]): void {
  const added = new Map<Pool, number>();
  for (const item of items) {
    const pool = isObject(item) ? world.store.pools.get(String(item.pool_id)) : undefined;
    if (pool !== undefined) added.set(pool, (added.get(pool) ?? 0) + 1);
  }
  for (const [pool, count] of added) {
    if (pool.status === "ARCHIVED" || pool.status === "LOCKED") {
      throw inappropriateStatus(["OPEN", "CLOSED"]);
    }
    if (!isObject(pool.body.mixer_config)) throw conflict("MIXER_CONFIG_REQUIRED");
    if (pool.tasks.length + count > world.settings.maxTasksPerPool) {
      throw conflict("POOL_TASKS_COUNT_EXCEEDED");
    }
  }
}

/** Makes the task of a good item; undefined for a bad one. */
export function addChecked(world: World, { item, check }: CheckedItem, at: number) {
  if (!check.ok || !isObject(item)) return undefined;
  return world.store.addTask(check.pool, at, storedTask(item), check.overlap);
}

/** Opens the pools of an upload that are closed; one refusal as log item per pool not opened. */
export function openPools(world: World, checked: readonly CheckedItem[], at: number): LogItem[] {
  const pools = new Set(checked.flatMap(({ check }) => (check.ok ? [check.pool] : [])));
  const refusals: LogItem[] = [];
  for (const pool of pools) {
    try {
      openAfterUpload(world, pool, at);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const { code, message } = error;
      refusals.push({
        type: "POOL_OPEN",
        success: false,
        input: { pool_id: Number(pool.id) },
        output: { code, message, request_id: `ao_${randomUUID()}` },
      });
    }
  }
  return refusals;
}

/** Carries out an asynchronous upload: all or nothing, unless bad items are to be skipped. */
export function runBatch(
  world: World,
  items: readonly unknown[],
  flags: UploadFlags,
  at: number,
): OperationResult {
  demandUploadable(world, items);
  const checked = checkItems(world, items, flags);
  const valid = checked.filter(({ check }) => check.ok).length;
  const creates = valid === items.length || flags.skipInvalid;
  const log = checked.flatMap((one) =>
    logItem(one, creates ? addChecked(world, one, at) : undefined),
  );
  if (flags.openPool && creates) log.push(...openPools(world, checked, at));
  const details = countersOf(items.length, valid, creates ? valid : 0);
  return { status: creates ? "SUCCESS" : "FAIL", details, log };
}

function logItem({ item, check }: CheckedItem, task: Task | undefined): LogItem[] {
  if (!check.ok) {
    return [{ type: "TASK_VALIDATE", success: false, input: item, output: check.errors.map() }];
  }
  if (task === undefined) return [];
  return [{ type: "TASK_CREATE", success: true, input: item, output: { task_id: task.id } }];
}

/** The five counters of a batch. */
export function countersOf(total: number, valid: number, created: number) {
  return {
    total_count: total,
    valid_count: valid,
    not_valid_count: total - valid,
    success_count: created,
    failed_count: total - created,
  };
}
