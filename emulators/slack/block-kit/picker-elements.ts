import { confirmDialog, placeholder } from "./composition-objects.ts";
import { interactive } from "./interactive.ts";
import { failed, type Rule } from "./rule.ts";
import { flag, formatted } from "./scalar-rules.ts";

const common = { confirm: confirmDialog, focus_on_load: flag };

const isDay = (text: string): boolean => {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
};

const isTimeZone = (text: string): boolean => {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const tenDigits: Rule = (value, pointer) =>
  typeof value === "number" && /^\d{10}$/.test(String(value))
    ? []
    : [failed(pointer, "must be a unix timestamp of 10 digits", "format 10 digits")];

/** A day. */
export const datepicker: Rule = interactive(
  {},
  { ...common, placeholder, initial_date: formatted("YYYY-MM-DD", isDay) },
);

/** A moment, as seconds since 1970 in UTC; Slack has no placeholder for it. */
export const datetimepicker: Rule = interactive({}, { ...common, initial_date_time: tenDigits });

/** A time of the day in a named zone. */
export const timepicker: Rule = interactive(
  {},
  {
    ...common,
    placeholder,
    initial_time: formatted("HH:mm", (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)),
    timezone: formatted("IANA time zone", isTimeZone),
  },
);
