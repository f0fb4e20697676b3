import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TaskRow } from "../../../src/domain/plan.ts";
import { chunkRows } from "../../../src/domain/rows/chunks.ts";
import { createRowChecker } from "../../../src/domain/rows/row-checker.ts";
import { createReportBuilder } from "../../../src/domain/rows/sheet-report.ts";

const rules = {
  inputSpec: { image: { type: "url" }, n: { type: "integer", min_value: 1, required: false } },
  outputSpec: { result: { type: "string", allowed_values: ["boots", "other"] } },
};

const columns = ["image", "n", "GOLDEN:result", "HINT:text", "overlap"];

const report = (rows: readonly (readonly string[])[]) => {
  const checker = createRowChecker({ rules, defaultOverlap: 3, columns });
  const builder = createReportBuilder("shoes.csv");
  rows.forEach((cells, index) => {
    const row = index + 1;
    const placed = columns.map((column, place) => [column, cells[place] ?? ""] as const);
    builder.add(row, checker.check({ row, cells: new Map(placed) }));
  });
  return builder.report({ mapping: checker.mapping, notes: ["A note."], fatal: null });
};

test("a report counts rows, kinds, overlaps, duplicates and problems", () => {
  const rows = [
    ["https://a.b/1"],
    ["https://a.b/2", "", "", "", "5"],
    ["https://a.b/1"],
    ["https://a.b/3", "", "boots"],
    ["https://a.b/4", "", "boots", "look at the sole"],
    ["photos/1.jpg", "0"],
  ];
  const { mapping, firstProblems, ...counts } = report(rows);
  expect(counts).toEqual({
    fileName: "shoes.csv",
    rows: 6,
    good: 5,
    golden: 1,
    training: 1,
    duplicates: 1,
    badRows: 1,
    problemCount: 2,
    notes: ["A note.", "Rows 1 and 3 are identical. You would pay twice."],
    fatal: null,
    overlaps: { "3": 2, "5": 1 },
  });
  expect([mapping.length, firstProblems.map(({ rule }) => rule)]).toEqual([5, ["url", "range"]]);
});

test("the first ten problems are shown and the others counted, and so are duplicates", () => {
  const rows = Array.from({ length: 25 }, (_, index) => [index < 15 ? "bad" : "https://a.b"]);
  const found = report(rows);
  expect([found.firstProblems.length, found.problemCount, found.badRows, found.notes]).toEqual([
    10,
    15,
    15,
    [
      "A note.",
      "Rows 16 and 17 are identical. You would pay twice.",
      "Rows 16 and 18 are identical. You would pay twice.",
      "Rows 16 and 19 are identical. You would pay twice.",
      "6 more rows are identical to earlier ones.",
    ],
  ]);
});

const faults: readonly (readonly [place: number, cell: string, rule: string])[] = [
  [0, "photos/1.jpg", "url"],
  [0, "", "required"],
  [1, "one", "integer"],
  [1, "0", "range"],
  [2, "boot", "allowed-values"],
  [4, "0", "overlap"],
  [4, "1e3", "overlap"],
];

test("exactly the planted errors are found in a generated table", () => {
  const row = fc.record({
    n: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: "" }),
    overlap: fc.option(fc.integer({ min: 1, max: 30_000 }), { nil: "" }),
    fault: fc.option(fc.nat(faults.length - 1), { nil: -1, freq: 3 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
      const checker = createRowChecker({ rules, defaultOverlap: 3, columns });
      const found: unknown[] = [];
      const planted: unknown[] = [];
      rows.forEach((some, index) => {
        const cells = [`https://a.b/${index}`, String(some.n), "", "", String(some.overlap)];
        const fault = faults[some.fault];
        if (fault !== undefined) {
          cells[fault[0]] = fault[1];
          planted.push([index + 1, columns[fault[0]], fault[2], fault[1]]);
        }
        const placed = columns.map((column, place) => [column, cells[place] ?? ""] as const);
        const result = checker.check({ row: index + 1, cells: new Map(placed) });
        if (!result.ok)
          found.push(...result.problems.map((p) => [p.row, p.column, p.rule, p.value]));
      });
      expect(found).toEqual(planted);
    }),
    { numRuns: 300 },
  );
});

describe("uploads", () => {
  const sizeOf = (rows: readonly TaskRow[]) =>
    Buffer.byteLength(
      JSON.stringify(rows.map((row) => ({ ...row, pool_id: "9223372036854775807" }))),
    );

  test("hold at most 5,000 tasks and 1,000,000 bytes, in order, nothing lost", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.nat(900)), { maxLength: 200 }), (parts) => {
        const tasks = parts.map(([word, times], index) => ({
          input_values: { text: `${index} ${`${word}\u20ac`.repeat(times)}` },
          overlap: 3,
        }));
        const chunks = chunkRows(tasks);
        expect(chunks.flatMap(({ rows }) => rows)).toEqual(tasks);
        expect(chunks.map(({ ordinal }) => ordinal)).toEqual([...chunks.keys()]);
        expect(chunks.every(({ rows }) => rows.length > 0 && sizeOf(rows) <= 1_000_000)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("are as few as the bounds allow", () => {
    const task = { input_values: { image: "https://example.com/1.jpg" }, overlap: 3 };
    const lengths = chunkRows(Array.from({ length: 12_000 }, () => task)).map(
      ({ rows }) => rows.length,
    );
    expect(lengths).toEqual([5000, 5000, 2000]);
  });

  test.each([
    [150, 4_990],
    [90_000, 40],
  ])("of tasks with %i characters each stay under the bound", (length, count) => {
    const task = { input_values: { text: "x".repeat(length) }, overlap: 30_000 };
    const chunks = chunkRows(Array.from({ length: count }, () => task));
    expect(chunks.flatMap(({ rows }) => rows).length).toBe(count);
    expect(chunks.length).toBeGreaterThan(1);
    expect(Math.max(...chunks.map(({ rows }) => sizeOf(rows)))).toBeLessThanOrEqual(1_000_000);
  });

  test("of nothing are none", () => {
    expect(chunkRows([])).toEqual([]);
  });
});
