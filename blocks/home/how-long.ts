const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A length of time in one unit, cut down to whole ones: a Home is read long after it was painted. */
const coarse = (ms: number): string => {
  if (ms < hourMs) return "less than an hour";
  if (ms < 2 * dayMs) return `${Math.floor(ms / hourMs)} h`;
  return `${Math.floor(ms / dayMs)} days`;
};

/** `closes in 3 h`; `is past its closing time` when that is over by our clock. */
export const closesIn = (willExpire: Date, now: Date): string => {
  const leftMs = willExpire.getTime() - now.getTime();
  return leftMs < 0 ? "is past its closing time" : `closes in ${coarse(leftMs)}`;
};

/** `3 h ago`. */
export const howLongAgo = (then: Date, now: Date): string =>
  `${coarse(Math.max(0, now.getTime() - then.getTime()))} ago`;
