import type { Run } from "../domain/run.ts";
import type { Clock } from "./ports.ts";
import type { Database, Store } from "./store-ports.ts";

/** A Home that nobody has opened for this long is not published any more. Milliseconds. */
export const homeLivesMs = 30 * 86_400_000;

/** Whose Home shows a change of this run; null = everybody's. A draft is nobody else's business. */
const audienceOf = (run: Run): readonly string[] | null =>
  run.status === "draft" || run.status === "preparing"
    ? [...new Set([run.ownerId, ...run.editorIds])]
    : null;

/** A store that has Homes painted anew, in the same transaction as the change that they show. */
const overStore = (store: Store, clock: Clock): Store => {
  const note = async (run: Run): Promise<void> => {
    const since = new Date(clock.now().getTime() - homeLivesMs);
    if (!(await store.homes.isAnyOpenedSince(since))) return;
    await store.jobs.send({ name: "refresh-homes", userIds: audienceOf(run) });
  };
  return {
    ...store,
    runs: {
      ...store.runs,
      insert: async (run) => {
        const isNew = await store.runs.insert(run);
        if (isNew) await note(run);
        return isNew;
      },
      change: async (id, expected, change) => {
        const run = await store.runs.change(id, expected, change);
        if (run !== null) await note(run);
        return run;
      },
    },
    cards: {
      place: async (runId, ts) => {
        await store.cards.place(runId, ts);
        const run = await store.runs.find(runId);
        if (run !== null) await note(run);
      },
    },
  };
};

/** The database, with every change of a run sent on to the Homes that show it: no use case can forget it. */
export const keepHomesCurrent = (database: Database, clock: Clock): Database => ({
  ...database,
  ...overStore(database, clock),
  transaction: (work) => database.transaction((store) => work(overStore(store, clock))),
  within: database.within,
});
