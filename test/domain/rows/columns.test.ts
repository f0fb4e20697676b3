import { describe, expect, test } from "vitest";
import { createRowChecker } from "../../../src/domain/rows/row-checker.ts";
import type { RowRules, SheetFormat } from "../../../src/domain/rows/row-types.ts";

const rules: RowRules = {
  inputSpec: { image: { type: "url" }, color: { type: "string", required: false } },
  outputSpec: { result: { type: "string", allowed_values: ["a", "b"] } },
};

const checker = (columns: readonly string[], format: SheetFormat = "table") =>
  createRowChecker({ rules, defaultOverlap: 3, columns, format });

describe("columns", () => {
  test("are understood with Toloka's prefixes in any case", () => {
    const columns = [
      "input:image",
      "INPUT:color",
      "Golden:result",
      "HINT:text",
      "TASK:overlap",
      "TASK:infinite_overlap",
    ];
    expect(checker(columns).mapping.map(({ meaning }) => meaning)).toEqual([
      "input image",
      "input color",
      "golden result",
      "hint",
      "overlap",
      "infinite overlap",
    ]);
  });

  test("are understood by plain names", () => {
    expect(checker(["Image", "result", "hint", "overlap", "(column 5)"]).mapping).toEqual([
      { column: "Image", meaning: "input image" },
      { column: "result", meaning: "golden result" },
      { column: "hint", meaning: "hint" },
      { column: "overlap", meaning: "overlap" },
      { column: "(column 5)", meaning: "not used" },
    ]);
  });

  const cases: readonly [columns: readonly string[], fatal: string][] = [
    [
      ["image", "colour"],
      "Column *colour* is not in the project. Did you mean *color*? Otherwise remove it, or add a hidden optional field.",
    ],
    [
      ["image", "shape"],
      "Column *shape* is not in the project. Remove it, or add a hidden optional field.",
    ],
    [
      ["image", "INPUT:imgae2"],
      "Column *INPUT:imgae2* is not in the project. Did you mean *image*? Otherwise remove it, or add a hidden optional field.",
    ],
    [
      ["image", "GOLDEN:rsult"],
      "Column *GOLDEN:rsult* is not in the project. Did you mean *result*? Otherwise remove it, or add a hidden optional field.",
    ],
    [
      ["image", "TASK:id"],
      "Column *TASK:id* is not in the project. Remove it, or add a hidden optional field.",
    ],
    [["color"], "There is no column for *image*, which is required. Call it INPUT:image."],
    [
      ["image", "INPUT:image"],
      "Columns *image* and *INPUT:image* both mean input image. Remove one.",
    ],
    [["image", "image"], "Column *image* is there twice. Remove one."],
    [["image", "__proto__"], "A column cannot be called *__proto__*. Rename it."],
  ];
  test.each(cases)("%o cannot be checked", (columns, fatal) => {
    expect(checker(columns).fatal).toBe(fatal);
  });

  test("of JSON rows are judged row by row", () => {
    const json = checker(["color", "shape"], "json");
    const row = {
      row: 2,
      cells: new Map<string, unknown>([
        ["color", "red"],
        ["shape", "round"],
      ]),
    };
    expect([json.fatal, json.check(row)]).toEqual([
      null,
      {
        ok: false,
        problems: [
          {
            row: 2,
            column: "shape",
            rule: "unknown-column",
            value: "round",
            hint: "Column *shape* is not in the project. Remove it, or add a hidden optional field.",
          },
          { row: 2, column: "image", rule: "required", value: "", hint: "is empty, but required" },
        ],
      },
    ]);
  });

  test("rules that cannot be checked here are noted", () => {
    const spec = {
      inputSpec: { t: { type: "string", pattern: "(a+)+" }, u: { type: "video" } },
      outputSpec: {},
    };
    const some = createRowChecker({ rules: spec, defaultOverlap: 1, columns: ["t", "u"] });
    const start = Date.now();
    const reading = some.check({
      row: 1,
      cells: new Map(Object.entries({ t: `${"a".repeat(40)}!`, u: "v" })),
    });
    expect([reading.ok, Date.now() - start < 1000, some.notes]).toEqual([
      true,
      true,
      [
        "The pattern of *t* is too complex to check here: Toloka will check it.",
        "*u* has the type video, which I do not know: Toloka will check it.",
      ],
    ]);
  });
});

describe("Toloka's own JSON form of a task", () => {
  const check = (row: object) =>
    checker(Object.keys(row), "json").check({ row: 1, cells: new Map(Object.entries(row)) });
  const image = "https://example.com/image_1.jpg";

  test("is taken as in the quick start", () => {
    expect(check({ input_values: { image }, pool_id: "{pool_id}", overlap: 2 })).toEqual({
      ok: true,
      task: { input_values: { image }, overlap: 2 },
    });
  });

  test("is taken with several known solutions and their weights", () => {
    const known_solutions = [
      { output_values: { result: "a" }, correctness_weight: 1 },
      { output_values: { result: "b" }, correctness_weight: 0.71 },
    ];
    const message_on_unknown_solution = "It is a";
    expect(
      check({
        input_values: { image },
        known_solutions,
        message_on_unknown_solution,
        infinite_overlap: true,
      }),
    ).toEqual({
      ok: true,
      task: {
        input_values: { image },
        infinite_overlap: true,
        known_solutions,
        message_on_unknown_solution,
      },
    });
  });

  const cases: readonly [row: object, column: string, rule: string][] = [
    [{ input_values: { image: "x" } }, "input_values.image", "url"],
    [{ input_values: { image, shape: 1 } }, "input_values.shape", "unknown-column"],
    [{ input_values: [], image }, "input_values", "json"],
    [{ input_values: { image }, known_solutions: {} }, "known_solutions", "json"],
    [{ input_values: { image }, known_solutions: [{}] }, "known_solutions", "json"],
    [
      { input_values: { image }, known_solutions: [{ output_values: { result: "" } }] },
      "known_solutions",
      "golden",
    ],
    [
      { input_values: { image }, known_solutions: [{ output_values: { result: "c" } }] },
      "known_solutions.result",
      "allowed-values",
    ],
    [
      { input_values: { image }, known_solutions: [{ output_values: { other: 1 } }] },
      "known_solutions.other",
      "unknown-column",
    ],
    [
      {
        input_values: { image },
        known_solutions: [{ output_values: { result: "a" }, correctness_weight: 2 }],
      },
      "known_solutions.correctness_weight",
      "range",
    ],
    [
      { input_values: { image }, known_solutions: [{ output_values: { result: "a" }, weight: 1 }] },
      "known_solutions.weight",
      "unknown-column",
    ],
    [{ input_values: { image }, infinite_overlap: true }, "infinite_overlap", "infinite-overlap"],
    [{ input_values: { image }, reserved_for: ["x"] }, "reserved_for", "unknown-column"],
    [
      { input_values: { image }, message_on_unknown_solution: "x" },
      "message_on_unknown_solution",
      "hint",
    ],
  ];
  test.each(cases)("%o", (row, column, rule) => {
    const reading = check(row);
    expect(
      reading.ok ? [] : reading.problems.map((problem) => [problem.column, problem.rule]),
    ).toEqual([[column, rule]]);
  });
});
