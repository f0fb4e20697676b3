import type { Micros } from "./money.ts";
import type { OverlapCounts, TaskSummary } from "./plan.ts";
import { canAddOverlap, dynamicOverlapMax, dynamicPrices } from "./pool-rules.ts";
import type { Cost } from "./run.ts";
import type { Pool } from "./toloka.ts";

/** Toloka's fee as this installation assumes it; the API does not tell it. */
export type Fee = { readonly feePercent: number; readonly minFeeMicros: Micros };

/** What a price is computed from. */
export type CostFacts = Fee & {
  readonly rewardMicros: Micros;
  /** General tasks a suite; null (no smart mixing) and 0 count as one, which never prices too low. */
  readonly realTasksPerSuite: number | null;
  readonly tasks: TaskSummary;
  readonly dynamicOverlapMax?: number | null;
  /** Prices of dynamic pricing besides `rewardMicros`. */
  readonly dynamicPrices?: readonly Micros[];
  /** A rule may ask for more answers: no highest cost. */
  readonly canAddOverlap?: boolean;
};

type Step = { readonly overlap: number; readonly count: number };

const stepsOf = (overlaps: OverlapCounts, atLeast: number): readonly Step[] =>
  Object.entries(overlaps)
    .map(([overlap, count]) => ({ overlap: Math.max(Number(overlap), atLeast), count }))
    .toSorted((a, b) => a.overlap - b.overlap);

/**
 * Suites to pay: the sum over k of ceil(n(k) / R), where n(k) is the number of tasks that want at least k
 * answers. n(k) only changes at the overlaps that occur, so the sum runs over those.
 */
const assignmentsOf = (steps: readonly Step[], perSuite: number): number => {
  let open = steps.reduce((sum, step) => sum + step.count, 0);
  let [below, assignments] = [0, 0];
  for (const { overlap, count } of steps) {
    assignments += (overlap - below) * Math.ceil(open / perSuite);
    open -= count;
    below = overlap;
  }
  return assignments;
};

const percentScale = 10_000;

/**
 * The fee of one paid suite: the percentage of its price, rounded half up to a micro-dollar, and never
 * less than the minimum. Percentages have up to four decimals.
 */
const feeOf = (priceMicros: Micros, fee: Fee): Micros => {
  const scaled = priceMicros * Math.round(fee.feePercent * percentScale);
  const whole = 100 * percentScale;
  return Math.max(Math.floor((scaled + whole / 2) / whole), fee.minFeeMicros);
};

/** What one paid suite costs with its fee, in micro-dollars. */
export const withFee = (priceMicros: Micros, fee: Fee): Micros =>
  priceMicros + feeOf(priceMicros, fee);

/**
 * Prices a plan, in micro-dollars. Planned: every general task gets exactly its overlap. Low: suites are
 * always full, at the cheapest price. Worst: dynamic overlap goes to its maximum at the dearest price;
 * null when infinite general tasks or a rule make it boundless. Golden and training tasks cost nothing.
 */
export const costOf = (facts: CostFacts): Cost => {
  const perSuite = Math.max(facts.realTasksPerSuite ?? 1, 1);
  const prices = [facts.rewardMicros, ...(facts.dynamicPrices ?? [])];
  const dearest = Math.max(...prices);

  const steps = stepsOf(facts.tasks.overlaps, 0);
  const answers = steps.reduce((sum, { overlap, count }) => sum + overlap * count, 0);
  const planned = assignmentsOf(steps, perSuite);
  const worst = assignmentsOf(
    stepsOf(facts.tasks.overlaps, facts.dynamicOverlapMax ?? 0),
    perSuite,
  );
  const bounded = facts.tasks.infinite === 0 && facts.canAddOverlap !== true;

  const plannedMicros = planned * facts.rewardMicros;
  const feeMicros = planned * feeOf(facts.rewardMicros, facts);
  return {
    plannedAssignments: planned,
    lowMicros: Math.ceil(answers / perSuite) * Math.min(...prices),
    plannedMicros,
    worstMicros: bounded ? worst * dearest : null,
    feeMicros,
    plannedWithFeeMicros: plannedMicros + feeMicros,
    worstWithFeeMicros: bounded ? worst * (dearest + feeOf(dearest, facts)) : null,
    feePercent: facts.feePercent,
    minFeeMicros: facts.minFeeMicros,
  };
};

/** Prices a pool as Toloka has it now. */
export const costOfPool = (pool: Pool, tasks: TaskSummary, fee: Fee): Cost =>
  costOf({
    ...fee,
    rewardMicros: pool.rewardMicros,
    realTasksPerSuite: pool.realTasksPerSuite,
    tasks,
    dynamicOverlapMax: dynamicOverlapMax(pool),
    dynamicPrices: dynamicPrices(pool),
    canAddOverlap: canAddOverlap(pool),
  });
