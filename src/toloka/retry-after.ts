const dayMs = 86_400_000;

/** Toloka's names of quotas -> how long until the quota is fresh again, in milliseconds. */
const intervalsMs: ReadonlyMap<string, number> = new Map([
  ["MIN", 60_000],
  ["HOUR", 3_600_000],
  ["DAY", dayMs],
]);

/** Reads a `Retry-After` header: seconds or an HTTP date. Null when absent or unreadable; a day at most. */
export const parseRetryAfter = (header: string | null, now: Date): number | null => {
  if (header === null) return null;
  const text = header.trim();
  const waitMs = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - now.getTime();
  return Number.isNaN(waitMs) ? null : Math.ceil(Math.min(Math.max(waitMs, 0), dayMs));
};

/** How long the exhausted quota named in `payload.interval` lasts at most; null for an unknown name. */
export const parseInterval = (interval: string | null): number | null =>
  interval === null ? null : (intervalsMs.get(interval) ?? null);
