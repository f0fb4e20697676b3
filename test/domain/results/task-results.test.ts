import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/domain/json.ts";
import type { AnswerRow } from "../../../src/domain/results/answer-row.ts";
import { createTaskResults } from "../../../src/domain/results/task-results.ts";
import { makeRow } from "./make-answers.ts";

/** What is made of answers, with the fields of each task as plain pairs. */
const resultsOf = (rows: readonly AnswerRow[]) => {
  const tasks = createTaskResults();
  for (const row of rows) tasks.add(row);
  return tasks.list().map(({ fields, ...task }) => ({ ...task, fields: [...fields] }));
};

/** The fields of one task that got these outputs. */
const fieldsOf = (...outputs: readonly JsonObject[]) =>
  resultsOf(outputs.map((output) => makeRow({ output }))).map(({ fields }) => fields);

describe("of the answers to one task", () => {
  test("the most frequent value wins with its share, wherever it stands", () => {
    const most = { given: 3, share: 2 / 3, most: ["cat"] };
    expect([
      ...fieldsOf({ r: "cat" }, { r: "cat" }, { r: "dog" }),
      ...fieldsOf({ r: "dog" }, { r: "cat" }, { r: "cat" }),
    ]).toStrictEqual([[["r", most]], [["r", most]]]);
  });

  test("values that are equally frequent are all told, in the order in which they came", () => {
    expect(
      fieldsOf({ r: "dog" }, { r: "cat" }, { r: "cow" }, { r: "cat" }, { r: "dog" }),
    ).toStrictEqual([[["r", { given: 5, share: 2 / 5, most: ["dog", "cat"] }]]]);
  });

  test("a field that some answers leave out is shared among those that give it", () => {
    expect(fieldsOf({ r: "cat", why: "fur" }, { r: "cat" }, { r: "dog" }, {})).toStrictEqual([
      [
        ["r", { given: 3, share: 2 / 3, most: ["cat"] }],
        ["why", { given: 1, share: 1, most: ["fur"] }],
      ],
    ]);
  });

  test.each<[string, readonly JsonObject[], readonly unknown[]]>([
    [
      "before and after a value",
      [{ r: null }, { r: null }, { r: "cat" }, { r: null }],
      [["r", { given: 1, share: 1, most: ["cat"] }]],
    ],
    [
      "as often as a value",
      [{ r: "cat" }, { r: null }],
      [["r", { given: 1, share: 1, most: ["cat"] }]],
    ],
    [
      "beside values that tie",
      [{ r: null }, { r: "cat" }, { r: null }, { r: "dog" }],
      [["r", { given: 2, share: 1 / 2, most: ["cat", "dog"] }]],
    ],
    ["in every answer", [{ r: null }, { r: null }], []],
    [
      "inside a value, which is a part of it",
      [{ r: [null] }, { r: { a: null } }],
      [["r", { given: 2, share: 1 / 2, most: [[null], { a: null }] }]],
    ],
    [
      "next to values that are false, too",
      [{ a: null, b: false, c: 0, d: "" }],
      ["b", "c", "d"].map((name, at) => [name, { given: 1, share: 1, most: [[false, 0, ""][at]] }]),
    ],
  ])("null is nothing given, as a field left out: %s", (_, outputs, fields) => {
    const [task] = resultsOf(outputs.map((output) => makeRow({ output })));
    expect([task?.answers, task?.fields]).toStrictEqual([outputs.length, fields]);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ["a number and its text", { r: 1 }, { r: "1" }],
    ["a truth and its text", { r: true }, { r: "true" }],
    ["no text and no list", { r: "" }, { r: [] }],
    ["lists in another order", { r: [1, 2] }, { r: [2, 1] }],
    ["texts in another case", { r: "Cat" }, { r: "cat" }],
    ["a list and its text", { r: [1] }, { r: "[1]" }],
  ])("%s are two values", (_, one, other) => {
    expect(fieldsOf(one, other)).toStrictEqual([
      [["r", { given: 2, share: 1 / 2, most: [one.r, other.r] }]],
    ]);
  });

  test("objects with their keys in another order are one value, told as it first came", () => {
    const shown = fieldsOf({ r: { a: 1, b: { c: 2, d: 3 } } }, { r: { b: { d: 3, c: 2 }, a: 1 } });
    expect(JSON.stringify(shown)).toBe(
      '[[["r",{"given":2,"share":1,"most":[{"a":1,"b":{"c":2,"d":3}}]}]]]',
    );
  });

  test("fields named as JavaScript's own words are fields as all others", () => {
    expect(fieldsOf({ constructor: "a" }, { constructor: "a", toString: "b" })).toStrictEqual([
      [
        ["constructor", { given: 2, share: 1, most: ["a"] }],
        ["toString", { given: 1, share: 1, most: ["b"] }],
      ],
    ]);
  });
});

describe("results of tasks", () => {
  test("leave out rejected answers and golden tasks, which could turn a majority", () => {
    const rejected = makeRow({ status: "REJECTED", output: { result: "dog" } });
    const golden = makeRow({ isGolden: true, output: { result: "dog" } });
    expect(resultsOf([rejected, rejected, golden, golden, makeRow()])).toStrictEqual([
      {
        ...{ taskId: "t-1", input: { image: "1.jpg" }, answers: 1 },
        fields: [["result", { given: 1, share: 1, most: ["cat"] }]],
      },
    ]);
    expect(resultsOf([rejected, golden])).toEqual([]);
  });

  test("count work that waits for its review as accepted work", () => {
    const [task] = resultsOf([makeRow({ status: "SUBMITTED" }), makeRow()]);
    expect(task?.fields).toStrictEqual([["result", { given: 2, share: 1, most: ["cat"] }]]);
  });

  test("come in the order of the first answers, one a task, with answers that have no output", () => {
    const found = resultsOf([
      makeRow({ taskId: "t-9", output: {} }),
      makeRow({ taskId: "t-2" }),
      makeRow({ taskId: "t-9", output: {} }),
    ]);
    expect(found.map(({ taskId, answers, fields }) => [taskId, answers, fields.length])).toEqual([
      ["t-9", 2, 0],
      ["t-2", 1, 1],
    ]);
  });

  test("tell tasks without an id apart by their input, in whatever order its keys stand", () => {
    const withInput = (input: JsonObject) => makeRow({ taskId: null, input });
    const found = resultsOf([
      withInput({ image: "1.jpg", n: 1 }),
      withInput({ n: 1, image: "1.jpg" }),
      withInput({ image: "1.jpg", n: "1" }),
      makeRow({ taskId: "t-1", input: { image: "1.jpg", n: 1 } }),
    ]);
    expect(found.map(({ taskId, input, answers }) => ({ taskId, input, answers }))).toStrictEqual([
      { taskId: null, input: { image: "1.jpg", n: 1 }, answers: 2 },
      { taskId: null, input: { image: "1.jpg", n: "1" }, answers: 1 },
      { taskId: "t-1", input: { image: "1.jpg", n: 1 }, answers: 1 },
    ]);
  });

  test("keep tasks with equal input apart when each has its id", () => {
    const found = resultsOf([makeRow(), makeRow({ taskId: "t-2" })]);
    expect(found.map(({ taskId }) => taskId)).toEqual(["t-1", "t-2"]);
  });

  test("go on after a look at them, and a look does not change with what comes later", () => {
    const tasks = createTaskResults();
    tasks.add(makeRow());
    const early = tasks.list();
    tasks.add(makeRow({ output: { result: "dog" } }));
    const [[first], [later]] = [early, tasks.list()];
    expect([first?.answers, first?.fields.get("result")]).toEqual([
      1,
      { given: 1, share: 1, most: ["cat"] },
    ]);
    expect([later?.answers, later?.fields.get("result")]).toEqual([
      2,
      { given: 2, share: 1 / 2, most: ["cat", "dog"] },
    ]);
  });
});
