import { type Answer, type Call, emptyBody, fateOf, notAnObject } from "./api.ts";
import { createFieldErrors } from "./checks/fields.ts";
import { ApiError, conflict, type FieldErrorMap, validationError } from "./errors.ts";
import { isObject } from "./json.ts";
import { formatOperation, startOperation } from "./operations.ts";
import { flagOf, uuidOf } from "./query.ts";
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
} from "./task-upload.ts";
import type { UploadKind } from "./upload-kinds.ts";

/**
 * One upload of tasks or suites: one object or an array, at once or as an operation (Toloka API,
 * tasks, creation).
 */
export function upload(kind: UploadKind, call: Call): Answer {
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
  if (!asynchronous && items.length > kind.maxSync) throw tooLarge();
  demandSizes(kind, items);
  if (asynchronous) return startBatch(kind, call, items, flags, operationId);
  return Array.isArray(body)
    ? createMany(kind, call, items, flags)
    : createOne(kind, call, body, flags);
}

/** The client's operation id makes the request repeatable: a second one is refused. */
function startBatch(
  kind: UploadKind,
  call: Call,
  items: readonly unknown[],
  flags: UploadFlags,
  operationId: string | undefined,
): Answer {
  const { world } = call;
  if (operationId !== undefined && world.store.operations.has(operationId.toLowerCase())) {
    throw conflict("OPERATION_ALREADY_EXISTS");
  }
  demandUploadable(kind, world, items);
  const operation = startOperation(
    world,
    {
      type: `${kind.name}.BATCH_CREATE`,
      parameters: {
        open_pool: flags.openPool,
        allow_defaults: flags.allowDefaults,
        skip_invalid_items: flags.skipInvalid,
      },
      failDetails: countersOf(items.length, items.length, 0),
      run(at) {
        try {
          return runBatch(kind, world, items, flags, at);
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          return { status: "FAIL", details: countersOf(items.length, items.length, 0) };
        }
      },
    },
    fateOf(call, operationId),
  );
  return {
    status: world.settings.asyncCreateStatus,
    body: formatOperation(operation, world.clock.now()),
  };
}

function createOne(kind: UploadKind, { world }: Call, item: unknown, flags: UploadFlags): Answer {
  const at = world.clock.now();
  const [checked] = checkItems(kind, world, [item], flags);
  if (checked?.check.ok === false) throw validationError(checked.check.errors.map());
  demandUploadable(kind, world, [item]);
  const made = checked === undefined ? undefined : addChecked(kind, world, checked, at);
  if (checked === undefined || made === undefined) throw notAnObject();
  if (flags.openPool) openPools(world, [checked], at);
  return { status: 201, body: made.format() };
}

/** Things made and errors by their index in the request; without skipping, one error stops all. */
function createMany(
  kind: UploadKind,
  { world }: Call,
  items: readonly unknown[],
  flags: UploadFlags,
): Answer {
  const at = world.clock.now();
  const checked = checkItems(kind, world, items, flags);
  const wrong: { [index: string]: FieldErrorMap } = {};
  for (const [index, { check }] of checked.entries()) {
    if (!check.ok) wrong[String(index)] = check.errors.map();
  }
  if (Object.keys(wrong).length > 0 && !flags.skipInvalid) throw validationError(flattened(wrong));
  demandUploadable(kind, world, items);
  const made: { [index: string]: unknown } = {};
  for (const [index, one] of checked.entries()) {
    const thing = addChecked(kind, world, one, at);
    if (thing !== undefined) made[String(index)] = thing.format();
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
