/** Real time plus an offset that the control API moves. All in milliseconds since 1970. */
export type Clock = {
  now(): number;
  advance(ms: number): void;
  /** How far it is ahead of real time. */
  aheadMs(): number;
};

/** A clock that runs at real speed and can be moved forward. */
export function createClock(realNow: () => number = Date.now): Clock {
  let offsetMs = 0;
  return {
    now: () => realNow() + offsetMs,
    advance: (ms) => {
      offsetMs += ms;
    },
    aheadMs: () => offsetMs,
  };
}
