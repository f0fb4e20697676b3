/** What the watcher knows about a pool's closing time. All in milliseconds. */
export type ExpiryFacts = {
  readonly willExpire: Date;
  readonly now: Date;
  /** Time left at which a thread is warned, in any order. */
  readonly levelsMs: readonly number[];
  /** Levels already told for this `willExpire`; the caller empties it when the closing time moves. */
  readonly warnedMs: readonly number[];
};

/**
 * The level to warn of now, or null. Of several due levels only the tightest is told, so a pool made with
 * three hours left is warned once, at the level of four. Nothing is told once the time is over.
 */
export const dueWarning = ({ willExpire, now, levelsMs, warnedMs }: ExpiryFacts): number | null => {
  const leftMs = willExpire.getTime() - now.getTime();
  const due = levelsMs.filter((level) => leftMs <= level);
  if (leftMs <= 0 || due.length === 0) return null;
  const tightest = Math.min(...due);
  // A tighter level that was told covers this one, also when the clock was set back.
  return warnedMs.some((told) => told <= tightest) ? null : tightest;
};

/** The levels that count as told after a warning: the told one and all wider ones. Tightest first. */
export const warnedAfter = (
  level: number,
  { levelsMs, warnedMs }: Pick<ExpiryFacts, "levelsMs" | "warnedMs">,
): readonly number[] =>
  [...new Set([...warnedMs, ...levelsMs.filter((other) => other >= level), level])].toSorted(
    (a, b) => a - b,
  );
