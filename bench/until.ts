import { setTimeout as sleep } from "node:timers/promises";

/** How often the screen is looked at, in milliseconds. */
const lookMs = 50;

/** The longest wait for a change on the screen, in milliseconds. */
const patienceMs = 120_000;

/** Looks until there is what is waited for. Throws, with what was seen last, when it does not come. */
export const until = async (
  what: string,
  look: () => Promise<string>,
  wanted: (seen: string) => boolean,
): Promise<void> => {
  const endMs = performance.now() + patienceMs;
  let seen = "";
  while (performance.now() < endMs) {
    seen = await look();
    if (wanted(seen)) return;
    await sleep(lookMs);
  }
  throw new Error(`waited ${patienceMs / 1_000} s for ${what}; the screen shows:\n${seen}`);
};
