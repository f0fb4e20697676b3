import type { Deps } from "./deps.ts";

/** Work untouched for this long has lost its job, in milliseconds. */
const forgottenMs = 2 * 60_000;

/** Wakes runs and threads whose job got lost: a missed job delays, it never loses. */
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
    for (const run of forgotten) {
      await store.jobs.send({
        name: run.status === "preparing" ? "prepare-run" : "open-run",
        runId: run.id,
      });
    }
    for (const runId of untold) await store.jobs.send({ name: "tell-thread", runId });
  });
};
