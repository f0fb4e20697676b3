import type { Run } from "../domain/run.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";
import { type Waiting, waitAfter } from "./step-outcome.ts";

/** How the creation of one object stands after one look or one call. */
export type Creation<Made> =
  | { readonly kind: "made"; readonly object: Made }
  | Waiting
  | { readonly kind: "refused"; readonly error: TolokaError };

/** How often to look while an unanswered creation may still land, in milliseconds. */
const lookEveryMs = 2_000;

/** Margin for lists that show new objects late and for clocks that differ, in milliseconds. */
const lookBackMs = 5 * 60_000;

/** The calls of one kind of object. */
export type Maker<Made> = {
  readonly kind: "project" | "pool";
  readonly create: () => Promise<Made>;
  readonly findMarked: (createdAfter: Date) => Promise<Made | null>;
  readonly read: (id: string) => Promise<Made>;
};

/**
 * Creates an object of Toloka at most once. Creation has no idempotency key, so an unanswered call
 * is looked up by the run's marker, and repeated only when nothing was found for the whole quiet
 * period: "not found" proves nothing before that. The first creation is preceded by a look too: a database
 * that was set back to a copy does not know what the bot made since.
 */
export const createOnce = async <Made extends { readonly id: string }>(
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  maker: Maker<Made>,
): Promise<Creation<Made>> => {
  const { effects } = deps.database;
  const earlier = await effects.find(run.id, maker.kind, 0);
  if (earlier?.status === "done" && earlier.externalId !== null) {
    return { kind: "made", object: await maker.read(earlier.externalId) };
  }
  const skewMs = connection.now().getTime() - deps.clock.now().getTime();
  const since = earlier?.sentAt ?? run.createdAt;
  const found = await maker.findMarked(new Date(since.getTime() + skewMs - lookBackMs));
  if (found !== null) {
    if (earlier?.status !== "sent") await effects.begin(run.id, maker.kind, 0, run.id);
    await effects.finish(run.id, maker.kind, 0, found.id);
    return { kind: "made", object: found };
  }
  if (earlier?.status === "sent") {
    const waitedMs = deps.clock.now().getTime() - earlier.sentAt.getTime();
    if (waitedMs < deps.policy.quietPeriodMs) {
      return { kind: "wait", ms: Math.min(lookEveryMs, deps.policy.quietPeriodMs - waitedMs) };
    }
    await effects.fail(run.id, maker.kind, 0);
  }
  await effects.begin(run.id, maker.kind, 0, run.id);
  try {
    const made = await maker.create();
    await effects.finish(run.id, maker.kind, 0, made.id);
    return { kind: "made", object: made };
  } catch (error) {
    if (!(error instanceof TolokaError)) throw error;
    if (error.facts.outcome === "unknown") return { kind: "wait", ms: lookEveryMs };
    await effects.fail(run.id, maker.kind, 0);
    if (error.facts.retryable) return waitAfter(error, 60_000);
    return { kind: "refused", error };
  }
};
