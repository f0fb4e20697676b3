import type { Answer } from "../domain/answer.ts";
import { mayRequest } from "../domain/approval.ts";
import type { Environment } from "../domain/environment.ts";
import type { Refusal } from "../domain/refusal.ts";
import { type Run, type RunStatus, restingStatuses } from "../domain/run.ts";
import { blankRun } from "./blank-run.ts";
import type { Deps } from "./deps.ts";
import { adoption, runIdFor } from "./keys.ts";
import type { Person } from "./ports.ts";
import { noRoomLeft } from "./room-left.ts";
import type { Store } from "./store-ports.ts";
import { connectionFor, poolRefusalOf } from "./toloka-words.ts";

/** Who asks for what, where, and what makes this asking unique. */
export type OpeningAsk = {
  readonly environment: Environment;
  readonly poolId: string;
  readonly person: Person;
  readonly channelId: string;
  readonly teamId: string;
  /** Slack's trigger id: the same click or command delivered twice asks once. */
  readonly occasion: string;
};

/** Why a run cannot be asked for now; null when it can. */
const busy = (run: Run, understood: string): Refusal | null => {
  if (restingStatuses.includes(run.status) && run.poolId !== null) return null;
  const wrong: { readonly [Status in RunStatus]?: string } = {
    draft: "The run is still a draft.",
    preparing: "The run is still being prepared.",
    requested: "Approval is already being asked for.",
    approved: "It is approved and about to open.",
    opening: "It is opening right now.",
    open: "The pool is already open.",
  };
  return {
    understood,
    wrong: wrong[run.status] ?? `The run is ${run.status}.`,
    next: "Look at its card: the buttons there show what can be done now.",
    suggestion: run.poolId === null ? null : `/toloka status ${run.poolId}`,
  };
};

/** Moves an existing run into preparing-to-ask, or starts one for a pool made elsewhere. */
const enter = async (
  store: Store,
  ask: OpeningAsk,
  existing: Run | null,
  now: Date,
): Promise<Run | null> => {
  const change = {
    status: "preparing",
    step: "verify",
    requestWhenReady: true,
    trouble: null,
  } as const;
  if (existing !== null) {
    const editorIds = [...existing.editorIds.filter((id) => id !== ask.person.id), ask.person.id];
    return store.runs.change(
      existing.id,
      { version: existing.version },
      { ...change, checkId: null, editorIds },
    );
  }
  const run: Run = {
    ...blankRun({
      id: runIdFor(ask.teamId, adoption(ask.environment, ask.poolId)),
      kind: "adopted",
      environment: ask.environment,
      ownerId: ask.person.id,
      channelId: ask.channelId,
      page: "review",
      now,
    }),
    ...change,
    poolId: ask.poolId,
  };
  return (await store.runs.insert(run)) ? run : null;
};

/**
 * Asks for a pool to be opened. Nothing opens here: the run is read back and checked by a job, which
 * then posts the request with its price and buttons, or says what stands in the way.
 */
export const requestOpening = async (deps: Deps, ask: OpeningAsk): Promise<Answer> => {
  const { environment, poolId } = ask;
  const understood = `Open pool ${poolId} (${environment})`;
  const refused = (refusal: Refusal, requestId: string | null = null): Answer => ({
    type: "refused",
    environment,
    refusal,
    requestId,
  });
  const found = connectionFor(deps, environment, understood);
  if ("refusal" in found) return refused(found.refusal);
  const policy = deps.policy.environments[environment];
  const right = mayRequest({ person: ask.person, policy, environment });
  if (right.kind === "refused") return refused({ ...right.refusal, understood });
  const full = await noRoomLeft(deps, understood);
  if (full !== null) return refused(full);
  const existing = await deps.database.runs.findByPool(environment, poolId);
  if (existing !== null) {
    const refusal = busy(existing, understood);
    if (refusal !== null) return refused(refusal);
  }
  let poolName: string;
  try {
    const pool = await found.connection.pool(poolId);
    poolName = pool.privateName;
    if (pool.status === "OPEN") {
      return refused({
        understood,
        wrong: `Pool "${pool.privateName}" is already open.`,
        next: "Nothing to do. Its status shows how long it still runs.",
        suggestion: `/toloka status ${poolId}`,
      });
    }
  } catch (error) {
    const { refusal, requestId } = poolRefusalOf(understood, { environment, poolId }, error);
    return refused(refusal, requestId);
  }
  const entered = await deps.database.transaction(async (store) => {
    const run = await enter(store, ask, existing, deps.clock.now());
    if (run === null) return null;
    await store.audit.write({
      actor: ask.person.id,
      action: "ask-opening",
      subject: run.id,
      before: existing?.status ?? null,
      after: run.status,
    });
    await store.jobs.send({ name: "prepare-run", runId: run.id });
    return run;
  });
  if (entered === null) {
    return refused({
      understood,
      wrong: "Somebody else changed this run at the same moment.",
      next: "Look at its card, then ask again if it is still needed.",
      suggestion: `/toloka status ${poolId}`,
    });
  }
  return {
    type: "requesting",
    environment,
    poolId,
    poolName,
    approvers: policy?.approvers ?? "anyone",
  };
};
