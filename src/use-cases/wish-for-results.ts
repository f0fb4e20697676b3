import type { Environment } from "../domain/environment.ts";
import type { Deps } from "./deps.ts";
import type { Store } from "./store-ports.ts";

/** Has a run's results gathered, inside the caller's transaction: for a person, or after a closing (null). */
export const wishForResults = async (
  store: Store,
  runId: string,
  by: string | null,
): Promise<void> => {
  await store.results.wish(runId, by);
  await store.jobs.send({ name: "gather-results", runId });
};

/** Comes back to everybody who still waits for results in an environment, unless a job is on its way. */
export const returnToWishes = async (deps: Deps, environment: Environment): Promise<void> => {
  const wanted = await deps.database.results.wanted(environment);
  if (wanted.length === 0) return;
  await deps.database.transaction(async (store) => {
    const underWay = await store.jobs.underWay("gather-results");
    for (const runId of wanted) {
      if (!underWay.has(runId)) await store.jobs.send({ name: "gather-results", runId });
    }
  });
};
