const LOOK_EVERY_MS = 25;

/**
 * Asks every 25 ms until `look` gives something other than undefined, null or false, and returns it.
 * Throws after `timeoutMs` (5 s), with the last error of `look` as its cause.
 */
export async function waitFor<T>(
  look: () => Promise<T> | T,
  { timeoutMs = 5000, what = "what was waited for" }: { timeoutMs?: number; what?: string } = {},
): Promise<Exclude<T, undefined | null | false>> {
  const until = performance.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (isThere(seen)) return seen;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (performance.now() > until) {
      throw new Error(`${what} did not come within ${timeoutMs} ms`, { cause });
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function isThere<T>(value: T): value is Exclude<T, undefined | null | false> {
  return value !== undefined && value !== null && value !== false;
}
