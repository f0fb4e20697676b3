import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/domain/json.ts";
import { differences, planOf } from "../../src/domain/plan-hash.ts";
import type { Pool } from "../../src/domain/toloka.ts";
import { poolWith, tasksWith } from "./world.ts";

const planWith = (raw: JsonObject = {}, pool: Partial<Pool> = {}) =>
  planOf({
    environment: "sandbox",
    account: "account",
    pool: poolWith(raw, pool),
    tasks: tasksWith(),
  });

const plan = planWith();

const captcha = (uuid: string | null, duration: number): JsonObject => ({
  captcha_frequency: "LOW",
  configs: [
    {
      collector_config: {
        type: "CAPTCHA",
        ...(uuid === null ? {} : { uuid }),
        parameters: { history_size: duration },
      },
      rules: [
        {
          conditions: [{ key: "stored_results_count", operator: "EQ", value: 10 }],
          action: { type: "RESTRICTION_V2", parameters: { scope: "PROJECT" } },
        },
      ],
    },
  ],
});

const mixer = { real_tasks_count: 3, golden_tasks_count: 0, training_tasks_count: 0 };

const pricing = (reward: number): JsonObject => ({
  type: "SKILL",
  skill_id: "9",
  intervals: [{ from: 50, reward_per_assignment: reward }],
});

/** Changes of the purchase, with the names of the fields that differ. */
const changes: readonly (readonly [JsonObject, readonly string[]])[] = [
  [{ project_id: "12346" }, ["project_id"]],
  [{ id: "4712" }, ["pool_id"]],
  [{ reward_per_assignment: 0.03 }, ["reward_per_assignment"]],
  [{ may_contain_adult_content: false }, ["may_contain_adult_content"]],
  [{ will_expire: "2026-12-01T16:00:01" }, ["will_expire"]],
  [{ assignment_max_duration_seconds: 61 }, ["assignment_max_duration_seconds"]],
  [{ auto_accept_solutions: false }, ["auto_accept_solutions"]],
  [{ auto_accept_period_day: 7 }, ["auto_accept_period_day"]],
  [{ priority: 10 }, ["priority"]],
  [
    { defaults: { default_overlap_for_new_task_suites: 4 } },
    ["defaults.default_overlap_for_new_task_suites"],
  ],
  [
    { mixer_config: { ...mixer, golden_tasks_count: 1 } },
    ["mixer_config.golden_tasks_count", "mixer_config.min_golden_tasks_count"],
  ],
  [
    { mixer_config: { ...mixer, force_last_assignment: false } },
    ["mixer_config.force_last_assignment"],
  ],
  [{ filter: null }, ["filter"]],
  [{ filter: { and: [{ category: "computed" }] } }, ["filter.and"]],
  [{ quality_control: captcha(null, 11) }, ["quality_control.configs"]],
  [{ dynamic_overlap_config: { max_overlap: 5 } }, ["dynamic_overlap_config"]],
  [{ dynamic_pricing_config: pricing(0.05) }, ["dynamic_pricing_config"]],
  [
    { speed_quality_balance: { type: "TOP_PERCENTAGE_BY_QUALITY", percent: 80 } },
    ["speed_quality_balance"],
  ],
];

/** What is the same purchase in other words. */
const sameness: readonly JsonObject[] = [
  { auto_accept_solutions: null },
  { auto_accept_period_day: null, priority: 0 },
  { dynamic_overlap_config: null, dynamic_pricing_config: {}, speed_quality_balance: null },
  { quality_control: captcha(null, 10) },
  { quality_control: captcha("another-uuid", 10) },
  { mixer_config: { ...mixer, min_real_tasks_count: 3, force_last_assignment: true } },
  { mixer_config: { training_tasks_count: 0, golden_tasks_count: 0, real_tasks_count: 3 } },
  { private_name: "Renamed", status: "OPEN", last_close_reason: "MANUAL", owner: { id: "x" } },
];

describe("the hash of a plan", () => {
  test.each(changes)("changes with %j", (raw, names) => {
    const changed = planWith(raw);
    expect(changed.hash).not.toBe(plan.hash);
    expect(differences(plan, changed)).toEqual(names);
    expect(differences(changed, plan)).toEqual(names);
  });

  test("differs between all those changes", () => {
    const hashes = [plan.hash, ...changes.map(([raw]) => planWith(raw).hash)];
    expect(new Set(hashes).size).toBe(changes.length + 1);
  });

  test.each(sameness)("stays with %j", (raw) => {
    expect(planWith(raw)).toEqual(plan);
    expect(differences(plan, planWith(raw))).toEqual([]);
  });

  test("sees a dynamic price change of a hundredth of a cent", () => {
    const before = planWith({ dynamic_pricing_config: pricing(0.05) });
    const after = planWith({ dynamic_pricing_config: pricing(0.0501) });
    expect(differences(before, after)).toEqual(["dynamic_pricing_config.intervals"]);
  });

  test.each([
    [{ total: 4 }, ["tasks.count"]],
    [{ overlaps: { "3": 3 } }, ["tasks.overlap"]],
    [{ infinite: 1 }, ["tasks.overlap"]],
    [{ golden: 1 }, ["tasks.known_solutions"]],
    [{ training: 1 }, ["tasks.known_solutions"]],
    [{ digest: "00".repeat(32) }, ["tasks.input_values"]],
  ])("changes with tasks %j", (tasks, names) => {
    const changed = planOf({
      environment: "sandbox",
      account: "account",
      pool: poolWith(),
      tasks: tasksWith(tasks),
    });
    expect(changed.hash).not.toBe(plan.hash);
    expect(differences(plan, changed)).toEqual(names);
  });

  test.each([
    [{ environment: "production" }, ["environment"]],
    [{ account: "another" }, ["account"]],
  ])("changes with %j", (place, names) => {
    const changed = planOf({
      environment: "sandbox",
      account: "account",
      pool: poolWith(),
      tasks: tasksWith(),
      ...place,
    });
    expect(changed.hash).not.toBe(plan.hash);
    expect(differences(plan, changed)).toEqual(names);
  });
});
