import { z } from "zod";

/**
 * `YYYY-MM-DD`, optionally `Thh:mm`, `:ss`, a fraction of any length and a zone. Toloka's answers leave the
 * zone out, have 0 to 6 fraction digits, and sometimes no seconds.
 */
const pattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * Reads a date of Toloka; without a zone it is UTC (JavaScript alone would take it for local time).
 * Fractions finer than a millisecond are cut. Null when the text is no date of the calendar.
 */
export const parseDate = (text: string): Date | null => {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, day = "", minutes = "00:00", seconds = "00", fraction = "", zone = "Z"] = match;
  const time = `${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, "0")}`;
  const date = new Date(`${day}T${time}${zone}`);
  // JavaScript turns 30 February into 2 March instead of refusing it.
  const dayAsRead = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(date.getTime()) || Number.isNaN(dayAsRead.getTime())) return null;
  return dayAsRead.toISOString().startsWith(day) ? date : null;
};

/** Writes a date as Toloka's queries and bodies want it: UTC, `YYYY-MM-DDThh:mm:ss.sss`, without a zone. */
export const formatDate = (date: Date): string => date.toISOString().slice(0, -1);

/** A date of an answer. */
export const dateSchema = z.string().transform((text, context) => {
  const date = parseDate(text);
  if (date !== null) return date;
  context.addIssue({ code: "custom", message: "expected a date" });
  return z.NEVER;
});

/** A date that is absent until something happens; null then. */
export const optionalDateSchema = dateSchema.nullish().transform((date) => date ?? null);
