const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const leastMs = 15 * minuteMs;

/** A closing time, with a warning when it is odd, or what is wrong with it. */
export type ClosingTime =
  | { readonly ok: true; readonly time: Date; readonly warning: string | null }
  | { readonly ok: false; readonly message: string };

const refused = (message: string): ClosingTime => ({ ok: false, message });

/** Writes a time as Toloka reads it: UTC without a zone. */
export const tolokaTime = (time: Date): string => time.toISOString().slice(0, -1);

/** Reads the seconds since 1970 of a date-time picker as a closing time at least 15 minutes ahead. */
export const readClosingTime = (text: string, now: Date): ClosingTime => {
  if (text === "") return refused("Choose when the pool closes, even if it is not finished.");
  const seconds = /^-?\d{1,15}$/u.test(text) ? Number(text) : Number.NaN;
  const time = new Date(seconds * 1000);
  if (!/^\d{4}-/u.test(Number.isNaN(time.getTime()) ? "" : time.toISOString())) {
    return refused("Choose a date and a time in the picker.");
  }
  const leftMs = time.getTime() - now.getTime();
  const utc = `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  if (leftMs <= 0) return refused(`That is in the past: ${utc}.`);
  if (leftMs < leastMs) {
    return refused(`That is too soon: ${utc} is less than 15 minutes away.`);
  }
  const warning =
    leftMs > 365 * dayMs ? `${utc} is more than a year away. Is the year right?` : null;
  return { ok: true, time, warning };
};

const partsIn = (time: Date, timeZone: string): { readonly [part: string]: number } =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
      hourCycle: "h23",
    })
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  );

/** What a clock in the zone shows, as if it were UTC. */
const wallClock = (time: Date, timeZone: string): number => {
  const {
    year = 0,
    month = 1,
    day = 1,
    hour = 0,
    minute = 0,
    second = 0,
  } = partsIn(time, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

/** Seven days from now at 18:00 by the clocks of a time zone (IANA name). */
export const weekFromNow = (now: Date, timeZone: string): Date => {
  const wall = new Date(wallClock(now, timeZone) + 7 * dayMs);
  const wanted = wall.setUTCHours(18, 0, 0, 0);
  const guess = new Date(wanted - (wallClock(new Date(wanted), timeZone) - wanted));
  // A second look settles days on which the clocks change between the guess and 18:00.
  return new Date(guess.getTime() - (wallClock(guess, timeZone) - wanted));
};
