import { expect, test } from "vitest";
import { isObject } from "../../../../emulators/toloka/json.ts";
import { ACCEPTED_DIFFERENCES, BARE_ITEMS } from "./accepted-differences.ts";
import { answerFor } from "./made-answers.ts";
import { recording, recordingsOf } from "./recordings.ts";
import { differences } from "./shapes.ts";

const names = [...recordingsOf("response"), ...recordingsOf("error")];
const used = new Set<number>();

/** A recorded answer in the form that the stand-in gives. */
function recordedAnswer(name: string): unknown {
  const value = recording(name);
  return BARE_ITEMS.includes(name) ? [value] : value;
}

test.each(names)("the stand-in's answer has the keys and types of %s", async (name) => {
  const recorded = recordedAnswer(name);
  const made = await answerFor(name, recorded);
  const unknown = differences(recorded, made).filter((line) => {
    const index = ACCEPTED_DIFFERENCES.findIndex(
      (rule) => rule.in.test(name) && rule.lines.test(line),
    );
    if (index >= 0) used.add(index);
    return index < 0;
  });
  expect(unknown).toEqual([]);
});

test("no accepted difference is out of date", () => {
  const stale = ACCEPTED_DIFFERENCES.filter((_, index) => !used.has(index));
  expect(stale).toEqual([]);
});

test("refusals have the recorded code, and the recorded words where they are on record", async () => {
  const words = ["errors.access-denied.json", "errors.inappropriate-status.json"];
  const others = [
    "errors.internal.json",
    "errors.validation-filter.json",
    "pools.open.err.empty-pool.json",
  ];
  for (const name of [...words, ...others]) {
    const recorded = recording(name);
    const made = await answerFor(name, recorded);
    const wordsOf = (value: unknown) =>
      isObject(value) && [value.code, value.message, value.payload ?? null];
    expect(wordsOf(made)).toEqual(wordsOf(recorded));
  }
});
