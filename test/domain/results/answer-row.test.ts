import { describe, expect, test } from "vitest";
import { answerRows, isUsable } from "../../../src/domain/results/answer-row.ts";
import { makeAssignment, makeRow } from "./make-answers.ts";

describe("the answers of a suite", () => {
  test("are a row a task in the suite's order, golden tasks marked, the worker as a number only", () => {
    const rows = answerRows(makeAssignment(), 7);
    const all = {
      ...{ assignmentId: "a-1", suiteId: "s-1", status: "ACCEPTED", worker: 7 },
      submitted: "2026-11-27T16:00:00.000Z",
    };
    expect(rows).toStrictEqual([
      {
        ...all,
        ...{ taskId: "t-1", isGolden: false, input: { image: "1.jpg" }, output: { result: "cat" } },
      },
      {
        ...all,
        ...{ taskId: "t-2", isGolden: true, input: { image: "2.jpg" }, output: { result: "dog" } },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain("somebody");
  });

  test.each([
    ["SUBMITTED", 2],
    ["ACCEPTED", 2],
    ["REJECTED", 2],
    ["ACTIVE", 0],
    ["SKIPPED", 0],
    ["EXPIRED", 0],
    ["A_WORD_THAT_CAME_LATER", 0],
    ["accepted", 0],
    ["", 0],
  ])("of a suite that is %j are %i rows: only what was sent in has answers", (status, rows) => {
    expect(answerRows(makeAssignment({ status }), 1).map((row) => row.status)).toEqual(
      Array.from({ length: rows }, () => status),
    );
  });

  test.each([
    ["none", [], [{}, {}]],
    ["fewer solutions than tasks", [{ result: "cat" }], [{ result: "cat" }, {}]],
    ["more solutions than tasks", [{ a: 1 }, { a: 2 }, { a: 3 }], [{ a: 1 }, { a: 2 }]],
  ])("are empty where Toloka gave no solution: %s", (_, solutions, outputs) => {
    const rows = answerRows(makeAssignment({ solutions }), 1);
    expect(rows.map(({ output }) => output)).toStrictEqual(outputs);
  });

  test("of tasks without an id and a suite without a time stay without them", () => {
    const [task] = makeAssignment().tasks;
    if (task === undefined) throw new Error("a suite has tasks");
    const rows = answerRows(makeAssignment({ tasks: [{ ...task, id: null }], submitted: null }), 1);
    expect(rows).toMatchObject([{ taskId: null, submitted: null, output: { result: "cat" } }]);
  });

  test("of a suite without tasks are none", () => {
    expect(answerRows(makeAssignment({ tasks: [] }), 1)).toEqual([]);
  });
});

test.each([
  ["ACCEPTED", false, true],
  ["SUBMITTED", false, true],
  ["REJECTED", false, false],
  ["ACCEPTED", true, false],
  ["SUBMITTED", true, false],
  ["REJECTED", true, false],
])("an answer that is %s, golden %s, counts: %s", (status, isGolden, counts) => {
  expect(isUsable(makeRow({ status, isGolden }))).toBe(counts);
});
