import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256Hex } from "../../src/domain/canonical.ts";
import type { TaskRow } from "../../src/domain/plan.ts";
import { createTaskDigest, taskKey } from "../../src/domain/task-digest.ts";
import type { Task } from "../../src/domain/toloka.ts";

const readBack = (row: TaskRow): Task => ({
  id: "0000001267--637cf3fb6e13181a0164e7e6",
  poolId: "4711",
  inputValues: row.input_values,
  overlap: row.infinite_overlap === true ? null : (row.overlap ?? null),
  infiniteOverlap: row.infinite_overlap ?? false,
  knownSolutions: (row.known_solutions ?? []).map((solution) => ({
    correctness_weight: 1,
    ...solution,
  })),
  hint: row.message_on_unknown_solution ?? null,
});

const image = (name: string): TaskRow => ({
  input_values: { image: `https://example.com/${name}.jpg` },
  overlap: 2,
});

const golden: TaskRow = {
  input_values: { image: "https://example.com/g.jpg" },
  infinite_overlap: true,
  known_solutions: [{ output_values: { result: "boots" } }],
};

const training: TaskRow = { ...golden, message_on_unknown_solution: "Look at the sole." };

const summaryOf = (rows: readonly (TaskRow | Task)[]) => {
  const digest = createTaskDigest();
  for (const row of rows) digest.add(row);
  return digest.summary();
};

const rows = [image("1"), image("1"), { ...image("3"), overlap: 5 }, golden, training];

describe("the digest of a pool's tasks", () => {
  test.each([...rows, { input_values: { a: 1, b: null } }])(
    "is the same for the row %j and the task read back",
    (row) => {
      expect(taskKey(readBack(row))).toBe(taskKey(row));
    },
  );

  test.each<[string, TaskRow]>([
    ["another picture", image("2")],
    ["another overlap", { ...image("1"), overlap: 3 }],
    ["no overlap", { input_values: image("1").input_values }],
    ["infinite overlap", { input_values: image("1").input_values, infinite_overlap: true }],
    ["a known solution", { ...image("1"), known_solutions: [{ output_values: { result: "x" } }] }],
    ["a hint", { ...image("1"), message_on_unknown_solution: "Look." }],
    ["a field more", { ...image("1"), input_values: { ...image("1").input_values, n: 1 } }],
    ["another type", { ...image("1"), input_values: { image: 1 } }],
  ])("changes with %s", (_, row) => {
    expect(taskKey(row)).not.toBe(taskKey(image("1")));
  });

  test("is the same for a field that is left out and one that is null", () => {
    const withNull: TaskRow = {
      ...golden,
      input_values: { ...golden.input_values, note: null },
      known_solutions: [{ output_values: { result: "boots", why: null } }],
    };
    expect(taskKey(withNull)).toBe(taskKey(golden));
  });

  test("changes with the weight of a known solution", () => {
    const half = [{ output_values: { result: "boots" }, correctness_weight: 0.5 }];
    expect(taskKey({ ...golden, known_solutions: half })).not.toBe(taskKey(golden));
  });

  test("counts the kinds of tasks and the overlaps of general ones", () => {
    const { digest, ...counts } = summaryOf([
      ...rows,
      { input_values: {}, infinite_overlap: true },
      { input_values: {} },
      golden,
      { ...image("4"), overlap: 1 },
    ]);
    expect(digest).toMatch(/^[0-9a-f]{64}$/u);
    expect(counts).toEqual({
      total: 9,
      golden: 2,
      training: 1,
      infinite: 2,
      overlaps: { "1": 1, "2": 2, "5": 1 },
    });
  });

  test("of no tasks is the hash of nothing", () => {
    expect(summaryOf([]).digest).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  test("is the hash of its tasks' keys in order, one after the other", () => {
    const digest = createTaskDigest();
    const keys = rows.map((row) => digest.add(row));
    expect(digest.summary().digest).toBe(sha256Hex(keys.toSorted().join("")));
  });

  test("takes the pool's default for a general task without an overlap", () => {
    const digest = createTaskDigest(4);
    digest.add({ input_values: {} });
    expect(digest.summary()).toMatchObject({ infinite: 0, overlaps: { "4": 1 } });
  });

  test("does not depend on the order, and counts a task twice that is there twice", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(summaryOf(shuffled.map(readBack))).toEqual(summaryOf(rows));
      }),
      { numRuns: 50 },
    );
    const once = summaryOf([image("1"), image("2")]).digest;
    expect(summaryOf([image("1"), image("1"), image("2")]).digest).not.toBe(once);
    expect(summaryOf([image("1"), image("2"), image("2")]).digest).not.toBe(
      summaryOf([image("1"), image("1"), image("2")]).digest,
    );
  });
});
