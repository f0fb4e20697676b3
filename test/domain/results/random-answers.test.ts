import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import type { Json, JsonObject } from "../../../src/domain/json.ts";
import type { AnswerRow } from "../../../src/domain/results/answer-row.ts";
import { agreementOf } from "../../../src/domain/results/summary.ts";
import { createTaskResults } from "../../../src/domain/results/task-results.ts";
import { type Chance, seeded } from "../../support/seeded.ts";
import { makeRow } from "./make-answers.ts";

const values: readonly Json[] = [
  ...["cat", null, "dog", "1", "true", "", "=1", "\uD83D", "a\u0000b"],
  ...[1, 0, -1.5, true, false],
  ...[[], [1, 2], [2, 1], ["1", 2], [null], {}],
  ...[
    { a: 1, b: [2] },
    { b: [2], a: 1 },
    { a: 1, b: ["2"] },
  ],
];
const inputs: readonly JsonObject[] = [
  { image: "1.jpg", n: 1 },
  { n: 1, image: "1.jpg" },
  { image: "1.jpg", n: "1" },
  { image: "2.jpg" },
  {},
];
const taskIds = [null, null, "t-1", "t-2", "t-3"];
const statuses = ["ACCEPTED", "ACCEPTED", "SUBMITTED", "REJECTED"];

const one = <Item>(chance: Chance, items: readonly [Item, ...Item[]] | readonly Item[]): Item => {
  const item = items[chance.below(items.length)];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

const randomRow = (chance: Chance): AnswerRow => {
  // Few values in most answers, so that majorities and ties come about.
  const known = chance.below(3) === 0 ? values : values.slice(0, 4);
  const fields = ["result", "why", "box"].filter(() => chance.below(3) > 0);
  return makeRow({
    taskId: one(chance, taskIds),
    status: one(chance, statuses),
    isGolden: chance.below(6) === 0,
    input: one(chance, inputs),
    output: Object.fromEntries(fields.map((field) => [field, one(chance, known)])),
  });
};

const isSameTask = (a: AnswerRow, b: AnswerRow): boolean =>
  a.taskId === null
    ? b.taskId === null && isDeepStrictEqual(a.input, b.input)
    : a.taskId === b.taskId;

/** A second implementation, which compares every value with every other and knows no keys. */
const expected = (rows: readonly AnswerRow[]) => {
  const counting = rows.filter(
    ({ status, isGolden }) => (status === "ACCEPTED" || status === "SUBMITTED") && !isGolden,
  );
  const firsts = counting.filter(
    (row, index) => counting.findIndex((other) => isSameTask(other, row)) === index,
  );
  return firsts.map((first) => {
    const same = counting.filter((row) => isSameTask(row, first));
    const pairs = same
      .flatMap(({ output }) => Object.entries(output))
      .filter(([, value]) => value !== null);
    const names = [...new Set(pairs.map(([field]) => field))];
    return {
      ...{ taskId: first.taskId, input: first.input, answers: same.length },
      fields: names.map((name) => {
        const given = pairs.flatMap(([field, value]) => (field === name ? [value] : []));
        const equal = (value: Json) => given.filter((other) => isDeepStrictEqual(other, value));
        const top = Math.max(...given.map((value) => equal(value).length));
        const most = given.filter(
          (value, index) =>
            equal(value).length === top &&
            given.findIndex((other) => isDeepStrictEqual(other, value)) === index,
        );
        return [name, { given: given.length, share: top / given.length, most }] as const;
      }),
    };
  });
};

test("majorities, shares, ties and agreement are those of a count by comparison, for 400 random pools", () => {
  const met = { ties: 0, majorities: 0, missing: 0, alone: 0, nulls: 0 };
  for (let seed = 1; seed <= 400; seed += 1) {
    const chance = seeded(seed);
    const rows = Array.from({ length: chance.below(40) }, () => randomRow(chance));
    const tasks = createTaskResults();
    for (const row of rows) tasks.add(row);
    const found = tasks.list().map((task) => ({ ...task, fields: [...task.fields] }));
    const wanted = expected(rows);
    expect(found, `seed ${seed}`).toStrictEqual(wanted);

    const shares = new Map<string, number[]>();
    for (const { output } of rows) met.nulls += Object.values(output).includes(null) ? 1 : 0;
    for (const { answers, fields } of wanted) {
      for (const [field, { given, share, most }] of fields) {
        if (given > 1) shares.set(field, [...(shares.get(field) ?? []), share]);
        met.ties += most.length > 1 ? 1 : 0;
        met.majorities += most.length === 1 && share < 1 ? 1 : 0;
        met.missing += given < answers ? 1 : 0;
        met.alone += given === 1 ? 1 : 0;
      }
    }
    const agreement = [...shares].map(([field, list]) => ({
      field,
      share: expect.closeTo(list.reduce((sum, share) => sum + share, 0) / list.length, 12),
      tasks: list.length,
    }));
    expect(agreementOf(tasks.list()), `seed ${seed}`).toEqual(agreement);
  }
  // The pools have what is to be told apart.
  for (const times of Object.values(met)) expect(times).toBeGreaterThan(300);
});
