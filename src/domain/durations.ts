const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** The longest duration that is read: one year, in milliseconds. */
const longestMs = 366 * unitMs.d;

const isUnit = (text: string): text is keyof typeof unitMs => Object.hasOwn(unitMs, text);

/**
 * Reads a whole number with a unit (`120s`, `90m`, `24h`, `2d`, `1w`) into milliseconds; null for
 * anything else, for zero, and for more than a year.
 */
export const parseDuration = (text: string): number | null => {
  const [, count = "", unit = ""] = /^(\d{1,8})\s*([a-z])$/iu.exec(text.trim()) ?? [];
  const key = unit.toLowerCase();
  if (!isUnit(key)) return null;
  const ms = Number(count) * unitMs[key];
  return ms > 0 && ms <= longestMs ? ms : null;
};

const parts = [
  [unitMs.d, "day", "days"],
  [unitMs.h, "h", "h"],
  [unitMs.m, "min", "min"],
  [unitMs.s, "s", "s"],
] as const;

/**
 * Writes a length of time in its two largest units, cut down to whole ones: `1 day 3 h`, `45 min`, `30 s`.
 * The sign is left out; less than a second is `0 s`.
 */
export const formatDuration = (ms: number): string => {
  let left = Math.abs(ms);
  const first = parts.findIndex(([size]) => left >= size);
  if (first === -1) return "0 s";
  const words: string[] = [];
  for (const [size, one, many] of parts.slice(first, first + 2)) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) words.push(`${count} ${count === 1 ? one : many}`);
  }
  return words.join(" ");
};
