import type { RunEvent } from "../domain/event.ts";
import type { Store } from "./store-ports.ts";

/** Records what a run's thread must be told and wakes the teller, inside the caller's transaction. */
export const say = async (
  store: Store,
  runId: string,
  ...events: readonly RunEvent[]
): Promise<void> => {
  for (const event of events) await store.events.append(runId, event);
  await store.jobs.send({ name: "tell-thread", runId });
};
