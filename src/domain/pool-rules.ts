import { isJsonObject, type Json, type JsonObject } from "./json.ts";
import { type Micros, microsFromDollars } from "./money.ts";
import type { Pool } from "./toloka.ts";

/** One quality rule of a pool: who counts, and what happens. */
export type QualityRule = {
  readonly collector: string;
  readonly collectorParameters: JsonObject;
  readonly action: string;
  readonly actionParameters: JsonObject;
};

const objectOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

const qualityOf = (pool: Pool): JsonObject => objectOf(pool.raw.quality_control);

/** Every rule of a pool's quality control; a collector without rules counts as one that does nothing. */
export const rulesOf = (pool: Pool): readonly QualityRule[] =>
  listOf(qualityOf(pool).configs).flatMap((config) => {
    const collector = objectOf(objectOf(config).collector_config);
    const rules = listOf(objectOf(config).rules);
    return (rules.length === 0 ? [null] : rules).map((rule) => {
      const action = objectOf(objectOf(rule).action);
      return {
        collector: textOf(collector.type),
        collectorParameters: objectOf(collector.parameters),
        action: textOf(action.type),
        actionParameters: objectOf(action.parameters),
      };
    });
  });

/** Whether quality control does anything at all: rules, captcha, training requirement or checkpoints. */
export const hasQualityControl = (pool: Pool): boolean => {
  const quality = qualityOf(pool);
  const switches = ["captcha_frequency", "training_requirement", "checkpoints_config"];
  return (
    rulesOf(pool).some((rule) => rule.action !== "") ||
    switches.some((name) => (quality[name] ?? null) !== null)
  );
};

/** Whether a rule may ask for more answers than the tasks' overlap: no highest cost can be told then. */
export const canAddOverlap = (pool: Pool): boolean =>
  rulesOf(pool).some((rule) => rule.action === "CHANGE_OVERLAP") ||
  isJsonObject(objectOf(qualityOf(pool).checkpoints_config).real_settings);

/** The most answers dynamic overlap may ask for a task; null without dynamic overlap. */
export const dynamicOverlapMax = (pool: Pool): number | null => {
  const most = objectOf(pool.raw.dynamic_overlap_config).max_overlap;
  return typeof most === "number" ? most : null;
};

/** The prices a suite of dynamic pricing, the base price apart, in micro-dollars. */
export const dynamicPrices = (pool: Pool): readonly Micros[] =>
  listOf(objectOf(pool.raw.dynamic_pricing_config).intervals)
    .map((interval) => objectOf(interval).reward_per_assignment)
    .filter((reward) => typeof reward === "number")
    .map((reward) => microsFromDollars(reward));

/** Tasks of each kind a suite by smart mixing; all zero without it. */
export const mixOf = (
  pool: Pool,
): { readonly real: number; readonly golden: number; readonly training: number } => {
  const mixer = objectOf(pool.raw.mixer_config);
  const count = (kind: string): number => {
    const value = mixer[`${kind}_tasks_count`];
    return typeof value === "number" ? value : 0;
  };
  return { real: count("real"), golden: count("golden"), training: count("training") };
};
