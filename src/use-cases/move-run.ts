import type { RunEvent } from "../domain/event.ts";
import type { Run, Trouble } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { say } from "./say.ts";
import type { JobOutcome, RunChange, Store } from "./store-ports.ts";

/** Moves the run if nobody did meanwhile, with audit line and words for the thread. */
export const moveRun = async (
  deps: Deps,
  run: Run,
  change: RunChange,
  events: readonly RunEvent[],
  also: (store: Store) => Promise<void> = async () => {},
): Promise<Run | null> =>
  deps.database.transaction(async (store) => {
    const changed = await store.runs.change(
      run.id,
      { version: run.version, status: run.status },
      change,
    );
    if (changed === null) return null;
    await store.audit.write({
      actor: "lifeguard",
      action: "move",
      subject: run.id,
      before: run.status,
      after: changed.status,
    });
    await also(store);
    await say(store, run.id, ...events);
    return changed;
  });

/** Ends an opening that did not happen: the approval is used up, the thread is told why. */
export const notOpened = async (deps: Deps, run: Run, trouble: Trouble): Promise<JobOutcome> => {
  await moveRun(deps, run, { status: "ready", approval: null, openSentAt: null, trouble }, [
    { type: "not-opened", trouble },
  ]);
  return "done";
};
