/** One cause for being ready or not. */
export type Finding = {
  readonly name: string;
  readonly ok: boolean;
  /** In words for whoever runs the bot; never a name, a token or a text of a person. */
  readonly why: string;
};

/** What a try told. `refused` means that trying again cannot help. */
export type Tried = { readonly kind: "ok" | "failed" | "refused"; readonly why: string };

/** A check that asks somebody else and remembers the answers. */
export type ProbeSettings = {
  readonly name: string;
  readonly attempt: () => Promise<Tried>;
  /** How old the last success may be, in milliseconds; 0 = the last try must have succeeded. */
  readonly freshMs: number;
  readonly nowMs: () => number;
};

/** A try is not repeated within this time, in milliseconds, however often readiness is asked for. */
const everyMs = 4_000;

/** How long an answer about readiness waits for a try, in milliseconds. */
const patienceMs = 3_000;

const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`;

const pause = (ms: number): { done: Promise<void>; cancel: () => void } => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  return { done: promise, cancel: () => clearTimeout(timer) };
};

/** Makes a probe; each call of it answers the finding of this moment within three seconds. */
export const createProbe = (settings: ProbeSettings): (() => Promise<Finding>) => {
  const { name, attempt, freshMs, nowMs } = settings;
  let startedMs = Number.NEGATIVE_INFINITY;
  let lastOkMs: number | null = null;
  let last: Tried = { kind: "failed", why: "no answer yet" };
  let pending: Promise<void> | null = null;

  const begin = (): Promise<void> => {
    startedMs = nowMs();
    return attempt()
      .catch((): Tried => ({ kind: "failed", why: "the check itself failed" }))
      .then((tried) => {
        last = tried;
        if (tried.kind === "ok") lastOkMs = nowMs();
        pending = null;
      });
  };

  const judge = (): Finding => {
    const late = pending !== null && nowMs() - startedMs >= patienceMs;
    const now: Tried = late
      ? { kind: "failed", why: `no answer for ${seconds(nowMs() - startedMs)}` }
      : last;
    if (now.kind === "ok") return { name, ok: true, why: "ok" };
    if (now.kind === "refused" || lastOkMs === null) return { name, ok: false, why: now.why };
    const age = nowMs() - lastOkMs;
    return { name, ok: age < freshMs, why: `${now.why}; last good ${seconds(age)} ago` };
  };

  return async () => {
    if (pending === null && nowMs() - startedMs >= everyMs) pending = begin();
    if (pending !== null) {
      const patience = pause(patienceMs);
      await Promise.race([pending, patience.done]);
      patience.cancel();
    }
    return judge();
  };
};
