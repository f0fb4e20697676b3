import { differences } from "../domain/plan-hash.ts";
import type { Run } from "../domain/run.ts";
import type { Operation, Pool } from "../domain/toloka.ts";
import type { Deps } from "./deps.ts";
import { moveRun, notOpened } from "./move-run.ts";
import { openEffect } from "./open-effect.ts";
import type { TolokaConnection } from "./ports.ts";
import { readPlan } from "./read-plan.ts";
import type { JobOutcome } from "./store-ports.ts";
import { isMissing } from "./toloka-words.ts";

/** How often to look at an operation that has not ended, in milliseconds. */
const lookEveryMs = 1_000;

/** Toloka's clock and ours may differ by this much when a start is compared with the sending, in milliseconds. */
const startMarginMs = 5_000;

/** An opening that has not ended after this long needs a person, in milliseconds. */
const deadlineMs = 15 * 60_000;

/** The operation of our `open`: by its id, or looked up among those submitted since. */
const ourOperation = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  poolId: string,
  since: Date,
): Promise<Operation | null> => {
  const effect = await deps.database.effects.find(run.id, openEffect(run), 0);
  if (effect?.externalId != null) {
    try {
      return await connection.operation(effect.externalId);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  for await (const page of connection.operations({ type: "POOL.OPEN", submittedAfter: since })) {
    const ours = page.filter((operation) => String(operation.parameters.pool_id) === poolId).at(-1);
    if (ours !== undefined) return ours;
  }
  return null;
};

/** Whether the pool has run since our `open`: OPEN now, or started and already closed again. */
const hasStarted = (pool: Pool, since: Date): boolean =>
  pool.status === "OPEN" || (pool.lastStarted !== null && pool.lastStarted >= since);

/** Says that the pool is open, and closes it again when it is not what was approved. */
const opened = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  pool: Pool,
  operationId: string | null,
): Promise<JobOutcome> => {
  const facts = await readPlan(connection, pool.id);
  const startedAt = pool.lastStarted ?? connection.now();
  const changed = await moveRun(
    deps,
    run,
    {
      status: "open",
      openedAt: startedAt,
      closedAt: null,
      closeReason: null,
      pausedBy: null,
      trouble: null,
      willExpire: pool.willExpire,
    },
    [
      {
        type: "opened",
        at: startedAt.toISOString(),
        operationId,
        balanceMicros: facts.requester.balanceMicros,
      },
    ],
    async (store) => {
      await store.pools.save({
        environment: run.environment,
        poolId: pool.id,
        runId: run.id,
        status: "OPEN",
        closeReason: null,
        willExpire: pool.willExpire,
        lastStarted: startedAt,
        warnedMs: [],
      });
    },
  );
  if (changed === null || run.request === null) return "done";
  if (facts.pool.status !== "OPEN" || facts.plan.hash === run.request.plan.hash) return "done";
  await connection.closePool(pool.id);
  const trouble = {
    what: `The pool was changed in the moment of opening (${differences(run.request.plan, facts.plan).join(", ")}), so I closed it again.`,
    next: "Look at what changed on Toloka's page, then ask for the opening again.",
    code: "CHANGED_WHILE_OPENING",
    requestId: null,
  };
  await moveRun(deps, changed, { trouble }, [{ type: "needs-human", trouble }]);
  return "done";
};

/**
 * Settles an `open` that was sent: the thread is told only when the operation and the pool agree. An
 * unanswered call is looked up; it is repeated (with all checks again) only after the quiet period.
 */
export const confirmOpening = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  poolId: string,
): Promise<JobOutcome> => {
  const sentAt = run.openSentAt ?? run.updatedAt;
  const skewMs = connection.now().getTime() - deps.clock.now().getTime();
  const since = new Date(sentAt.getTime() + skewMs - startMarginMs);
  const operation = await ourOperation(deps, connection, run, poolId, since);
  const pool = await connection.pool(poolId);
  const running =
    operation !== null && operation.status !== "SUCCESS" && operation.status !== "FAIL";
  if (hasStarted(pool, since) && !running)
    return opened(deps, connection, run, pool, operation?.id ?? null);
  if (operation?.status === "FAIL") {
    const details = JSON.stringify(operation.details);
    return notOpened(deps, run, {
      what: `Toloka could not open the pool: operation ${operation.id} failed${details === "{}" ? "" : ` (${details.slice(0, 300)})`}.`,
      next: "Check the pool and the balance, then ask for the opening again.",
      code: "OPERATION_FAILED",
      requestId: null,
    });
  }
  const waitedMs = deps.clock.now().getTime() - sentAt.getTime();
  if (operation === null && waitedMs > deps.policy.quietPeriodMs) {
    await deps.database.effects.fail(run.id, openEffect(run), 0);
    await moveRun(deps, run, { status: "approved", openSentAt: null }, []);
    return { againAfterMs: 100 };
  }
  if (waitedMs > deadlineMs) {
    return notOpened(deps, run, {
      what: `Toloka has not finished opening the pool after ${Math.round(waitedMs / 60_000)} minutes (operation ${operation?.id ?? "unknown"}).`,
      next: "Look at the pool on Toloka's page. If it opens later, this thread is told.",
      code: "OPERATION_TIMEOUT",
      requestId: null,
    });
  }
  return { againAfterMs: lookEveryMs };
};
