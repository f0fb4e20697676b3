type Look = Intl.DateTimeFormatOptions;

const written = (seconds: number, timeZone: string, look: Look): string =>
  new Intl.DateTimeFormat("en-US", { timeZone, ...look }).format(new Date(seconds * 1_000));

const ending = (day: number): string => {
  if (day > 10 && day < 14) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
};

const withDay = (seconds: number, timeZone: string, month: "long" | "short"): string => {
  const day = Number(written(seconds, timeZone, { day: "numeric" }));
  return `${written(seconds, timeZone, { month })} ${day}${ending(day)}`;
};

const daySeconds = 86_400;

const near = (seconds: number, timeZone: string, now: number): string | null => {
  const dayOf = (at: number): string => written(at, timeZone, { dateStyle: "short" });
  if (dayOf(seconds) === dayOf(now)) return "Today";
  return dayOf(seconds) === dayOf(now - daySeconds) ? "Yesterday" : null;
};

/** The time of day of a message for its reader. */
export const clockTime = (ts: string, timeZone: string): string =>
  written(Number(ts), timeZone, { hour: "numeric", minute: "2-digit" });

/** The day of a message for its reader, as Slack's separators say it; `now` in seconds since 1970. */
export const dayName = (ts: string, timeZone: string, now: number): string =>
  near(Number(ts), timeZone, now) ??
  `${written(Number(ts), timeZone, { weekday: "long" })}, ${withDay(Number(ts), timeZone, "long")}`;

/** Day and time, such as `Today at 6:44 AM` or `Nov 27th at 6:44 AM`. */
export const dayAndTime = (ts: string, timeZone: string, now: number): string => {
  const day = near(Number(ts), timeZone, now) ?? withDay(Number(ts), timeZone, "short");
  return `${day} at ${clockTime(ts, timeZone)}`;
};
