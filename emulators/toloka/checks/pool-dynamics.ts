import { elementsOf } from "./elements.ts";
import type { Fields } from "./fields.ts";

const MAX_OVERLAP = 30_000;

/** Records what is wrong with dynamic overlap, dynamic pricing and the speed-quality balance. */
export function checkPoolDynamics(pool: Fields, defaultOverlap: number | undefined): void {
  checkOverlap(pool, defaultOverlap);
  checkPricing(pool);
  checkBalance(pool);
}

function checkOverlap(pool: Fields, defaultOverlap: number | undefined): void {
  const overlap = pool.object("dynamic_overlap_config");
  if (overlap === undefined) return;
  overlap.oneOf("type", ["BASIC"], { required: true });
  const min = (defaultOverlap ?? 0) + 1;
  overlap.integer("max_overlap", { required: true, min, max: MAX_OVERLAP });
  overlap.number("min_confidence", { required: true, min: 0, max: 1 });
  if (!overlap.has("answer_weight_skill_id")) {
    overlap.fail("answer_weight_skill_id", "VALUE_REQUIRED");
  }
  for (const field of elementsOf(overlap, "fields", { required: true, min: 1 })) {
    field.string("name", { required: true });
  }
}

function checkPricing(pool: Fields): void {
  const pricing = pool.object("dynamic_pricing_config");
  if (pricing === undefined) return;
  pricing.oneOf("type", ["SKILL"], { required: true });
  if (!pricing.has("skill_id")) pricing.fail("skill_id", "VALUE_REQUIRED");
  let reached = -1;
  const bounds = { required: true, min: 1, max: 10_000 };
  for (const interval of elementsOf(pricing, "intervals", bounds)) {
    const from = interval.number("from", { min: 0, max: 100 }) ?? 0;
    const to = interval.number("to", { min: 0, max: 100 }) ?? 100;
    if (to < from) interval.fail("to", "VALUE_LESS_THAN_MIN", [from]);
    if (from <= reached) interval.fail("from", "INVALID_VALUE");
    reached = Math.max(reached, to);
    interval.number("reward_per_assignment", { required: true, min: 0 });
  }
}

function checkBalance(pool: Fields): void {
  const balance = pool.object("speed_quality_balance");
  const types = ["TOP_PERCENTAGE_BY_QUALITY", "BEST_CONCURRENT_USERS_BY_QUALITY"];
  const type = balance?.oneOf("type", types, { required: true });
  if (type === "BEST_CONCURRENT_USERS_BY_QUALITY") {
    balance?.integer("count", { required: true, min: 0, max: 100 });
  }
  if (type === "TOP_PERCENTAGE_BY_QUALITY") {
    const percent = balance?.integer("percent", { required: true, min: 10, max: 100 });
    if (percent !== undefined && percent % 10 !== 0) balance?.fail("percent", "INVALID_VALUE");
  }
}
