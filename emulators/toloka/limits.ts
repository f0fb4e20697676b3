import type { Call } from "./api.ts";
import { ApiError } from "./errors.ts";
import { isObject, type JsonObject, objectOr } from "./json.ts";
import type { World } from "./world.ts";

/** The intervals of quotas in milliseconds of virtual time, under their names on the wire. */
const INTERVALS = { MIN: 60_000, HOUR: 3_600_000, DAY: 86_400_000 } as const;

type Interval = keyof typeof INTERVALS;

/** A quota of one or more methods: how much an interval allows, and what a request takes of it. */
type Quota = {
  name: string;
  routes: readonly string[];
  allowed: { readonly [interval in Interval]?: number };
  units(call: Call): number;
};

const GLOBAL_PER_SECOND = 300;
const MAKING = { MIN: 20, DAY: 100 };
const one = (): number => 1;

/** Rate limits of the methods (Toloka API, limits); tasks and suites count items, not requests. */
const QUOTAS: readonly Quota[] = [
  quota("projects", ["POST /projects"], MAKING),
  quota("pools", ["POST /pools"], MAKING),
  quota("pool clones", ["POST /pools/:id/clone"], MAKING),
  quota("trainings", ["POST /trainings"], MAKING),
  quota("training clones", ["POST /trainings/:id/clone"], MAKING),
  quota("overlap edits", ["PUT /pools/:id"], { HOUR: 10 }, overlapEdits),
  quota("tasks", ["POST /tasks"], { MIN: 200_000, DAY: 4_000_000 }, items),
  quota("task suites", ["POST /task-suites"], { MIN: 100_000, DAY: 2_000_000 }, items),
  quota("skills", ["POST /skills"], { MIN: 10, DAY: 100 }),
  quota("user skills", ["PUT /user-skills"], { DAY: 100_000 }),
  quota("bonuses", ["POST /user-bonuses"], { DAY: 10_000 }, items),
  quota(
    "aggregation",
    [
      "POST /aggregated-solutions/aggregate-by-pool",
      "POST /aggregated-solutions/aggregate-by-task",
    ],
    { MIN: 5, HOUR: 30, DAY: 200 },
  ),
  quota("direct messages", ["POST /message-threads/compose"], { DAY: 100_000 }, recipients),
  quota("messages to all", ["POST /message-threads/compose"], { DAY: 1 }, toAll),
];

function quota(
  name: string,
  routes: readonly string[],
  allowed: Quota["allowed"],
  units: Quota["units"] = one,
): Quota {
  return { name, routes, allowed, units };
}

/**
 * Counts a request against its method's quotas, whose windows begin with their first request and
 * run by virtual time. A refused request takes nothing.
 * @throws ApiError 429 naming the exhausted interval
 */
export function demandQuota(call: Call, method: string, path: string): void {
  const { world } = call;
  const factor = world.settings.rateLimitFactor;
  if (factor === 0) return;
  const route = `${method} ${path.replace("/api/v1", "")}`;
  const taken: { window: { used: number }; amount: number }[] = [];
  for (const { name, routes, allowed, units } of QUOTAS) {
    if (!routes.includes(route)) continue;
    const amount = units(call);
    if (amount === 0) continue;
    for (const interval of ["MIN", "HOUR", "DAY"] as const) {
      const limit = allowed[interval];
      if (limit === undefined) continue;
      const window = windowOf(world, `${name} ${interval}`, INTERVALS[interval]);
      if (window.used + amount > limit * factor) throw tooMany(interval);
      taken.push({ window, amount });
    }
  }
  for (const { window, amount } of taken) window.used += amount;
}

/**
 * Counts a request against the limit of 300 a second of real time, which no clock setting bends.
 * @throws ApiError 429 without an interval
 */
export function demandRate(world: World): void {
  const factor = world.settings.rateLimitFactor;
  if (factor === 0) return;
  const now = world.clock.real();
  const { rate } = world;
  if (now - rate.start >= 1000) Object.assign(rate, { start: now, used: 0 });
  if (rate.used >= GLOBAL_PER_SECOND * factor) throw tooMany();
  rate.used += 1;
}

function windowOf({ store, clock }: World, key: string, length: number) {
  const now = clock.now();
  const known = store.quotas.get(key);
  if (known !== undefined && now - known.start < length) return known;
  const fresh = { start: now, used: 0 };
  store.quotas.set(key, fresh);
  return fresh;
}

function tooMany(interval?: Interval): ApiError {
  const payload = interval === undefined ? undefined : { interval };
  return new ApiError(429, "TOO_MANY_REQUESTS", "Too many requests", payload);
}

function items({ body }: Call): number {
  return Array.isArray(body) ? body.length : 1;
}

/** 1 when a pool's new body changes the overlap of its defaults. */
function overlapEdits({ world, id, body }: Call): number {
  const pool = world.store.pools.get(id);
  if (pool === undefined || !isObject(body)) return 0;
  const names = ["default_overlap_for_new_tasks", "default_overlap_for_new_task_suites"];
  const [before, after] = [objectOr(pool.body.defaults), objectOr(body.defaults)];
  return names.some((name) => before[name] !== after[name]) ? 1 : 0;
}

function composed({ body }: Call): JsonObject {
  return objectOr(body);
}

function recipients(call: Call): number {
  const ids = composed(call).recipients_ids;
  return composed(call).recipients_select_type === "DIRECT" && Array.isArray(ids) ? ids.length : 0;
}

function toAll(call: Call): number {
  return composed(call).recipients_select_type === "ALL" ? 1 : 0;
}
