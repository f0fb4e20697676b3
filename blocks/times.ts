const two = (value: number): string => String(value).padStart(2, "0");

/** Only these years are written as Slack date tokens; others are read from a damaged answer. */
const isTellable = (date: Date): boolean =>
  date.getUTCFullYear() >= 2000 && date.getUTCFullYear() <= 2200;

/** `2026-11-27 16:00 UTC`; words when the date cannot be told. */
export const utc = (date: Date): string =>
  isTellable(date)
    ? `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())} UTC`
    : "an unknown time";

/** Slack's date token: each reader sees the own time zone; UTC where tokens are not drawn. */
export const dateToken = (date: Date): string =>
  isTellable(date)
    ? `<!date^${Math.floor(date.getTime() / 1000)}^{date_short_pretty} {time}|${utc(date)}>`
    : utc(date);

/** Local time and UTC side by side, because Toloka counts in UTC. */
export const when = (date: Date): string =>
  isTellable(date) ? `${dateToken(date)} (${utc(date)})` : utc(date);

/** The same for ISO text out of a stored event. */
export const whenText = (iso: string | null): string =>
  iso === null ? "an unknown time" : when(new Date(iso));
