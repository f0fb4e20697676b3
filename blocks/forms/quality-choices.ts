import { type QualityPreset, qualityPresets } from "../../src/domain/form.ts";
import type { Choice } from "./inputs.ts";

const words: { readonly [P in QualityPreset]: Omit<Choice, "value"> } = {
  captcha: {
    text: "Captcha",
    description: "3 days out after 70 % or less right in 10 captchas",
  },
  fast_answers: {
    text: "Fast answers",
    description: "Keeps out workers who answer too fast to have looked",
  },
  skipped_in_row: {
    text: "Skipped in a row",
    description: "Keeps out workers who skip suite after suite",
  },
  golden_accuracy: {
    text: "Golden tasks",
    description: "Keeps out workers who fail tasks with known answers",
  },
  majority_vote: {
    text: "Majority vote",
    description: "Keeps out workers who often differ from the others",
  },
};

/** The quality rules in words. */
export const qualityChoices: readonly Choice[] = qualityPresets.map((preset) => ({
  value: preset,
  ...words[preset],
}));
