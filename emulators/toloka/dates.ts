const DATE_PATTERN =
  /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Toloka's form of a moment: UTC, milliseconds, no zone suffix. */
export function formatDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 23);
}

/**
 * Reads a date as Toloka does: zone-less text is UTC; seconds, fraction and the whole time may be
 * missing. Undefined for anything else, also for the 30th of February.
 */
export function parseDate(text: string): number | undefined {
  const match = DATE_PATTERN.exec(text);
  if (match === null) return undefined;
  const [, day, minutes = "00:00", seconds = "00", fraction = "", zone = "Z"] = match;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) {
    return undefined;
  }
  const ms = fraction.padEnd(3, "0").slice(0, 3);
  const offset = zone === "Z" || zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const moment = Date.parse(`${day}T${minutes}:${seconds}.${ms}${offset}`);
  return Number.isNaN(moment) ? undefined : moment;
}
