import { describe, expect, test } from "vitest";
import { dawidSkene, type Label } from "../../../../emulators/toloka/aggregation/dawid-skene.ts";
import { optionsOf, weigh, weightOf } from "../../../../emulators/toloka/aggregation/weighted.ts";
import { createRandom } from "../../../../emulators/toloka/work/random.ts";
import { ANAESTHETISTS } from "./anaesthetists.ts";

describe("Dawid and Skene's method", () => {
  test.each([
    ["as published", 0],
    ["as it is used", undefined],
  ])("finds the published frequencies of the anaesthetists' data, %s", (_name, priorAnswers) => {
    const { priors } = dawidSkene(ANAESTHETISTS, priorAnswers);
    const rounded = ["1", "2", "3", "4"].map((label) => priors.get(label)?.toFixed(2));
    expect(rounded).toEqual(["0.40", "0.42", "0.11", "0.07"]);
  });

  test("believes those who are reliable, also against the majority", () => {
    const { estimates } = dawidSkene(ANAESTHETISTS);
    const found = ["p2", "p3", "p11", "p36", "p45"].map((task) => estimates.get(task)?.label);
    expect(found).toEqual(["4", "2", "4", "4", "2"]);
  });

  test("finds more than a vote does where each worker gave a hundred answers", () => {
    let [voted, found, published] = [0, 0, 0];
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const { truths, labels } = plantedAnswers(seed);
      const { estimates } = dawidSkene(labels);
      const unsmoothed = dawidSkene(labels, 0).estimates;
      for (const [task, truth] of truths.entries()) {
        if (majority(labels.slice(task * 3, task * 3 + 3)) === truth) voted += 1;
        if (estimates.get(`${task}`)?.label === truth) found += 1;
        if (unsmoothed.get(`${task}`)?.label === truth) published += 1;
      }
    }
    expect(found).toBeGreaterThan(voted);
    expect(published).toBeLessThan(found);
  });

  test("takes the only answer of everybody, and knows nothing about nothing", () => {
    const labels = ["a", "b"].map((worker) => ({ task: "1", worker, label: "x" }));
    expect([...dawidSkene(labels).estimates]).toEqual([["1", { label: "x", confidence: 1 }]]);
    expect(dawidSkene([]).estimates.size).toBe(0);
  });

  test("reads the answer out of one who always says the opposite", () => {
    const random = createRandom(5);
    const truths = Array.from({ length: 200 }, () => (random.below(2) === 0 ? "yes" : "no"));
    const labels = truths.flatMap((truth, task): Label[] => {
      const opposite = truth === "yes" ? "no" : "yes";
      const honest = (worker: string): Label => ({
        task: `${task}`,
        worker,
        label: random.next() < 0.85 ? truth : opposite,
      });
      const liar = { task: `${task}`, worker: "liar", label: opposite };
      return [honest("a"), honest("b"), honest("c"), liar];
    });
    const { estimates } = dawidSkene(labels);
    const right = truths.filter((truth, task) => estimates.get(`${task}`)?.label === truth);
    const outvoted = truths.filter((truth, task) => {
      const honest = labels.filter((one) => one.task === `${task}` && one.worker !== "liar");
      return honest.filter(({ label }) => label === truth).length < 2;
    });
    expect(outvoted.length).toBeGreaterThan(8);
    expect(right.length).toBeGreaterThanOrEqual(198);
  });
});

/** A thousand tasks of three options with three answers each, by thirty workers of 60 to 90 %. */
function plantedAnswers(seed: number) {
  const random = createRandom(seed);
  const accuracies = Array.from({ length: 30 }, () => 0.6 + 0.3 * random.next());
  const truths = Array.from({ length: 1_000 }, () => `${random.below(3)}`);
  const labels = truths.flatMap((truth, task): Label[] => {
    const first = random.below(30);
    const second = (first + 1 + random.below(14)) % 30;
    const third = (second + 1 + random.below(14)) % 30;
    return [first, second, third].map((worker) => {
      const right = random.next() < (accuracies[worker] ?? 0);
      const wrong = (Number(truth) + 1 + random.below(2)) % 3;
      return { task: `${task}`, worker: `${worker}`, label: right ? truth : `${wrong}` };
    });
  });
  return { truths, labels };
}

/** The answer that most gave; of equally frequent ones the first. */
function majority(labels: readonly Label[]): string | undefined {
  const votes = (wanted: string): number => labels.filter(({ label }) => label === wanted).length;
  return labels.map(({ label }) => label).toSorted((a, b) => votes(b) - votes(a))[0];
}

describe("the weighted method", () => {
  const votes = (...list: [string, number][]) => list.map(([label, weight]) => ({ label, weight }));
  test.each([
    ["one vote is worth its weight", votes(["a", 0.8]), 2, "a", 0.8],
    ["two against one of equal weight", votes(["a", 0.8], ["a", 0.8], ["b", 0.8]), 2, "a", 0.8],
    ["one good against two bad", votes(["b", 0.6], ["a", 0.9], ["b", 0.6]), 2, "a", 0.8],
    [
      "a good one against a bad one of three options",
      votes(["a", 0.9], ["b", 0.6]),
      3,
      "a",
      9 / 11,
    ],
    ["more options make agreement surer", votes(["a", 0.8], ["a", 0.8]), 5, "a", 64 / 65],
  ])("%s", (_name, given, options, label, confidence) => {
    const estimate = weigh(given, options);
    expect(estimate?.label).toBe(label);
    expect(estimate?.confidence).toBeCloseTo(confidence, 10);
  });

  test("has no answer without votes, and counts a field's options", () => {
    expect(weigh([], 2)).toBeUndefined();
    const spec = { isArray: false, required: true };
    expect([
      optionsOf({ ...spec, type: "string", allowed: ["a", "b", "c"] }, 1),
      optionsOf({ ...spec, type: "boolean" }, 1),
      optionsOf({ ...spec, type: "integer", minValue: 1, maxValue: 5 }, 1),
      optionsOf({ ...spec, type: "string" }, 3),
    ]).toEqual([3, 2, 5, 4]);
    expect([weightOf(80), weightOf(undefined), weightOf(100), weightOf(0)]).toEqual([
      0.8, 0.5, 0.99, 0.05,
    ]);
  });
});
