import { randomUUID } from "node:crypto";
import type { ItemCheck } from "./checks/task-parts.ts";
import type { LogItem, Pool } from "./entities.ts";
import { ApiError, inappropriateStatus } from "./errors.ts";
import { isObject, objectOr } from "./json.ts";
import type { OperationResult } from "./operations.ts";
import { openAfterUpload } from "./pool-machine.ts";
import { poolOrTraining } from "./store.ts";
import type { Made, UploadKind } from "./upload-kinds.ts";
import type { World } from "./world.ts";

/** Query parameters of an upload. */
export type UploadFlags = { allowDefaults: boolean; skipInvalid: boolean; openPool: boolean };

/** One item of an upload with what the checks said. */
export type CheckedItem = { item: unknown; check: ItemCheck };

const MAX_INPUT_BYTES = 1_048_576;
const MAX_OUTPUT_BYTES = 4_194_304;

/** Compares every item with its pool. */
export function checkItems(
  kind: UploadKind,
  world: World,
  items: readonly unknown[],
  flags: UploadFlags,
): CheckedItem[] {
  return items.map((item) => ({ item, check: kind.check(world, item, flags.allowDefaults) }));
}

/**
 * Refuses a request whose values are too big together.
 * @throws ApiError 413
 */
export function demandSizes(kind: UploadKind, items: readonly unknown[]): void {
  let input = 0;
  let output = 0;
  for (const item of items) {
    for (const one of kind.tasksOf(item)) {
      const task = objectOr(one);
      input += bytesOf(task.input_values);
      output += bytesOf(task.known_solutions) + bytesOf(task.baseline_solutions);
    }
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
 * Refuses an upload to a pool that does not take it: archived or locked, full, or of another kind.
 * @throws ApiError 409
 */
export function demandUploadable(kind: UploadKind, world: World, items: readonly unknown[]): void {
  const added = new Map<Pool, number>();
  for (const item of items) {
    const pool = isObject(item) ? poolOrTraining(world.store, String(item.pool_id)) : undefined;
    if (pool !== undefined) added.set(pool, (added.get(pool) ?? 0) + 1);
  }
  for (const [pool, count] of added) {
    if (pool.status === "ARCHIVED" || pool.status === "LOCKED") {
      throw inappropriateStatus(["OPEN", "CLOSED"]);
    }
    const refusal = kind.refusal(world, pool, count);
    if (refusal !== undefined) throw refusal;
  }
}

/** Makes what a good item asks for; undefined for a bad one. */
export function addChecked(
  kind: UploadKind,
  world: World,
  { item, check }: CheckedItem,
  at: number,
): Made | undefined {
  return check.ok && isObject(item) ? kind.add(world, item, check, at) : undefined;
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
  kind: UploadKind,
  world: World,
  items: readonly unknown[],
  flags: UploadFlags,
  at: number,
): OperationResult {
  demandUploadable(kind, world, items);
  const checked = checkItems(kind, world, items, flags);
  const valid = checked.filter(({ check }) => check.ok).length;
  const creates = valid === items.length || flags.skipInvalid;
  const log = checked.flatMap((one) =>
    logItem(kind, one, creates ? addChecked(kind, world, one, at) : undefined),
  );
  if (flags.openPool && creates) log.push(...openPools(world, checked, at));
  const details = countersOf(items.length, valid, creates ? valid : 0);
  return { status: creates ? "SUCCESS" : "FAIL", details, log };
}

function logItem(kind: UploadKind, { item, check }: CheckedItem, made?: Made): LogItem[] {
  if (!check.ok) {
    const output = check.errors.map();
    return [{ type: `${kind.name}_VALIDATE`, success: false, input: item, output }];
  }
  if (made === undefined) return [];
  const output = { [kind.idName]: made.id };
  return [{ type: `${kind.name}_CREATE`, success: true, input: item, output }];
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
