import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CostFacts, costOf, costOfPool } from "../../src/domain/cost.ts";
import { fee, poolWith, tasksWith } from "./world.ts";

/** A second implementation that counts answer by answer, on a list of one overlap a task. */
const bruteForce = (overlaps: readonly number[], perSuite: number): number => {
  let suites = 0;
  for (let k = 1; k <= Math.max(0, ...overlaps); k += 1) {
    let waiting = 0;
    for (const overlap of overlaps) if (overlap >= k) waiting += 1;
    while (waiting > 0) {
      suites += 1;
      waiting -= perSuite;
    }
  }
  return suites;
};

const countsOf = (overlaps: readonly number[]): { [overlap: string]: number } => {
  const counts: { [overlap: string]: number } = {};
  for (const overlap of overlaps) counts[overlap] = (counts[overlap] ?? 0) + 1;
  return counts;
};

/** The fee by text arithmetic: percent of the price in micro-dollars, half up, at least the minimum. */
const feeByText = (price: number, percent: number, least: number): number => {
  const hundredths = BigInt(price) * BigInt(percent);
  const rounded = (hundredths + 50n) / 100n;
  return Math.max(Number(rounded), least);
};

const facts = (changes: Partial<CostFacts> = {}): CostFacts => ({
  ...fee,
  rewardMicros: 20_000,
  realTasksPerSuite: 3,
  tasks: tasksWith(),
  ...changes,
});

describe("the cost of a plan", () => {
  test("of the quick start is 2 suites, 0.04 dollars and 0.052 with fee", () => {
    expect(costOfPool(poolWith(), tasksWith(), fee)).toEqual({
      plannedAssignments: 2,
      lowMicros: 40_000,
      plannedMicros: 40_000,
      worstMicros: 40_000,
      feeMicros: 12_000,
      plannedWithFeeMicros: 52_000,
      worstWithFeeMicros: 52_000,
      feePercent: 30,
      minFeeMicros: 5_000,
    });
  });

  test("of 2,988 tasks with 3 answers at 10 a suite is 897 suites and 23.322 dollars with fee", () => {
    const tasks = tasksWith({ total: 2_988, overlaps: { "3": 2_988 } });
    expect(costOf(facts({ realTasksPerSuite: 10, tasks }))).toEqual({
      plannedAssignments: 897,
      lowMicros: 17_940_000,
      plannedMicros: 17_940_000,
      worstMicros: 17_940_000,
      feeMicros: 5_382_000,
      plannedWithFeeMicros: 23_322_000,
      worstWithFeeMicros: 23_322_000,
      feePercent: 30,
      minFeeMicros: 5_000,
    });
  });

  test("counts golden and training tasks as free", () => {
    const tasks = tasksWith({ total: 103, golden: 60, training: 40 });
    expect(costOf(facts({ tasks }))).toEqual(costOf(facts()));
  });

  test("goes up to the most answers of dynamic overlap and the dearest dynamic price", () => {
    const pool = poolWith({
      dynamic_overlap_config: { type: "BASIC", max_overlap: 5 },
      dynamic_pricing_config: {
        type: "SKILL",
        intervals: [{ reward_per_assignment: 0.01 }, { from: 80, reward_per_assignment: 0.1 }],
      },
    });
    expect(costOfPool(pool, tasksWith(), fee)).toEqual({
      ...costOf(facts()),
      lowMicros: 20_000,
      worstMicros: 500_000,
      worstWithFeeMicros: 650_000,
    });
  });

  test.each([
    ["infinite general tasks", poolWith(), tasksWith({ total: 4, infinite: 1 })],
    [
      "a rule that adds overlap",
      poolWith({
        quality_control: {
          configs: [
            {
              collector_config: { type: "USERS_ASSESSMENT" },
              rules: [
                { conditions: [], action: { type: "CHANGE_OVERLAP", parameters: { delta: 1 } } },
              ],
            },
          ],
        },
      }),
      tasksWith(),
    ],
    [
      "checkpoints that collect more answers",
      poolWith({
        quality_control: { checkpoints_config: { real_settings: { target_overlap: 9 } } },
      }),
      tasksWith(),
    ],
  ])("has no highest figure with %s", (_, pool, tasks) => {
    expect(costOfPool(pool, tasks, fee)).toEqual({
      ...costOf(facts()),
      worstMicros: null,
      worstWithFeeMicros: null,
    });
  });

  test("rounds the fee of each suite half up to a micro-dollar", () => {
    const one = tasksWith({ total: 1, overlaps: { "1": 1 } });
    const feeMicros = (rewardMicros: number, feePercent: number) =>
      costOf(facts({ tasks: one, rewardMicros, feePercent, minFeeMicros: 0 })).feeMicros;
    expect([feeMicros(5, 10), feeMicros(4, 10), feeMicros(3, 50), feeMicros(8, 12.5)]).toEqual([
      1, 0, 2, 1,
    ]);
  });

  test("equals a count answer by answer for 1,000 random plans", () => {
    const plan = fc.record({
      overlaps: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }),
      perSuite: fc.integer({ min: 1, max: 20 }),
      price: fc.integer({ min: 0, max: 3_000_000 }),
      percent: fc.integer({ min: 0, max: 60 }),
      least: fc.integer({ min: 0, max: 10_000 }),
      most: fc.option(fc.integer({ min: 1, max: 20 })),
    });
    fc.assert(
      fc.property(plan, ({ overlaps, perSuite, price, percent, least, most }) => {
        const planned = bruteForce(overlaps, perSuite);
        const raised = overlaps.map((overlap) => Math.max(overlap, most ?? 0));
        const worst = bruteForce(raised, perSuite);
        const each = feeByText(price, percent, least);
        const answers = overlaps.reduce((sum, overlap) => sum + overlap, 0);
        expect(
          costOf({
            rewardMicros: price,
            realTasksPerSuite: perSuite,
            tasks: tasksWith({ total: overlaps.length, overlaps: countsOf(overlaps) }),
            dynamicOverlapMax: most,
            feePercent: percent,
            minFeeMicros: least,
          }),
        ).toEqual({
          plannedAssignments: planned,
          lowMicros: Math.ceil(answers / perSuite) * price,
          plannedMicros: planned * price,
          worstMicros: worst * price,
          feeMicros: planned * each,
          plannedWithFeeMicros: planned * (price + each),
          worstWithFeeMicros: worst * (price + each),
          feePercent: percent,
          minFeeMicros: least,
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
