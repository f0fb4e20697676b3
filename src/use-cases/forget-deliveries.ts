import type { Deps } from "./deps.ts";

/** Deliveries are remembered this long: Slack repeats an event for minutes at most. Milliseconds. */
const rememberMs = 24 * 3_600_000;

/** How often old ones are forgotten, in milliseconds. */
const everyMs = 3_600_000;

const lastNote = "deliveries:forgotten";

/** Forgets what came in more than a day ago, once an hour. */
export const forgetDeliveries = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  const last = await deps.database.notes.read(lastNote);
  if (last !== null && now.getTime() - Date.parse(last) < everyMs) return;
  await deps.database.deliveries.forgetOlderThan(new Date(now.getTime() - rememberMs));
  await deps.database.notes.write(lastNote, now.toISOString());
};
