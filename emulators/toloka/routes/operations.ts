import type { Answer, Call, Route } from "../api.ts";
import { createFieldErrors } from "../checks/fields.ts";
import { OPERATION_STATUSES, type Operation } from "../entities.ts";
import { conflict, doesNotExist } from "../errors.ts";
import { formatOperation } from "../operations.ts";
import { type Listing, pageOf } from "../pages.ts";
import { oneOfQuery } from "../query.ts";

const PATH = "/api/v1/operations";
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** Asynchronous operations (Toloka API, operations). */
export const operationRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listOperations },
  { method: "GET", path: `${PATH}/:id`, handle: getOperation },
  { method: "GET", path: `${PATH}/:id/log`, handle: getLog },
];

const LISTING: Listing<Operation> = {
  ids: "text",
  ascending: false,
  ranges: ["id", "submitted", "finished"],
  sorts: ["id", "submitted", "finished"],
  keyOf(operation, field) {
    if (field === "id") return operation.id;
    if (field === "submitted") return operation.submitted;
    return isEnded(operation) ? operation.finishesAt : undefined;
  },
};

function listOperations({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const status = oneOfQuery(query, "status", OPERATION_STATUSES, errors);
  const type = query.get("type") ?? undefined;
  const page = pageOf(
    [...world.store.operations.values()],
    query,
    LISTING,
    (operation) =>
      (status === undefined || operation.status === status) &&
      (type === undefined || operation.type === type),
    errors,
  );
  const now = world.clock.now();
  const items = page.items.map((operation) => formatOperation(operation, now));
  return { status: 200, body: { items, has_more: page.hasMore } };
}

function getOperation(call: Call): Answer {
  return { status: 200, body: formatOperation(findOperation(call), call.world.clock.now()) };
}

/** Logs are kept for a month. */
function getLog(call: Call): Answer {
  const operation = findOperation(call);
  if (isEnded(operation) && call.world.clock.now() - operation.finishesAt > MONTH_MS) {
    throw conflict("OPERATION_LOGS_ARCHIVED");
  }
  return { status: 200, body: operation.log };
}

function isEnded(operation: Operation): boolean {
  return operation.status === "SUCCESS" || operation.status === "FAIL";
}

function findOperation({ world, id }: Call): Operation {
  const operation = world.store.operations.get(id.toLowerCase());
  if (operation === undefined) throw doesNotExist();
  return operation;
}
