import type { QualityPreset } from "../form.ts";
import type { JsonObject } from "../json.ts";

/** What the presets depend on. */
export type QualityFacts = { readonly overlap: number; readonly seconds: number };

const ban = (days: number, comment: string): JsonObject => ({
  type: "RESTRICTION_V2",
  parameters: {
    scope: "PROJECT",
    duration_unit: "DAYS",
    duration: days,
    private_comment: comment,
  },
});

const when = (key: string, operator: string, value: number): JsonObject => ({
  key,
  operator,
  value,
});

/** Equal answers that make a majority: more than half of the overlap, so it can always be reached. */
const majorityThreshold = (overlap: number): number => Math.floor(overlap / 2) + 1;

/** An answer faster than a tenth of the time allowed counts as too fast; between 1 and 20 seconds. */
const fastSeconds = (seconds: number): number =>
  Math.min(20, Math.max(1, Math.floor(seconds / 10)));

const collector = (type: string, parameters: JsonObject, rule: JsonObject): JsonObject => ({
  collector_config: { type, parameters },
  rules: [rule],
});

const configOf = (preset: QualityPreset, facts: QualityFacts): JsonObject => {
  switch (preset) {
    case "captcha":
      return collector(
        "CAPTCHA",
        { history_size: 10 },
        {
          conditions: [when("stored_results_count", "EQ", 10), when("success_rate", "LTE", 70)],
          action: ban(3, "Incorrect captcha input"),
        },
      );
    case "fast_answers":
      return collector(
        "ASSIGNMENT_SUBMIT_TIME",
        { history_size: 10, fast_submit_threshold_seconds: fastSeconds(facts.seconds) },
        {
          conditions: [
            when("total_submitted_count", "GTE", 5),
            when("fast_submitted_count", "GTE", 4),
          ],
          action: ban(1, "Fast answers"),
        },
      );
    case "skipped_in_row":
      return {
        collector_config: { type: "SKIPPED_IN_ROW_ASSIGNMENTS" },
        rules: [
          {
            conditions: [when("skipped_in_row_count", "GTE", 10)],
            action: ban(1, "Skipped 10 task suites in a row"),
          },
        ],
      };
    case "golden_accuracy":
      return collector(
        "GOLDEN_SET",
        { history_size: 10 },
        {
          conditions: [
            when("golden_set_answers_count", "GTE", 5),
            when("golden_set_correct_answers_rate", "LT", 60),
          ],
          action: ban(3, "Wrong answers to golden tasks"),
        },
      );
    case "majority_vote":
      return collector(
        "MAJORITY_VOTE",
        { answer_threshold: majorityThreshold(facts.overlap), history_size: 10 },
        {
          conditions: [
            when("total_answers_count", "GTE", 5),
            when("correct_answers_rate", "LT", 50),
          ],
          action: ban(3, "Disagrees with the majority"),
        },
      );
  }
};

/** The presets as `quality_control`, in the order given; null when there are none. */
export const qualityControl = (
  presets: readonly QualityPreset[],
  facts: QualityFacts,
): JsonObject | null =>
  presets.length === 0
    ? null
    : {
        ...(presets.includes("captcha") ? { captcha_frequency: "LOW" } : {}),
        configs: presets.map((preset) => configOf(preset, facts)),
      };
