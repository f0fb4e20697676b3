import { isJsonObject, type Json, type JsonObject } from "./json.ts";
import { microsFromDollars } from "./money.ts";
import type { PoolTerms } from "./plan.ts";
import type { Pool } from "./toloka.ts";

/** Leaves out members that are null, empty lists and empty objects, at every depth. */
const pruned = (value: Json | undefined): Json => {
  if (Array.isArray(value)) {
    const items = value.map((item) => pruned(item)).filter((item) => item !== null);
    return items.length === 0 ? null : items;
  }
  if (!isJsonObject(value)) return value ?? null;
  const members = Object.entries(value)
    .map(([key, member]) => [key, pruned(member)] as const)
    .filter(([, member]) => member !== null);
  return members.length === 0 ? null : Object.fromEntries(members);
};

const objectAt = (raw: JsonObject, key: string): JsonObject => {
  const value = raw[key];
  return isJsonObject(value) ? value : {};
};

/** Toloka fills in what a mixer leaves out: each minimum is its count, incomplete last suites are given out. */
const mixerTerms = (raw: JsonObject): Json => {
  if (!isJsonObject(raw.mixer_config)) return null;
  const mixer = raw.mixer_config;
  const counts = ["real", "golden", "training"].map((part) => {
    const count = mixer[`${part}_tasks_count`] ?? 0;
    return { [`${part}_tasks_count`]: count, [`min_${part}_tasks_count`]: count };
  });
  const defaults: JsonObject = Object.assign({}, ...counts, {
    force_last_assignment: true,
    mix_tasks_in_creation_order: false,
    shuffle_tasks_in_task_suite: true,
  });
  const given = pruned(mixer);
  return isJsonObject(given) ? { ...defaults, ...given } : defaults;
};

/** Collectors get an id from the server that says nothing about what is bought. */
const qualityTerms = (raw: JsonObject): Json => {
  const quality = objectAt(raw, "quality_control");
  const configs = quality.configs;
  if (!Array.isArray(configs)) return pruned(quality);
  const withoutIds = configs.map((config: Json) => {
    if (!isJsonObject(config) || !isJsonObject(config.collector_config)) return config;
    const { uuid: _, ...collector } = config.collector_config;
    return { ...config, collector_config: collector };
  });
  return pruned({ ...quality, configs: withoutIds });
};

const pricingTerms = (raw: JsonObject): Json => {
  const pricing = objectAt(raw, "dynamic_pricing_config");
  const intervals = pricing.intervals;
  if (!Array.isArray(intervals)) return pruned(pricing);
  const inMicros = intervals.map((interval: Json) => {
    if (!isJsonObject(interval)) return interval;
    const reward = interval.reward_per_assignment;
    return {
      from: 0,
      to: 100,
      ...interval,
      reward_per_assignment: typeof reward === "number" ? microsFromDollars(reward) : null,
    };
  });
  return pruned({ ...pricing, intervals: inMicros });
};

/**
 * The money and the audience of a pool, from what Toloka returned. Values that are left out and values
 * that equal Toloka's default are the same; amounts are micro-dollars; the closing time is UTC.
 */
export const termsOf = (pool: Pool): PoolTerms => {
  const { raw } = pool;
  return {
    project_id: pool.projectId,
    reward_per_assignment: pool.rewardMicros,
    may_contain_adult_content: raw.may_contain_adult_content ?? false,
    will_expire: pool.willExpire.toISOString(),
    assignment_max_duration_seconds: raw.assignment_max_duration_seconds ?? null,
    auto_accept_solutions: raw.auto_accept_solutions ?? true,
    auto_accept_period_day: raw.auto_accept_period_day ?? null,
    priority: raw.priority ?? 0,
    defaults: pruned(raw.defaults),
    mixer_config: mixerTerms(raw),
    filter: pruned(raw.filter),
    quality_control: qualityTerms(raw),
    dynamic_overlap_config: pruned(raw.dynamic_overlap_config),
    dynamic_pricing_config: pricingTerms(raw),
    speed_quality_balance: pruned(raw.speed_quality_balance),
  };
};
