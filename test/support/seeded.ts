/** Random numbers that a seed repeats. */
export type Chance = {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number from 0 up to below `end`. */
  below(end: number): number;
};

/** The same numbers for the same seed (mulberry32). */
export const seeded = (seed: number): Chance => {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, below: (end) => Math.floor(next() * end) };
};

/** The seed of a fault run: FAULT_SEED, or a new one. */
export const faultSeed = (): number =>
  Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 1_000_000));

/** How many trials a run makes: its full number, times FAULT_SHARE (such as 0.1) for a shorter one. */
export const trials = (full: number): number =>
  Math.max(1, Math.round(full * Number(process.env.FAULT_SHARE ?? 1)));
