import { createDueQueue } from "./due-queue.ts";

/** How the virtual clock runs: frozen, or at a multiple of real time. */
type ClockState = { now: number; frozen: boolean; speed: number };

/** Virtual time in UTC milliseconds. Nothing happens by itself: `settle` carries out what is due. */
export type Clock = {
  now(): number;
  /** Real time in UTC milliseconds. */
  real(): number;
  state(): ClockState;
  /** Jumps forward, carrying out on the way what falls due, each thing at its own moment. */
  advance(ms: number): void;
  freeze(): void;
  run(speed: number): void;
  /**
   * Plans `action` for the virtual moment `at`. With `realDelayMs` it also falls due after that
   * much real time, so that operations end while the clock is frozen.
   */
  schedule(at: number, action: (at: number) => void, realDelayMs?: number): void;
  /** Carries out everything that is due, in order of time. */
  settle(): void;
  /** Goes on from another state with nothing planned. */
  restore(state: ClockState): void;
};

/** A virtual clock over `realNow` (default: the machine's); it starts at real time, speed 1. */
export function createClock(realNow: () => number = Date.now): Clock {
  let virtualBase = realNow();
  let realBase = virtualBase;
  let speed = 1;
  let frozen = false;
  const queue = createDueQueue();

  function now(): number {
    return frozen ? virtualBase : Math.floor(virtualBase + (realNow() - realBase) * speed);
  }

  function rebase(): void {
    virtualBase = now();
    realBase = realNow();
  }

  function settle(): void {
    for (let due = queue.take(now(), realNow()); due !== undefined; ) {
      due.action(Math.min(due.at, now()));
      due = queue.take(now(), realNow());
    }
  }

  return {
    now,
    real: realNow,
    settle,
    state: () => ({ now: now(), frozen, speed }),
    advance(ms) {
      settle();
      rebase();
      virtualBase += ms;
      settle();
    },
    freeze() {
      rebase();
      frozen = true;
    },
    run(newSpeed) {
      rebase();
      frozen = false;
      speed = newSpeed;
    },
    schedule(at, action, realDelayMs) {
      queue.add(at, action, realDelayMs === undefined ? undefined : realNow() + realDelayMs);
    },
    restore(state) {
      queue.clear();
      virtualBase = state.now;
      realBase = realNow();
      ({ speed, frozen } = state);
    },
  };
}
