type Piece = Intl.DateTimeFormatOptions;

const day: Piece = { day: "numeric", month: "short" };
const pieces: Readonly<Record<string, Piece>> = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
  day_divider_pretty: { weekday: "long", ...day },
};

const dayNumber = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(ms);

const relative = (ms: number, timeZone: string, nowMs: number): string | null => {
  const dayMs = 86_400_000;
  const wanted = dayNumber(ms, timeZone);
  if (wanted === dayNumber(nowMs, timeZone)) return "today";
  if (wanted === dayNumber(nowMs - dayMs, timeZone)) return "yesterday";
  if (wanted === dayNumber(nowMs + dayMs, timeZone)) return "tomorrow";
  return null;
};

/**
 * A date token's words, such as `{date_short_pretty} {time}`, for unix seconds in a zone. Null for a token
 * that Slack does not know: then its fallback is shown.
 */
export const dateWords = (
  seconds: number,
  format: string,
  timeZone: string,
  nowMs: number,
): string | null => {
  let known = true;
  const words = format.replace(/\{(\w+)\}/g, (_, name: string) => {
    const pretty = name.endsWith("_pretty");
    const piece = pieces[name] ?? pieces[name.replace(/_pretty$/, "")];
    if (piece === undefined) known = false;
    const near = pretty ? relative(seconds * 1_000, timeZone, nowMs) : null;
    return (
      near ??
      new Intl.DateTimeFormat("en-US", { timeZone, ...piece }).format(new Date(seconds * 1_000))
    );
  });
  return known && Number.isFinite(seconds) ? words : null;
};
