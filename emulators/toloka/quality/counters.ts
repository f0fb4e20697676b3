import type { Counters } from "../work/entities.ts";
import type { World } from "../world.ts";
import type { QualityConfig } from "./configs.ts";

/** What a condition compares with; absent when the collector knows nothing yet. */
export type Facts = { readonly [key: string]: number | string | undefined };

const DAY_MS = 86_400_000;

/** What a collector knows of a Toloker; pools whose collectors share a uuid share it. */
export function countersOf({ store }: World, config: QualityConfig, userId: string): Counters {
  const key = `${config.uuid} ${userId}`;
  const known = store.collected.get(key);
  if (known !== undefined) return known;
  const fresh: Counters = { results: [], golden: [], count: 0, income: [] };
  store.collected.set(key, fresh);
  return fresh;
}

/** Adds a result and forgets those beyond the collector's history. */
export function addResult(config: QualityConfig, results: boolean[], good: boolean): void {
  results.push(good);
  const size = config.parameters.history_size;
  if (typeof size === "number" && results.length > size) {
    results.splice(0, results.length - size);
  }
}

/** The values of the collector's condition keys at the moment `at`. */
export function factsOf(config: QualityConfig, counters: Counters, at: number): Facts {
  const { results, golden, count, income } = counters;
  const good = percentOf(results);
  const bad = good === undefined ? undefined : 100 - good;
  switch (config.type) {
    case "GOLDEN_SET": {
      const right = percentOf(golden);
      return {
        ...answers(results, good, bad),
        golden_set_answers_count: golden.length,
        golden_set_correct_answers_rate: right,
        golden_set_incorrect_answers_rate: right === undefined ? undefined : 100 - right,
      };
    }
    case "MAJORITY_VOTE":
      return answers(results, good, bad);
    case "CAPTCHA":
      return { stored_results_count: results.length, success_rate: good, fail_rate: bad };
    case "SKIPPED_IN_ROW_ASSIGNMENTS":
      return { skipped_in_row_count: count };
    case "ANSWER_COUNT":
      return { assignments_accepted_count: count };
    case "ASSIGNMENT_SUBMIT_TIME":
      return {
        total_submitted_count: results.length,
        fast_submitted_count: results.filter((slow) => !slow).length,
      };
    case "TRAINING":
      return { ...answers(results, good, bad), submitted_assignments_count: count };
    case "ACCEPTANCE_RATE":
      return {
        total_assignments_count: results.length,
        accepted_assignments_rate: good,
        rejected_assignments_rate: bad,
      };
    case "INCOME": {
      const recent = income.filter(([moment]) => moment > at - DAY_MS);
      const micros = recent.reduce((sum, [, paid]) => sum + paid, 0);
      return { income_sum_for_last_24_hours: micros / 1_000_000 };
    }
    default:
      return {};
  }
}

function answers(
  results: readonly boolean[],
  good: number | undefined,
  bad: number | undefined,
): Facts {
  return {
    total_answers_count: results.length,
    correct_answers_rate: good,
    incorrect_answers_rate: bad,
  };
}

function percentOf(results: readonly boolean[]): number | undefined {
  if (results.length === 0) return undefined;
  return (results.filter((good) => good).length * 100) / results.length;
}
