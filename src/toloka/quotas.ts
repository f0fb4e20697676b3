import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../use-cases/ports.ts";
import type { Call } from "./errors.ts";

/** What is published of one kind of call: so many a minute, an hour, a day. */
type Allowance = { readonly minute?: number; readonly hour?: number; readonly day?: number };

/** A quota of an hour or a day that is nearly or quite used up. */
export type QuotaNotice = {
  /** Such as "POST /pools". */
  readonly name: string;
  readonly interval: "HOUR" | "DAY";
  /** Used within the interval by this process, this call included. */
  readonly used: number;
  readonly allowed: number;
};

/** Counts effects against Toloka's published quotas. */
export type Quotas = {
  /** Waits until the call fits into its minute, and counts it. */
  take(call: Call, body: unknown): Promise<void>;
};

/** What quotas work with. */
export type QuotaSettings = {
  readonly clock: Clock;
  /**
   * Told when a call brings an hour or a day past 80 % of its quota, and of each call beyond the whole.
   * Such calls are still sent: nobody can wait that long, and only Toloka knows the true count.
   */
  readonly onNearQuota: (notice: QuotaNotice) => void;
  /** Waits; the machine's timer when absent. */
  readonly pause?: (ms: number) => Promise<unknown>;
};

const making: Allowance = { minute: 20, day: 100 };
const aggregating: Allowance = { minute: 5, hour: 30, day: 200 };

/** Method and path -> what is published of it; tasks are counted one by one (Toloka API, rate limits). */
const allowances: ReadonlyMap<string, Allowance> = new Map([
  ["POST /projects", making],
  ["POST /pools", making],
  ["POST /pools/:id/clone", making],
  // Whether an edit changes the overlap is not known here, so that every edit counts.
  ["PUT /pools/:id", { hour: 10 }],
  ["POST /tasks", { minute: 200_000, day: 4_000_000 }],
  ["POST /skills", { minute: 10, day: 100 }],
  ["PUT /user-skills", { day: 100_000 }],
  ["POST /aggregated-solutions/aggregate-by-pool", aggregating],
  ["POST /aggregated-solutions/aggregate-by-task", aggregating],
]);

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Share of a quota from which it is spoken of. */
const nearShare = 0.8;

const nameOf = ({ method, path }: Call): string => {
  const plain = path.split("?", 1)[0] ?? "";
  return `${method} ${plain.replace(/^(\/(?:pools|projects))\/[^/]+/, "$1/:id")}`;
};

type Use = { readonly atMs: number; readonly amount: number };

const usedSince = (uses: readonly Use[], sinceMs: number): number =>
  uses.reduce((sum, { atMs, amount }) => (atMs > sinceMs ? sum + amount : sum), 0);

/** How long until `amount` more fit into the last minute; 0 when they fit now, or never could. */
const waitMs = (uses: readonly Use[], amount: number, allowed: number, nowMs: number): number => {
  const recent = uses.filter(({ atMs }) => atMs > nowMs - minuteMs);
  let used = usedSince(recent, nowMs - minuteMs);
  let freeAtMs = nowMs;
  for (const use of recent) {
    if (used + amount <= allowed) break;
    used -= use.amount;
    freeAtMs = use.atMs + minuteMs;
  }
  return freeAtMs - nowMs;
};

/** Counts nothing yet. Calls of one kind wait in the order in which they came. */
export const createQuotas = (settings: QuotaSettings): Quotas => {
  const pause = settings.pause ?? ((ms: number) => sleep(ms));
  const usesOf = new Map<string, Use[]>();
  const turns = new Map<string, Promise<void>>();

  const tell = (
    uses: readonly Use[],
    quota: Omit<QuotaNotice, "used" | "allowed">,
    allowed: number | undefined,
    windowMs: number,
  ): void => {
    const last = uses.at(-1);
    if (allowed === undefined || last === undefined) return;
    const used = usedSince(uses, last.atMs - windowMs);
    const passes = used >= allowed * nearShare && used - last.amount < allowed * nearShare;
    if (passes || used > allowed) settings.onNearQuota({ ...quota, used, allowed });
  };

  const enter = async (name: string, allowance: Allowance, amount: number): Promise<void> => {
    const now = (): number => settings.clock.now().getTime();
    const kept = (usesOf.get(name) ?? []).filter(({ atMs }) => atMs > now() - dayMs);
    const { minute, hour, day } = allowance;
    for (;;) {
      const ms = minute === undefined ? 0 : waitMs(kept, amount, minute, now());
      if (ms === 0) break;
      await pause(ms);
    }
    kept.push({ atMs: now(), amount });
    usesOf.set(name, kept);
    tell(kept, { name, interval: "HOUR" }, hour, hourMs);
    tell(kept, { name, interval: "DAY" }, day, dayMs);
  };

  return {
    take(call, body) {
      const name = nameOf(call);
      const allowance = allowances.get(name);
      if (allowance === undefined) return Promise.resolve();
      const amount = Array.isArray(body) ? body.length : 1;
      const turn = (turns.get(name) ?? Promise.resolve()).then(() =>
        enter(name, allowance, amount),
      );
      turns.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
};
