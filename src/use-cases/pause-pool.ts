import type { Answer } from "../domain/answer.ts";
import type { Environment } from "../domain/environment.ts";
import type { Run } from "../domain/run.ts";
import { blankRun } from "./blank-run.ts";
import type { Deps } from "./deps.ts";
import { adoption, runIdFor } from "./keys.ts";
import type { Person } from "./ports.ts";
import { say } from "./say.ts";
import { connectionFor, poolRefusalOf } from "./toloka-words.ts";

/** Who wants which pool closed now, and where it was said. */
export type PauseAsk = {
  readonly environment: Environment;
  readonly poolId: string;
  readonly person: Person;
  readonly channelId: string;
  readonly teamId: string;
  readonly occasion: string;
  /** The reason, for the thread; null when none was given. */
  readonly why: string | null;
};

/**
 * Closes an open pool. The brake is free: every member may, no approval is asked for. A pool made
 * elsewhere gets a run, so that its closing is told in a thread too.
 */
export const pausePool = async (deps: Deps, ask: PauseAsk): Promise<Answer> => {
  const { environment, poolId } = ask;
  const understood = `Pause pool ${poolId} (${environment})`;
  const found = connectionFor(deps, environment, understood);
  if ("refusal" in found)
    return { type: "refused", environment, refusal: found.refusal, requestId: null };
  const existing = await deps.database.runs.findByPool(environment, poolId);
  let name = existing?.poolName ?? "";
  let adopted: Run | null = null;
  if (existing === null || existing.status !== "open") {
    try {
      const pool = await found.connection.pool(poolId);
      name = pool.privateName;
      if (pool.status !== "OPEN") {
        return {
          type: "refused",
          environment,
          refusal: {
            understood,
            wrong: `Pool "${name}" is not open: its status is ${pool.status}.`,
            next: "Nothing to pause.",
            suggestion: `/toloka status ${poolId}`,
          },
          requestId: null,
        };
      }
      adopted = {
        ...blankRun({
          id: runIdFor(ask.teamId, adoption(environment, poolId)),
          kind: "adopted",
          environment,
          ownerId: ask.person.id,
          channelId: ask.channelId,
          page: "review",
          now: deps.clock.now(),
        }),
        status: "open",
        poolId,
        poolName: name,
        projectId: pool.projectId,
        willExpire: pool.willExpire,
        openedAt: pool.lastStarted,
      };
    } catch (error) {
      return { type: "refused", environment, ...poolRefusalOf(understood, ask, error) };
    }
  }
  await deps.database.transaction(async (store) => {
    const runId = existing?.id ?? adopted?.id;
    if (runId === undefined) throw new Error("nothing to pause");
    if (existing === null && adopted !== null) await store.runs.insert(adopted);
    await store.audit.write({
      actor: ask.person.id,
      action: "pause",
      subject: runId,
      before: existing?.status ?? "open",
      after: "closing",
    });
    await store.runs.change(runId, {}, { pausedBy: ask.person.id });
    await say(store, runId, { type: "pausing", by: ask.person.id, why: ask.why });
    await store.jobs.send({ name: "close-pool", environment, poolId, runId });
  });
  return { type: "pausing", environment, poolId, poolName: name };
};
