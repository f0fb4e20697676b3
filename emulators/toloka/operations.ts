import { randomUUID } from "node:crypto";
import { wake } from "./crowd/wake.ts";
import { formatDate } from "./dates.ts";
import type { LogItem, Operation } from "./entities.ts";
import type { JsonObject } from "./json.ts";
import type { World } from "./world.ts";

/** How an operation ended. */
export type OperationResult = {
  status: "SUCCESS" | "FAIL";
  details?: JsonObject;
  log?: LogItem[];
};

/** What an operation will do at its end. */
export type OperationPlan = {
  type: string;
  parameters: JsonObject;
  /** Id of the pool or project held until the end, as `pool:1`. */
  lock?: string;
  run(at: number): OperationResult;
  /** Details of an operation that a fault makes fail; default: a code and a message. */
  failDetails?: JsonObject;
};

/** Chosen for an operation by its request: its id, and the code of a planned failure. */
export type OperationFate = { id?: string; failCode?: string };

/**
 * Accepts an operation: PENDING, RUNNING after a third of the delay, then its end. With no delay
 * it has ended when this returns.
 */
export function startOperation(world: World, plan: OperationPlan, fate: OperationFate): Operation {
  const { clock, settings, store } = world;
  const submitted = clock.now();
  const delay = settings.operationDelayMs;
  const operation: Operation = {
    id: fate.id ?? randomUUID(),
    type: plan.type,
    status: "PENDING",
    submitted,
    startsAt: submitted + Math.floor(delay / 3),
    finishesAt: submitted + delay,
    parameters: plan.parameters,
    log: [],
  };
  store.operations.set(operation.id.toLowerCase(), operation);
  const { lock } = plan;
  if (lock !== undefined) store.locks.set(lock, operation.id);
  clock.schedule(
    operation.startsAt,
    (at) => {
      operation.status = "RUNNING";
      operation.startsAt = at;
    },
    Math.floor(delay / 3),
  );
  clock.schedule(
    operation.finishesAt,
    (at) => {
      const result = fate.failCode === undefined ? plan.run(at) : failed(plan, fate.failCode);
      operation.status = result.status;
      operation.finishesAt = at;
      if (result.details !== undefined) operation.details = result.details;
      operation.log = result.log ?? [];
      if (lock !== undefined) store.locks.delete(lock);
      wake(world, at);
    },
    delay,
  );
  clock.settle();
  return operation;
}

function failed(plan: OperationPlan, code: string): OperationResult {
  const details = plan.failDetails ?? { code, message: "Operation failed" };
  return { status: "FAIL", details };
}

/** The wire form of an operation as it stands at `now`. */
export function formatOperation(operation: Operation, now: number): JsonObject {
  const { status, submitted, finishesAt } = operation;
  const ended = status === "SUCCESS" || status === "FAIL";
  const total = Math.max(1, finishesAt - submitted);
  const share = Math.min(99, Math.max(0, Math.floor(((now - submitted) / total) * 100)));
  return {
    id: operation.id,
    type: operation.type,
    status,
    submitted: formatDate(submitted),
    ...(status === "PENDING" ? {} : { started: formatDate(operation.startsAt) }),
    ...(ended ? { finished: formatDate(finishesAt) } : {}),
    progress: ended ? 100 : share,
    parameters: operation.parameters,
    ...(operation.details === undefined ? {} : { details: operation.details }),
  };
}
