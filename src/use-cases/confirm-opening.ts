import type { RunEvent } from "../domain/event.ts";
import { differences } from "../domain/plan-hash.ts";
import type { Run, Trouble } from "../domain/run.ts";
import type { Operation, Pool } from "../domain/toloka.ts";
import type { Deps } from "./deps.ts";
import { moveRun, notOpened } from "./move-run.ts";
import { openEffect } from "./open-effect.ts";
import { isStuck } from "./outage.ts";
import type { TolokaConnection } from "./ports.ts";
import { type PoolFacts, readPlan } from "./read-plan.ts";
import type { JobOutcome } from "./store-ports.ts";
import { isMissing } from "./toloka-words.ts";

/** How often to look at an operation that has not ended, in milliseconds. */
const lookEveryMs = 1_000;

/** Toloka's clock and ours may differ by this much when a start is compared with the sending, in milliseconds. */
const startMarginMs = 5_000;

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

/** What is wrong with an opened pool that is not what was approved; null when it is. */
const changedWhileOpening = (run: Run, facts: PoolFacts): Trouble | null => {
  const approved = run.request?.plan;
  if (approved === undefined || facts.pool.status !== "OPEN" || facts.plan.hash === approved.hash) {
    return null;
  }
  const differing = differences(approved, facts.plan).join(", ");
  return {
    what: `The pool was changed in the moment of opening (${differing}), so I close it again.`,
    next: "Look at what changed on Toloka's page, then ask for the opening again.",
    code: "CHANGED_WHILE_OPENING",
    requestId: null,
  };
};

/**
 * Says that the pool is open. When it is not what was approved, its closing is ordered in the same
 * transaction, so that no crash can leave it open.
 */
const opened = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  pool: Pool,
  operationId: string | null,
): Promise<JobOutcome> => {
  const facts = await readPlan(connection, pool.id);
  const startedAt = pool.lastStarted ?? connection.now();
  const trouble = changedWhileOpening(run, facts);
  const told: RunEvent = {
    type: "opened",
    at: startedAt.toISOString(),
    operationId,
    balanceMicros: facts.requester.balanceMicros,
  };
  await moveRun(
    deps,
    run,
    {
      status: "open",
      openedAt: startedAt,
      closedAt: null,
      closeReason: null,
      pausedBy: null,
      trouble,
      willExpire: pool.willExpire,
    },
    trouble === null ? [told] : [told, { type: "needs-human", trouble }],
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
      if (trouble === null) return;
      await store.jobs.send({
        name: "close-pool",
        environment: run.environment,
        poolId: pool.id,
        runId: run.id,
      });
    },
  );
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
  if (await isStuck(deps, run)) {
    return notOpened(deps, run, {
      what: `Toloka has not finished opening the pool after ${Math.round(waitedMs / 60_000)} minutes (operation ${operation?.id ?? "unknown"}).`,
      next: "Look at the pool on Toloka's page. If it opens later, this thread is told.",
      code: "OPERATION_TIMEOUT",
      requestId: null,
    });
  }
  return { againAfterMs: lookEveryMs };
};
