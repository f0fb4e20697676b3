import { describe, expect, test } from "vitest";
import type { FormInput } from "../../../src/domain/form.ts";
import { readPoolForm } from "../../../src/domain/forms/pool-form.ts";
import { now, poolAnswers, quickstart } from "./quickstart.ts";

const read = (change: FormInput = {}) => readPoolForm({ ...poolAnswers, ...change }, { now });
const at = (time: string) => ({ will_expire: String(new Date(time).getTime() / 1000) });

describe("the pool of Toloka's quick start", () => {
  test("comes out of the form value by value and key by key", () => {
    const expected: unknown = JSON.parse(
      JSON.stringify(quickstart.pool)
        .replace("{project_id}", "12345")
        .replace("{close_date}", "2026-11-30T18:00:00.000"),
    );
    const reading = read();
    expect(reading).toEqual({ ok: true, value: expected, warnings: {} });
    expect(JSON.stringify(reading.ok && reading.value)).toBe(JSON.stringify(expected));
  });
});

const bodyOf = (change: FormInput): unknown => {
  const reading = read(change);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.value;
};

describe("what a person types is understood", () => {
  const prices: readonly [typed: string, dollars: number][] = [
    ["0,02", 0.02],
    ["0.005", 0.005],
    ["$0.05", 0.05],
    ["1,5", 1.5],
    [" 3 ", 3],
    ["0.0125", 0.0125],
    ["\uff10\uff0e\uff11\uff12", 0.12],
    [".5", 0.5],
    ["0.02 USD", 0.02],
  ];
  test.each(prices)("a price of %j", (typed, dollars) => {
    expect(bodyOf({ reward_per_assignment: typed })).toMatchObject({
      reward_per_assignment: dollars,
    });
  });

  const numbers: readonly [typed: string, value: number][] = [
    ["1 000", 1000],
    ["1\u00a0000", 1000],
    ["1\u202f000", 1000],
    ["\uff11\uff12", 12],
    [" 3 ", 3],
    ["007", 7],
  ];
  test.each(numbers)("an overlap of %j", (typed, value) => {
    expect(bodyOf({ overlap: typed })).toMatchObject({
      defaults: { default_overlap_for_new_task_suites: value },
    });
  });

  test("several languages become an or of single values, once each", () => {
    expect(bodyOf({ languages: ["ru", "EN", "RU"] })).toMatchObject({
      filter: {
        and: [
          {
            or: [
              { category: "profile", key: "languages", operator: "IN", value: "RU" },
              { category: "profile", key: "languages", operator: "IN", value: "EN" },
            ],
          },
        ],
      },
    });
  });

  test("manual acceptance sends its days", () => {
    expect(bodyOf({ acceptance: "manual", review_days: "14" })).toMatchObject({
      auto_accept_solutions: false,
      auto_accept_period_day: 14,
    });
  });

  test("the presets come in their order, and the majority fits the overlap", () => {
    const quality = ["majority_vote", "golden_accuracy", "skipped_in_row", "fast_answers"];
    const body = bodyOf({ quality, golden_tasks_count: "1", overlap: "5" });
    expect(JSON.stringify(body)).not.toContain("captcha_frequency");
    expect(body).toMatchObject({
      quality_control: {
        configs: [
          {
            collector_config: {
              type: "ASSIGNMENT_SUBMIT_TIME",
              parameters: { fast_submit_threshold_seconds: 6 },
            },
          },
          { collector_config: { type: "SKIPPED_IN_ROW_ASSIGNMENTS" } },
          { collector_config: { type: "GOLDEN_SET" } },
          { collector_config: { type: "MAJORITY_VOTE", parameters: { answer_threshold: 3 } } },
        ],
      },
    });
  });

  test("an unpaid pool of golden tasks needs no real tasks", () => {
    const change = { reward_per_assignment: "0", real_tasks_count: "0", golden_tasks_count: "5" };
    expect(bodyOf(change)).toMatchObject({
      reward_per_assignment: 0,
      mixer_config: { real_tasks_count: 0, golden_tasks_count: 5, training_tasks_count: 0 },
    });
  });

  test("the project may be known without the form, or be made later", () => {
    const { project: _asked, ...rest } = poolAnswers;
    const ids = ["77", ""].map((projectId) => readPoolForm(rest, { now, projectId }));
    expect(ids.map((reading) => reading.ok && reading.value.project_id)).toEqual(["77", ""]);
  });
});

describe("a wrong pool form is told at its field", () => {
  const whole = (min: number, max: number) => `Type a whole number from ${min} to ${max}`;
  const dollars = "Type a price in dollars such as 0.02";
  const least = "Toloka's minimum for general tasks is 0.005 per suite.";
  const cases: readonly [field: string, change: FormInput, message: string][] = [
    ["project", { project: "" }, "Choose a project or pick *New project*."],
    ["project", { project: "12a" }, "Choose a project or pick *New project*."],
    [
      "private_name",
      { private_name: "  " },
      "Name the pool; workers do not see this name. E.g. *Shoes pool 1*.",
    ],
    ["private_name", { private_name: "x".repeat(201) }, "At most 200 characters - you have 201."],
    [
      "may_contain_adult_content",
      { may_contain_adult_content: undefined },
      "Please answer - Toloka shows such tasks only to people who agreed.",
    ],
    [
      "may_contain_adult_content",
      { may_contain_adult_content: "maybe" },
      "Please answer - Toloka shows such tasks only to people who agreed.",
    ],
    [
      "will_expire",
      { will_expire: "" },
      "Choose when the pool closes, even if it is not finished.",
    ],
    ["will_expire", { will_expire: "tomorrow" }, "Choose a date and a time in the picker."],
    ["will_expire", { will_expire: "999999999999999" }, "Choose a date and a time in the picker."],
    ["will_expire", at("2026-11-23T11:00:00Z"), "That is in the past: 2026-11-23 11:00 UTC."],
    [
      "will_expire",
      at("2026-11-23T12:14:59Z"),
      "That is too soon: 2026-11-23 12:14 UTC is less than 15 minutes away.",
    ],
    ["reward_per_assignment", { reward_per_assignment: "" }, `${dollars}.`],
    [
      "reward_per_assignment",
      { reward_per_assignment: "-1" },
      `${dollars}; it cannot be negative.`,
    ],
    ["reward_per_assignment", { reward_per_assignment: "free" }, `${dollars} - you have free.`],
    ["reward_per_assignment", { reward_per_assignment: "1e-2" }, `${dollars} - you have 1e-2.`],
    ["reward_per_assignment", { reward_per_assignment: "0x10" }, `${dollars} - you have 0x10.`],
    [
      "reward_per_assignment",
      { reward_per_assignment: "1.000,5" },
      `${dollars} - you have 1.000,5.`,
    ],
    [
      "reward_per_assignment",
      { reward_per_assignment: "1,000" },
      "1,000 may mean 1 or 1000: type one of them without the comma.",
    ],
    [
      "reward_per_assignment",
      { reward_per_assignment: "0.00501" },
      "A price has at most four decimals, for example 0.0125.",
    ],
    ["reward_per_assignment", { reward_per_assignment: "0.004" }, least],
    [
      "reward_per_assignment",
      { reward_per_assignment: "0" },
      `A price of 0 works for golden and training tasks only. ${least}`,
    ],
    [
      "assignment_max_duration_seconds",
      { assignment_max_duration_seconds: "4" },
      `${whole(5, 2147483647)} - you have 4.`,
    ],
    [
      "assignment_max_duration_seconds",
      { assignment_max_duration_seconds: "2147483648" },
      `${whole(5, 2147483647)} - you have 2147483648.`,
    ],
    ["overlap", { overlap: "0" }, `${whole(1, 30000)} - you have 0.`],
    ["overlap", { overlap: "30001" }, `${whole(1, 30000)} - you have 30001.`],
    ["overlap", { overlap: "-1" }, `${whole(1, 30000)} - you have -1.`],
    ["overlap", { overlap: "1,5" }, `${whole(1, 30000)}, without dot or comma - you have 1,5.`],
    ["overlap", { overlap: "1e3" }, `${whole(1, 30000)}, in digits only - you have 1e3.`],
    ["overlap", { overlap: "0x10" }, `${whole(1, 30000)}, in digits only - you have 0x10.`],
    ["overlap", { overlap: "1 00" }, `${whole(1, 30000)}, in digits only - you have 1 00.`],
    ["overlap", { overlap: "three" }, `${whole(1, 30000)}, in digits only - you have three.`],
    ["overlap", { overlap: "" }, `${whole(1, 30000)}.`],
    ["real_tasks_count", { real_tasks_count: "501" }, `${whole(0, 500)} - you have 501.`],
    [
      "real_tasks_count",
      { real_tasks_count: "0" },
      `${whole(1, 500)}. Only an unpaid pool of golden or training tasks has none.`,
    ],
    ["golden_tasks_count", { golden_tasks_count: "501" }, `${whole(0, 500)} - you have 501.`],
    [
      "training_tasks_count",
      { training_tasks_count: "x" },
      `${whole(0, 500)}, in digits only - you have x.`,
    ],
    [
      "languages",
      { languages: ["RU", "XX"] },
      "*XX* is not a language I know. Use two letters such as EN or RU.",
    ],
    ["quality", { quality: ["capcha"] }, "*capcha* is not a quality rule. Did you mean *captcha*?"],
    [
      "quality",
      { quality: ["golden_accuracy"] },
      "Golden accuracy needs golden tasks: set at least 1 golden task per suite, or leave the rule out.",
    ],
    [
      "quality",
      { quality: ["majority_vote"], overlap: "1" },
      "Majority vote is impossible with an overlap of 1: set the overlap to 2 or more, or leave the rule out.",
    ],
    ["acceptance", { acceptance: "later" }, "Choose automatic or manual acceptance."],
    [
      "review_days",
      { acceptance: "manual", review_days: "22" },
      `${whole(1, 21)} - you have 22. Answers nobody reviewed within these days are accepted and paid.`,
    ],
  ];
  test.each(cases)("%s %o", (field, change, message) => {
    expect(read(change)).toEqual({ ok: false, errors: { [field]: message } });
  });

  test("a price above the person's limit", () => {
    const reading = readPoolForm(
      { ...poolAnswers, reward_per_assignment: "1.01" },
      { now, maxRewardMicros: 1_000_000 },
    );
    expect(reading).toEqual({
      ok: false,
      errors: { reward_per_assignment: "Your limit is 1.00 per suite." },
    });
  });

  test("an empty form tells every required field", () => {
    const reading = readPoolForm({}, { now });
    expect(Object.keys(reading.ok ? {} : reading.errors).sort()).toEqual([
      "assignment_max_duration_seconds",
      "may_contain_adult_content",
      "overlap",
      "private_name",
      "project",
      "real_tasks_count",
      "reward_per_assignment",
      "will_expire",
    ]);
  });
});

describe("an odd pool form is warned about", () => {
  const cases: readonly [field: string, change: FormInput, message: string][] = [
    ["overlap", { overlap: "12" }, "Overlap 12? Most tasks need 3 to 5."],
    [
      "assignment_max_duration_seconds",
      { assignment_max_duration_seconds: "59" },
      "Toloka recommends at least a minute.",
    ],
    [
      "languages",
      { languages: [] },
      "Without a language everybody may answer, whatever they can read.",
    ],
    ["quality", { quality: undefined }, "Without quality rules nobody is ever checked."],
    [
      "will_expire",
      at("2027-11-24T12:00:00Z"),
      "2027-11-24 12:00 UTC is more than a year away. Is the year right?",
    ],
    [
      "reward_per_assignment",
      { reward_per_assignment: "20" },
      "20.00 dollars per suite? Most suites cost a few cents.",
    ],
  ];
  test.each(cases)("%s %o", (field, change, message) => {
    const reading = read(change);
    expect(reading.ok && reading.warnings).toEqual({ [field]: message });
  });
});
