import type { Store } from "./store-ports.ts";

/** Under this name stands when a watch was asked for that has not begun; empty once it has. */
const waitingNote = "watch:waiting";

/** A waiting watch that has not begun after this long is taken for lost, in milliseconds. */
const lostMs = 10 * 60_000;

/**
 * Asks for a watch unless one is waiting already: watches that take longer than the schedule's pause do
 * not pile up. Answers whether it was asked for.
 */
export const askForWatch = async (store: Store): Promise<boolean> => {
  const waiting = await store.notes.read(waitingNote);
  const isWaiting = waiting !== null && waiting !== "" && Date.now() - Date.parse(waiting) < lostMs;
  if (isWaiting) return false;
  await store.notes.write(waitingNote, new Date().toISOString());
  await store.jobs.send({ name: "watch" });
  return true;
};

/** Says that the watch which was asked for begins. */
export const beginWatch = (store: Store): Promise<void> => store.notes.write(waitingNote, "");
