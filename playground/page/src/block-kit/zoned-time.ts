/** How far a zone is ahead of UTC at a moment, in milliseconds. */
const aheadMs = (ms: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(ms);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - Math.floor(ms / 1_000) * 1_000;
};

/** Unix seconds as a local date and time of a zone, `YYYY-MM-DDTHH:MM`. */
export const localOf = (seconds: number, timeZone: string): string =>
  new Date(seconds * 1_000 + aheadMs(seconds * 1_000, timeZone)).toISOString().slice(0, 16);

/** Unix seconds of a local date and time of a zone; null when it is none. */
export const secondsOf = (local: string, timeZone: string): number | null => {
  const wall = Date.parse(`${local}:00Z`);
  if (Number.isNaN(wall)) return null;
  // The second look is needed around a change of the clocks.
  const near = wall - aheadMs(wall, timeZone);
  return Math.floor((wall - aheadMs(near, timeZone)) / 1_000);
};
