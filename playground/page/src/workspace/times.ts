const at = (ts: string): Date => new Date(Number(ts) * 1_000);

/** The time of day of a message for its reader. */
export const clockTime = (ts: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", minute: "2-digit" }).format(at(ts));

/** The day of a message for its reader, as a separator says it. */
export const dayName = (ts: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en-US", {
    timeZone,
    weekday: "long",
    month: "long",
    day: "numeric",
  }).format(at(ts));
