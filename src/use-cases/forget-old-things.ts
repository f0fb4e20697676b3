import type { Deps } from "./deps.ts";

/**
 * Deliveries are remembered this long, since Slack repeats an event for minutes at most; answers that a crash
 * left over, too. Milliseconds.
 */
const rememberMs = 24 * 3_600_000;

/** How often old ones are forgotten, in milliseconds. */
const everyMs = 3_600_000;

const lastNote = "deliveries:forgotten";

/** Forgets what came in more than a day ago, and answers that no message waits for any more, once an hour. */
export const forgetOldThings = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  const last = await deps.database.notes.read(lastNote);
  if (last !== null && now.getTime() - Date.parse(last) < everyMs) return;
  const before = new Date(now.getTime() - rememberMs);
  await deps.database.deliveries.forgetOlderThan(before);
  await deps.database.results.forgetOlderThan(before);
  await deps.database.notes.write(lastNote, now.toISOString());
};
