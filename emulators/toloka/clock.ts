/** How the virtual clock runs: frozen, or at a multiple of real time. */
type ClockState = { now: number; frozen: boolean; speed: number };

/** Virtual time in UTC milliseconds. Nothing happens by itself: `settle` carries out what is due. */
export type Clock = {
  now(): number;
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
};

type Planned = { at: number; realAt: number; order: number; action: (at: number) => void };

/** A virtual clock over `realNow` (default: the machine's); it starts at real time, speed 1. */
export function createClock(realNow: () => number = Date.now): Clock {
  let virtualBase = realNow();
  let realBase = virtualBase;
  let speed = 1;
  let frozen = false;
  let order = 0;
  let planned: Planned[] = [];

  function now(): number {
    return frozen ? virtualBase : Math.floor(virtualBase + (realNow() - realBase) * speed);
  }

  function rebase(): void {
    virtualBase = now();
    realBase = realNow();
  }

  function nextDue(): Planned | undefined {
    const virtualNow = now();
    const real = realNow();
    let first: Planned | undefined;
    for (const item of planned) {
      if (item.at > virtualNow && item.realAt > real) continue;
      if (
        first === undefined ||
        item.at < first.at ||
        (item.at === first.at && item.order < first.order)
      ) {
        first = item;
      }
    }
    return first;
  }

  function settle(): void {
    for (let due = nextDue(); due !== undefined; due = nextDue()) {
      const current = due;
      planned = planned.filter((item) => item !== current);
      current.action(Math.min(current.at, now()));
    }
  }

  return {
    now,
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
      order += 1;
      const realAt = realDelayMs === undefined ? Number.POSITIVE_INFINITY : realNow() + realDelayMs;
      planned.push({ at, realAt, order, action });
    },
  };
}
