import type { PartState } from "./memory.ts";

/** The time of a step. A simulated playing takes five seconds, whatever the length of what is not loaded. */
export const stepMs = 200;
const step = stepMs / 5_000;

/** How far a simulated player is after one step more. */
export const playerStep = (state: PartState, loop: boolean): PartState => {
  const at = Math.min(1, (state.played ?? 0) + step);
  const reached = Math.max(state.reached ?? 0, at > 0.999 ? 1 : at);
  if (at <= 0.999) return { played: at, reached };
  return loop ? { played: 0, reached } : { played: 1, reached, isPlaying: false };
};
