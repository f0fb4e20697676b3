import type { FieldSpec } from "../checks/field-specs.ts";
import type { Estimate } from "./dawid-skene.ts";

/** One answer with the reliability of who gave it, 0..1. */
export type WeightedVote = { label: string; weight: number };

/** Nobody is always right or worse than this; keeps one vote from deciding alone. */
const LEAST = 0.05;
const MOST = 0.99;
/** The reliability of a Toloker without the skill; the API names none. */
const UNKNOWN = 0.5;

/** The reliability that a skill's value (0..100) stands for. */
export function weightOf(skillValue: number | undefined): number {
  const weight = skillValue === undefined ? UNKNOWN : skillValue / 100;
  return Math.min(MOST, Math.max(LEAST, weight));
}

/**
 * The most probable of `options` answers by Bayes' rule, all being equally frequent: a Toloker gives
 * the right one with the probability of their weight, and any wrong one equally often. Of equally
 * probable answers the one that was given first.
 */
export function weigh(votes: readonly WeightedVote[], options: number): Estimate | undefined {
  const labels = [...new Set(votes.map(({ label }) => label))];
  const wrong = Math.max(1, options - 1);
  const logs = labels.map((label) =>
    votes.reduce((sum, vote) => sum + Math.log(chance(vote, label, wrong)), 0),
  );
  const unseen = votes.reduce((sum, { weight }) => sum + Math.log((1 - weight) / wrong), 0);
  const highest = Math.max(...logs, unseen);
  const rest = Math.max(0, options - labels.length) * Math.exp(unseen - highest);
  const total = logs.reduce((sum, log) => sum + Math.exp(log - highest), rest);
  let found: Estimate | undefined;
  for (const [index, label] of labels.entries()) {
    const confidence = Math.exp((logs[index] ?? 0) - highest) / total;
    if (found === undefined || confidence > found.confidence) found = { label, confidence };
  }
  return found;
}

function chance({ label, weight }: WeightedVote, actual: string, wrong: number): number {
  return label === actual ? weight : (1 - weight) / wrong;
}

/** How many answers a field can have; for a free one, one more than were given. */
export function optionsOf(spec: FieldSpec | undefined, given: number): number {
  if (spec?.allowed !== undefined) return spec.allowed.length;
  if (spec?.type === "boolean") return 2;
  const { minValue, maxValue } = spec ?? {};
  if (spec?.type === "integer" && minValue !== undefined && maxValue !== undefined) {
    return maxValue - minValue + 1;
  }
  return given + 1;
}
