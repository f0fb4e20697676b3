import type { FormInput } from "../form.ts";
import { poolFields as fields, qualityPresets } from "../form.ts";
import type { JsonObject } from "../json.ts";
import { listOf, textOf } from "./form-text.ts";
import { languages } from "./languages.ts";
import { qualityControl } from "./quality-rules.ts";
import { didYouMean } from "./suggest.ts";
import { readWholeNumber } from "./typed-numbers.ts";

type Notes = { [field: string]: string };

/** Several languages become an `or` of single conditions: Toloka refuses a list as a value. */
export const readLanguages = (
  input: FormInput,
  errors: Notes,
  warnings: Notes,
): JsonObject | null => {
  const codes = [...new Set(listOf(input, fields.languages).map((code) => code.toUpperCase()))];
  const unknown = codes.find((code) => !languages.some((language) => language.code === code));
  if (unknown !== undefined) {
    errors[fields.languages] =
      `*${unknown.slice(0, 20)}* is not a language I know. Use two letters such as EN or RU.`;
    return null;
  }
  if (codes.length === 0) {
    warnings[fields.languages] = "Without a language everybody may answer, whatever they can read.";
    return null;
  }
  const conditions = codes.map((code) => ({
    category: "profile",
    key: "languages",
    operator: "IN",
    value: code,
  }));
  return { and: [{ or: conditions }] };
};

/** Reads the quality presets; rules that could never work with the other answers are errors. */
export const readQuality = (
  input: FormInput,
  facts: { readonly overlap: number; readonly seconds: number; readonly golden: number },
  errors: Notes,
  warnings: Notes,
): JsonObject | null => {
  const picked = listOf(input, fields.quality);
  const unknown = picked.find((text) => !qualityPresets.some((preset) => preset === text));
  if (unknown !== undefined) {
    errors[fields.quality] =
      `*${unknown.slice(0, 40)}* is not a quality rule.${didYouMean(unknown, qualityPresets)}`;
    return null;
  }
  const presets = qualityPresets.filter((preset) => picked.includes(preset));
  if (presets.length === 0)
    warnings[fields.quality] = "Without quality rules nobody is ever checked.";
  if (presets.includes("golden_accuracy") && facts.golden === 0 && !errors[fields.goldenTasks]) {
    errors[fields.quality] =
      "Golden accuracy needs golden tasks: set at least 1 golden task per suite, or leave the rule out.";
  }
  if (presets.includes("majority_vote") && facts.overlap === 1) {
    errors[fields.quality] =
      "Majority vote is impossible with an overlap of 1: set the overlap to 2 or more, or leave the rule out.";
  }
  return qualityControl(presets, facts);
};

/** What the pool body says about acceptance; nothing for automatic acceptance, Toloka's default. */
export type Acceptance = {
  readonly auto_accept_solutions?: false;
  readonly auto_accept_period_day?: number;
};

/** Reads automatic or manual acceptance with its days for the review. */
export const readAcceptance = (input: FormInput, errors: Notes): Acceptance => {
  const choice = textOf(input, fields.acceptance);
  if (choice === "" || choice === "automatic") return {};
  if (choice !== "manual") {
    errors[fields.acceptance] = "Choose automatic or manual acceptance.";
    return {};
  }
  const days = readWholeNumber(textOf(input, fields.reviewDays), 1, 21);
  if (!days.ok) {
    errors[fields.reviewDays] =
      `${days.message} Answers nobody reviewed within these days are accepted and paid.`;
    return {};
  }
  return { auto_accept_solutions: false, auto_accept_period_day: days.value };
};
