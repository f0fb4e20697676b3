/** Who reads: the zone dates are shown in, and the moment (milliseconds). */
export type ReadingTime = { tz: string; nowMs: number };

const DAY_MS = 86_400_000;

/** Fills the `{date...}` and `{time...}` parts of a Slack date token for one reader (en-US). */
export function renderDateToken(unixSeconds: number, format: string, reader: ReadingTime): string {
  return format.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => {
    const rendered = part(name, unixSeconds * 1000, reader);
    return rendered ?? whole;
  });
}

function part(name: string, atMs: number, reader: ReadingTime): string | undefined {
  const { tz } = reader;
  switch (name) {
    case "date_num":
      return isoDay(atMs, tz);
    case "date":
      return ordinal(atMs, tz, { month: "long", year: "numeric" });
    case "date_short":
      return plain(atMs, tz, { month: "short", day: "numeric", year: "numeric" });
    case "date_long":
      return `${plain(atMs, tz, { weekday: "long" })}, ${ordinal(atMs, tz, { month: "long", year: "numeric" })}`;
    case "date_pretty":
    case "date_short_pretty":
    case "date_long_pretty":
    case "day_divider_pretty":
      return pretty(atMs, reader) ?? part(name.replace("_pretty", ""), atMs, reader);
    case "day_divider":
      return plain(atMs, tz, { weekday: "long", month: "long", day: "numeric" });
    case "time":
      return plain(atMs, tz, { hour: "numeric", minute: "2-digit" });
    case "time_secs":
      return plain(atMs, tz, { hour: "numeric", minute: "2-digit", second: "2-digit" });
    case "ago":
      return ago(atMs, reader.nowMs);
    default:
      return undefined;
  }
}

function plain(atMs: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  // Intl puts a narrow space before AM and PM, people type a plain one.
  return new Intl.DateTimeFormat("en-US", { timeZone, ...options })
    .format(new Date(atMs))
    .replaceAll("\u202f", " ");
}

function ordinal(atMs: number, tz: string, options: Intl.DateTimeFormatOptions): string {
  const day = Number(plain(atMs, tz, { day: "numeric" }));
  const suffix = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  const kind = new Intl.PluralRules("en-US", { type: "ordinal" }).select(day);
  const [month = "", year = ""] = plain(atMs, tz, options).split(" ");
  return `${month} ${day}${suffix[kind]}, ${year}`;
}

function isoDay(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(atMs));
}

function pretty(atMs: number, { tz, nowMs }: ReadingTime): string | undefined {
  const day = isoDay(atMs, tz);
  if (day === isoDay(nowMs, tz)) return "today";
  if (day === isoDay(nowMs - DAY_MS, tz)) return "yesterday";
  if (day === isoDay(nowMs + DAY_MS, tz)) return "tomorrow";
  return undefined;
}

function ago(atMs: number, nowMs: number): string {
  const minutes = Math.round((nowMs - atMs) / 60_000);
  const format = new Intl.RelativeTimeFormat("en-US", { numeric: "always" });
  if (Math.abs(minutes) < 60) return format.format(-minutes, "minute");
  if (Math.abs(minutes) < 48 * 60) return format.format(-Math.trunc(minutes / 60), "hour");
  return format.format(-Math.trunc(minutes / 1440), "day");
}
