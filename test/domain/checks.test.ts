import { describe, expect, test } from "vitest";
import type { CheckFacts } from "../../src/domain/check-facts.ts";
import { checksOf } from "../../src/domain/checks.ts";
import { costOfPool } from "../../src/domain/cost.ts";
import type { JsonObject } from "../../src/domain/json.ts";
import type { TaskSummary } from "../../src/domain/plan.ts";
import type { Pool } from "../../src/domain/toloka.ts";
import { fee, poolWith, project, tasksWith } from "./world.ts";

type World = {
  readonly raw?: JsonObject;
  readonly pool?: Partial<Pool>;
  readonly tasks?: Partial<TaskSummary>;
  readonly facts?: Partial<CheckFacts>;
};

const factsOf = ({ raw, pool, tasks, facts }: World): CheckFacts => {
  const checkedPool = poolWith(raw, pool);
  const summary = tasksWith(tasks);
  return {
    pool: checkedPool,
    project,
    tasks: summary,
    cost: costOfPool(checkedPool, summary, fee),
    balanceMicros: 10_000_000,
    now: new Date("2026-11-23T12:00:00Z"),
    ...facts,
  };
};

const rule = (collector: JsonObject, action: JsonObject): JsonObject => ({
  quality_control: { configs: [{ collector_config: collector, rules: [{ action }] }] },
});

const majority = (threshold: number): JsonObject =>
  rule(
    { type: "MAJORITY_VOTE", parameters: { answer_threshold: threshold } },
    { type: "RESTRICTION_V2", parameters: {} },
  );

const recompletion = (open: boolean): JsonObject =>
  rule(
    { type: "USERS_ASSESSMENT" },
    { type: "CHANGE_OVERLAP", parameters: { delta: 1, open_pool: open } },
  );

const mixer = (golden: number, training = 0, real = 3): JsonObject => ({
  mixer_config: {
    real_tasks_count: real,
    golden_tasks_count: golden,
    training_tasks_count: training,
  },
});

const dynamic = (delay: number): JsonObject => ({
  dynamic_overlap_config: { type: "BASIC", max_overlap: 5 },
  auto_close_after_complete_delay_seconds: delay,
});

const closesIn = (minutes: number): World => ({
  pool: { willExpire: new Date(Date.UTC(2026, 10, 23, 12, minutes)) },
});

/** Name of the check, a pool that it complains about with level and words, and one that just passes. */
const cases: readonly (readonly [string, World, "error" | "warning", string, World])[] = [
  [
    "pool-not-closed",
    { pool: { status: "ARCHIVED" } },
    "error",
    "The pool is ARCHIVED; only a closed pool can be opened.",
    {},
  ],
  [
    "project-archived",
    { facts: { project: { ...project, status: "ARCHIVED" } } },
    "error",
    'The project "Categories of shoes" is archived; its pools cannot be opened.',
    {},
  ],
  [
    "empty-pool",
    { tasks: { total: 0, overlaps: {} } },
    "error",
    "The pool has no tasks; Toloka refuses to open it.",
    { tasks: { total: 1 } },
  ],
  [
    "mixer-missing",
    { raw: { mixer_config: null } },
    "error",
    "The pool has no smart mixing (mixer_config), so uploaded tasks reach nobody.",
    {},
  ],
  [
    "infinite-general",
    { tasks: { total: 4, infinite: 1 } },
    "error",
    "1 of 4 general tasks have infinite overlap and would be paid for without end.",
    { tasks: { total: 4, golden: 1 } },
  ],
  [
    "reopen-rule",
    { raw: recompletion(true) },
    "error",
    "A quality rule has open_pool: true; it would open the pool again without an approval.",
    { raw: recompletion(false) },
  ],
  [
    "expiry-past",
    closesIn(-90),
    "error",
    "The closing time was 1 h 30 min ago; move it to the future.",
    closesIn(1),
  ],
  [
    "expiry-soon",
    closesIn(14),
    "error",
    "The pool closes in 14 min; at least 15 min must be left to open it.",
    closesIn(60),
  ],
  [
    "expiry-soon",
    closesIn(15),
    "warning",
    "The pool closes in 15 min, which is less than an hour.",
    closesIn(-1),
  ],
  [
    "price-floor",
    { raw: { reward_per_assignment: 0.004 } },
    "error",
    "0.004 USD a suite is under Toloka's minimum of 0.005 USD for general tasks.",
    { raw: { reward_per_assignment: 0.005 } },
  ],
  [
    "zero-price-real",
    { raw: { reward_per_assignment: 0 } },
    "error",
    "The price is 0 and 3 tasks are general ones; only control and training tasks may be free.",
    { raw: { reward_per_assignment: 0 }, tasks: { training: 3, overlaps: {} } },
  ],
  [
    "balance-short",
    { facts: { balanceMicros: 51_999 } },
    "error",
    "The plan costs 0.052 USD with fee and the account has 0.051999 USD; 0.000001 USD are missing.",
    { facts: { balanceMicros: 52_000 } },
  ],
  [
    "balance-short",
    { facts: { balanceMicros: 100_000, promisedMicros: 60_000 } },
    "error",
    "The plan costs 0.052 USD with fee and the account has 0.10 USD of which 0.06 USD are promised to open pools; 0.012 USD are missing.",
    { facts: { balanceMicros: 112_000, promisedMicros: 60_000 } },
  ],
  [
    "balance-short",
    { raw: dynamic(60), facts: { balanceMicros: 100_000 } },
    "warning",
    "The plan is covered, its worst case is not: 0.13 USD with fee, and the account has 0.10 USD.",
    { raw: dynamic(60), facts: { balanceMicros: 130_000 } },
  ],
  [
    "majority-impossible",
    { raw: majority(5) },
    "error",
    "The majority vote needs 5 equal answers, but a task gets at most 2.",
    { raw: majority(2) },
  ],
  [
    "goldens-missing",
    { raw: mixer(2, 1), tasks: { total: 5, golden: 1, training: 1 } },
    "error",
    "Each suite needs 2 control (golden) tasks; the pool has 1.",
    { raw: mixer(2), tasks: { total: 5, golden: 2 } },
  ],
  [
    "goldens-missing",
    { raw: mixer(0, 1) },
    "error",
    "Each suite needs 1 training tasks; the pool has 0.",
    { raw: mixer(0, 1), tasks: { total: 4, training: 1 } },
  ],
  [
    "goldens-few",
    { raw: mixer(1), tasks: { total: 999, golden: 49 } },
    "warning",
    "49 control tasks among 999; 5 % would be 50.",
    { raw: mixer(1), tasks: { total: 1_000, golden: 10 } },
  ],
  [
    "golden-starvation",
    { raw: mixer(1), tasks: { total: 303, golden: 3, overlaps: { "2": 300 } } },
    "warning",
    "One person runs out of control tasks after 3 suites; 200 suites need at least 67 people.",
    { raw: mixer(1), tasks: { total: 310, golden: 10, overlaps: { "2": 300 } } },
  ],
  [
    "dynamic-early-close",
    { raw: dynamic(0) },
    "warning",
    "Dynamic overlap with auto_close_after_complete_delay_seconds 0: the pool may close before the overlap has grown.",
    { raw: dynamic(1) },
  ],
  [
    "dynamic-recompletion",
    { raw: { ...dynamic(60), ...recompletion(false) } },
    "warning",
    "A rule that asks for work again lifts the dynamic overlap above its maximum of 5.",
    { raw: dynamic(60) },
  ],
  [
    "suite-too-long",
    { raw: { assignment_max_duration_seconds: 59 } },
    "warning",
    "A suite may take 59 s; Toloka recommends at least 60 s.",
    { raw: { assignment_max_duration_seconds: 60 } },
  ],
  [
    "suite-too-long",
    { raw: mixer(1, 0, 30) },
    "warning",
    "A suite has 31 tasks, about 5 min 10 s at 10 s each; people prefer at most 5 min.",
    { raw: mixer(0, 0, 30) },
  ],
  [
    "no-quality",
    { raw: { quality_control: { configs: [] } } },
    "warning",
    "No quality rule guards the 3 general tasks.",
    { raw: { quality_control: { captcha_frequency: "LOW" } } },
  ],
  [
    "no-filter",
    { raw: { filter: { and: [{ or: [] }] } } },
    "warning",
    "No filter: everybody on Toloka may do these tasks.",
    {},
  ],
  [
    "unbounded-cost",
    { raw: recompletion(false) },
    "warning",
    "No highest cost can be told: a rule or an infinite overlap may add answers to the planned 2 suites.",
    { raw: majority(2) },
  ],
  [
    "stale-archive",
    { pool: { created: new Date("2026-10-29T12:00:00Z") } },
    "warning",
    "The pool has been idle for 25 days; Toloka archives it after 30, for good.",
    {
      pool: {
        created: new Date("2026-10-01T12:00:00Z"),
        lastStopped: new Date("2026-10-29T12:00:01Z"),
      },
    },
  ],
];

describe("the named checks", () => {
  test.each(cases)("%s finds %j", (name, world, level, message) => {
    const { findings, passed } = checksOf(factsOf(world));
    expect(findings.find((finding) => finding.name === name)).toEqual({ name, level, message });
    expect(passed).not.toContain(name);
  });

  test.each(cases)("%s lets the neighbouring case pass (against %j)", (name, _, __, ___, world) => {
    expect(checksOf(factsOf(world)).passed).toContain(name);
  });

  test("find nothing in the quick start, and each is listed once", () => {
    const names = [...new Set(cases.map(([name]) => name))];
    expect(checksOf(factsOf({}))).toEqual({ findings: [], passed: names });
  });
});
