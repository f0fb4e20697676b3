import type { Deps } from "./deps.ts";

/** Work untouched for this long has lost its job, in milliseconds. */
const forgottenMs = 2 * 60_000;

/**
 * Wakes runs and threads whose job got lost: a missed job delays, it never loses. Where a job waits or runs
 * none is added, so that an outage of hours does not pile them up.
 */
export const wakeForgotten = async (deps: Deps): Promise<void> => {
  const { database } = deps;
  const before = deps.clock.now().getTime() - forgottenMs;
  const waiting = await database.runs.list({
    statuses: ["preparing", "approved", "opening"],
    limit: 500,
  });
  const forgotten = waiting.filter((run) => run.updatedAt.getTime() < before);
  const untold = await database.events.overdue(forgottenMs);
  if (forgotten.length === 0 && untold.length === 0) return;
  await database.transaction(async (store) => {
    const underWay = {
      "prepare-run": await store.jobs.underWay("prepare-run"),
      "open-run": await store.jobs.underWay("open-run"),
      "tell-thread": await store.jobs.underWay("tell-thread"),
    };
    for (const run of forgotten) {
      const name = run.status === "preparing" ? "prepare-run" : "open-run";
      if (!underWay[name].has(run.id)) await store.jobs.send({ name, runId: run.id });
    }
    for (const runId of untold) {
      if (!underWay["tell-thread"].has(runId)) {
        await store.jobs.send({ name: "tell-thread", runId });
      }
    }
  });
};
