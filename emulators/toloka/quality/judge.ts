import type { Pool } from "../entities.ts";
import type { Assignment } from "../work/entities.ts";
import type { World } from "../world.ts";
import { changeOverlap, restrictBy, reviewAll, setSkill } from "./actions.ts";
import { configsOf, type QualityConfig, type Rule } from "./configs.ts";
import { countersOf, type Facts } from "./counters.ts";

/** What a collector found about a Toloker's work in a pool. */
export type Finding = {
  pool: Pool;
  userId: string;
  at: number;
  facts: Facts;
  /** The work whose tasks a change of overlap is about. */
  assignments: readonly Assignment[];
};

/** Carries out the actions of the collector's rules whose conditions all hold. */
export function judge(world: World, config: QualityConfig, finding: Finding): void {
  for (const rule of config.rules) {
    if (rule.conditions.every((condition) => holds(condition, finding.facts))) {
      carryOut(world, config, rule, finding);
    }
  }
}

function holds(condition: Rule["conditions"][number], facts: Facts): boolean {
  const actual = facts[condition.key];
  if (actual === undefined) return false;
  const wanted = typeof actual === "number" ? Number(condition.value) : String(condition.value);
  switch (condition.operator) {
    case "EQ":
      return actual === wanted;
    case "NE":
      return actual !== wanted;
    case "GT":
      return actual > wanted;
    case "GTE":
      return actual >= wanted;
    case "LT":
      return actual < wanted;
    default:
      return actual <= wanted;
  }
}

function carryOut(world: World, config: QualityConfig, rule: Rule, finding: Finding): void {
  const { pool, userId, at } = finding;
  switch (rule.action) {
    case "RESTRICTION":
    case "RESTRICTION_V2":
      restrictBy(world, rule, finding);
      revoked(world, pool, userId, at, { pool_access_revoked_reason: "RESTRICTION" });
      return;
    case "SET_SKILL":
    case "SET_SKILL_FROM_OUTPUT_FIELD": {
      const skillId = setSkill(world, rule, finding);
      if (skillId === undefined) return;
      const reason = { pool_access_revoked_reason: "SKILL_CHANGE", skill_id: skillId };
      revoked(world, pool, userId, at, reason);
      return;
    }
    case "REJECT_ALL_ASSIGNMENTS":
    case "APPROVE_ALL_ASSIGNMENTS":
      reviewAll(world, rule, finding, config.wide);
      return;
    case "CHANGE_OVERLAP":
      changeOverlap(world, rule, finding);
      return;
    default:
      // The remaining actions of the API's list are described nowhere.
      return;
  }
}

/** A Toloker lost the pool: USERS_ASSESSMENT looks at all their work in it, once for each reason. */
function revoked(world: World, pool: Pool, userId: string, at: number, facts: Facts): void {
  for (const config of configsOf(world, pool)) {
    if (config.type !== "USERS_ASSESSMENT") continue;
    const reason = `${userId} ${String(facts.pool_access_revoked_reason)}`;
    const counters = countersOf(world, config, reason);
    if (counters.count > 0) continue;
    counters.count += 1;
    const assignments = [...world.store.assignments.values()].filter(
      (one) => one.poolId === pool.id && one.userId === userId && one.submitted !== undefined,
    );
    judge(world, config, { pool, userId, at, facts, assignments });
  }
}
