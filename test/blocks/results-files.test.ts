import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resultsFileName, resultsText } from "../../blocks/results-files.ts";
import { results } from "../../playground/gallery/results-samples.ts";
import type { JsonObject } from "../../src/domain/json.ts";
import type { AnswerRow } from "../../src/domain/results/answer-row.ts";
import { filesOf, type ResultFile } from "../../src/domain/results/results.ts";
import { makeRow } from "../domain/results/make-answers.ts";

async function* inPages(...pages: readonly (readonly AnswerRow[])[]) {
  yield* pages;
}

/** The file's text, from the rows in pages of two, with the fields that occur as columns. */
const textOf = (file: ResultFile, rows: readonly AnswerRow[]): Promise<string> => {
  const fields = (objects: readonly JsonObject[]) => [...new Set(objects.flatMap(Object.keys))];
  const columns = {
    inputs: fields(rows.map(({ input }) => input)),
    outputs: fields(rows.map(({ output }) => output)),
  };
  const pages = rows.flatMap((_, at) => (at % 2 === 0 ? [rows.slice(at, at + 2)] : []));
  return resultsText(file, columns, inPages(...pages));
};

/** The cells of each line, for a reader that ends a line at whatever looks like an end. */
const cellsOf = (text: string): string[][] =>
  parse(text, { record_delimiter: ["\r\n", "\n", "\r"] });

const linesOf = async (file: ResultFile, rows: readonly AnswerRow[]): Promise<string[][]> =>
  cellsOf(await textOf(file, rows));

const answered = (taskId: string, ...outputs: readonly JsonObject[]): AnswerRow[] =>
  outputs.map((output) => makeRow({ taskId, input: { image: `${taskId}.jpg` }, output }));

/** What a value looks like once a CSV reader has read it. */
const shown = [
  ["cat", "cat"],
  ["a,b", "a,b"],
  ['say "cat"', 'say "cat"'],
  ['"', '"'],
  ["two\nlines", "two\nlines"],
  ["two\r\nlines", "two\r\nlines"],
  ["two\rlines", "two\rlines"],
  ["Größe 靴 👟", "Größe 靴 👟"],
  [" spaces ", " spaces "],
  ["", ""],
  [12, "12"],
  [0, "0"],
  [-3.5, "-3.5"],
  [-1e-7, "-1e-7"],
  ["-3.5", "'-3.5"],
  [true, "true"],
  [false, "false"],
  [["a,b", 1, null], '["a,b",1,null]'],
  [{ box: { x: 1, label: 'a "b"' } }, '{"box":{"x":1,"label":"a \\"b\\""}}'],
  [[], "[]"],
  [{}, "{}"],
] as const;
/** Fields named as what JavaScript keeps in every object. */
const words = ["constructor", "toString", "valueOf", "__proto__"];
const borrowed: JsonObject = Object.fromEntries(words.map((word) => [word, word]));
const dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "-"];

describe("the file of all answers", () => {
  test("has Toloka's prefixes, a line an answer, with golden and rejected ones, in their order", async () => {
    const rows = [
      makeRow(),
      makeRow({ isGolden: true, taskId: null, worker: 12, output: { why: "fur" } }),
      makeRow({ status: "REJECTED", submitted: null, input: { n: 2 }, output: {} }),
    ];
    expect(await textOf("raw", rows)).toBe(
      [
        "INPUT:image,INPUT:n,OUTPUT:result,OUTPUT:why,ASSIGNMENT:task_id,ASSIGNMENT:assignment_id,ASSIGNMENT:task_suite_id,ASSIGNMENT:worker,ASSIGNMENT:status,ASSIGNMENT:submitted,ASSIGNMENT:golden",
        "1.jpg,,cat,,t-1,a-1,s-1,worker 1,ACCEPTED,2026-11-27T16:00:00.000Z,no",
        "1.jpg,,,fur,,a-1,s-1,worker 12,ACCEPTED,2026-11-27T16:00:00.000Z,yes",
        ",2,,,t-1,a-1,s-1,worker 1,REJECTED,,no",
        "",
      ].join("\r\n"),
    );
  });

  test.each([...shown, [null, ""] as const])(
    "reads back the value %j as %j, in input and output",
    async (value, cell) => {
      const row = makeRow({ input: { a: value, z: "i" }, output: { a: value, z: "o" } });
      const [, cells] = await linesOf("raw", [row]);
      expect(cells?.slice(0, 4)).toEqual([cell, "i", cell, "o"]);
    },
  );

  test("leaves a field empty that an answer does not have, whatever JavaScript keeps under its name", async () => {
    const [, ...lines] = await linesOf("raw", [
      makeRow({ input: borrowed, output: borrowed }),
      makeRow({ input: {}, output: {} }),
    ]);
    expect(lines.map((cells) => cells.slice(0, 8))).toEqual([
      [...words, ...words],
      [...words, ...words].map(() => ""),
    ]);
  });
});

describe("the file of the most frequent answers", () => {
  test("has a line a task with the value that won, its share and how many answers there are", async () => {
    const rows = [
      ...answered("t-1", { result: "cat" }, { result: "cat", why: "fur" }, { result: "dog" }),
      ...answered("t-2", { result: "dog" }),
    ];
    expect(await textOf("majority", rows)).toBe(
      [
        "INPUT:image,OUTPUT:result,AGREEMENT:result,TIE:result,OUTPUT:why,AGREEMENT:why,TIE:why,ANSWERS,ASSIGNMENT:task_id",
        "t-1.jpg,cat,0.667,,fur,1,,3,t-1",
        "t-2.jpg,dog,1,,,,,1,t-2",
        "",
      ].join("\r\n"),
    );
  });

  test.each<[string, readonly JsonObject[], string, string]>([
    ["two", [{ r: "cat" }, { r: "dog" }], "0.5", "cat | dog"],
    ["three", [{ r: "c" }, { r: "a" }, { r: "b" }], "0.333", "c | a | b"],
    ["a number and its text", [{ r: 1 }, { r: "1" }], "0.5", "1 | 1"],
    ["JSON values", [{ r: [1, "a"] }, { r: true }], "0.5", '[1,"a"] | true'],
    ["numbers", [{ r: 3 }, { r: -5 }], "0.5", "3 | -5"],
    ["formulas", [{ r: "=1" }, { r: "+2" }], "0.5", "'=1 | +2"],
  ])("names no winner of a tie of %s, but all who tie", async (_, outputs, share, tie) => {
    const [, cells] = await linesOf("majority", answered("t-1", ...outputs));
    const times = String(outputs.length);
    expect(cells).toEqual(["t-1.jpg", "", share, tie, times, "t-1"]);
  });

  test.each<[string, readonly JsonObject[], readonly string[]]>([
    ["more often than a value", [{ r: null }, { r: null }, { r: "cat" }], ["cat", "1", ""]],
    ["as often as a value", [{ r: null }, { r: "cat" }], ["cat", "1", ""]],
    [
      "as often as values that tie",
      [{ r: "cat" }, { r: null }, { r: "dog" }],
      ["", "0.5", "cat | dog"],
    ],
    ["alone", [{ r: null }, { r: null }], ["", "", ""]],
  ])("neither takes null for a value nor lists it in a tie: %s", async (_, outputs, wanted) => {
    const [, cells] = await linesOf("majority", answered("t-1", ...outputs));
    expect(cells).toEqual(["t-1.jpg", ...wanted, String(outputs.length), "t-1"]);
  });

  test.each([
    [2_499, 1, "0.999"],
    [1_999, 1, "0.999"],
    [999, 1, "0.999"],
    [1_997, 3, "0.999"],
    [998, 2, "0.998"],
    [2_500, 0, "1"],
  ])("has a share of 1 only if all agree: %i to %i is %s", async (most, others, share) => {
    const rows = Array.from({ length: most + others }, (_, at) =>
      makeRow({ input: {}, output: { r: at < others ? "dog" : "cat" } }),
    );
    const [, cells] = await linesOf("majority", rows);
    expect(cells).toEqual(["cat", share, "", String(most + others), "t-1"]);
  });

  test("leaves the input of a task empty that it does not have, whatever JavaScript keeps under its name", async () => {
    const [, ...lines] = await linesOf("majority", [
      makeRow({ input: borrowed, output: borrowed }),
      makeRow({ taskId: "t-2", input: {}, output: {} }),
    ]);
    expect(lines).toEqual([
      [...words, ...words.flatMap((word) => [word, "1", ""]), "1", "t-1"],
      [...words, ...words.flatMap(() => ["", "", ""])].map(() => "").concat("1", "t-2"),
    ]);
  });

  test("leaves out golden tasks and rejected answers, also as lines", async () => {
    const rows = [
      ...answered("t-1", { r: "cat" }),
      ...answered("t-1", { r: "dog" }, { r: "dog" }).map((row) => ({ ...row, status: "REJECTED" })),
      ...answered("t-2", { r: "dog" }).map((row) => ({ ...row, isGolden: true })),
    ];
    const [, ...lines] = await linesOf("majority", rows);
    expect(lines).toEqual([["t-1.jpg", "cat", "1", "", "1", "t-1"]]);
  });

  test("makes one line of answers that came in different pages", async () => {
    const [one, two, three] = answered("t-1", { r: "a" }, { r: "b" }, { r: "b" });
    if (one === undefined || two === undefined || three === undefined) throw new Error("three");
    const pages = inPages([one], [], [two, three]);
    const text = await resultsText("majority", { inputs: [], outputs: ["r"] }, pages);
    expect(cellsOf(text).slice(1)).toEqual([["b", "0.667", "", "3", "t-1"]]);
  });

  test.each(shown)("reads back the value %j as %j, in input and output", async (value, cell) => {
    const row = makeRow({ input: { a: value, z: "i" }, output: { a: value, z: "o" } });
    const [, cells] = await linesOf("majority", [row]);
    expect(cells).toEqual([cell, "i", cell, "1", "", "o", "1", "", "1", "t-1"]);
  });
});

describe("a spreadsheet runs nothing of", () => {
  test.each(dangerous)("%j in any column of either file", async (text) => {
    const row = makeRow({
      ...{ taskId: text, assignmentId: text, suiteId: text, status: text, submitted: text },
      ...{ input: { i: text }, output: { o: text } },
    });
    const tame = `'${text}`;
    const [, raw] = await linesOf("raw", [row]);
    expect(raw).toEqual([tame, tame, tame, tame, tame, "worker 1", tame, tame, "no"]);
    const [, majority] = await linesOf("majority", [row]);
    expect(majority).toEqual([tame, tame, "1", "", "1", tame]);
    const [, tie] = await linesOf("majority", [row, { ...row, output: { o: "b" } }]);
    expect(tie).toEqual([tame, "", "0.5", `'${text} | b`, "2", tame]);
  });

  test.each([...dangerous, "a,b", 'a"b', ""])("the field name %j in any heading", async (name) => {
    const row = makeRow({ input: { [name]: 1 }, output: { [name]: 2 } });
    const [[raw, rawCells], [majority]] = [
      await linesOf("raw", [row]),
      await linesOf("majority", [row]),
    ];
    expect(raw?.slice(0, 2)).toEqual([`INPUT:${name}`, `OUTPUT:${name}`]);
    expect(rawCells?.slice(0, 2)).toEqual(["1", "2"]);
    expect(majority?.slice(0, 4)).toEqual([
      ...[`INPUT:${name}`, `OUTPUT:${name}`, `AGREEMENT:${name}`, `TIE:${name}`],
    ]);
    for (const heading of [...(raw ?? []), ...(majority ?? [])]) expect(heading).toMatch(/^[A-Z]/);
  });

  test("whatever people write, and what a CSV reader reads is what was found", async () => {
    const start = fc.constantFrom(
      ...["=", "+", "-", "@", "\t", "\r", "\n", "\0", '"', "'", ",", ""],
    );
    const text = fc.tuple(start, start, fc.string({ unit: "binary" })).map((all) => all.join(""));
    const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
    const pair = fc.record({ input: value, output: value, taskId: text });
    const cell = (of: string | number | boolean): string =>
      typeof of === "string" && /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(of)
        ? `'${of}`
        : String(of);
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 5 }), async (pairs) => {
        const rows = pairs.map(({ input, output, taskId }) =>
          makeRow({ taskId, input: { i: input }, output: { o: output } }),
        );
        const [, ...raw] = await linesOf("raw", rows);
        expect(raw.map((cells) => cells.slice(0, 3))).toEqual(
          pairs.map(({ input, output, taskId }) => [cell(input), cell(output), cell(taskId)]),
        );
        const apart = rows.map((row, index) => ({ ...row, taskId: `t-${index}` }));
        const [, ...majority] = await linesOf("majority", apart);
        expect(majority).toEqual(
          pairs.map(({ input, output }, index) => [
            ...[cell(input), cell(output), "1", "", "1", `t-${index}`],
          ]),
        );
      }),
      { numRuns: 100 },
    );
  });
});

test.each(["raw", "majority"] as const)(
  "without answers the file %s is its heading alone",
  async (file) => {
    const text = await resultsText(file, { inputs: ["i"], outputs: ["o"] }, inPages([], []));
    expect([
      cellsOf(text).length,
      text.startsWith("INPUT:i,OUTPUT:o,"),
      text.endsWith("\r\n"),
    ]).toEqual([1, true, true]);
  },
);

test("a most frequent answer there is only where an answer counts", () => {
  expect([
    filesOf(results),
    filesOf({ ...results, answers: 0 }),
    filesOf({ ...results, files: null }),
  ]).toEqual([["raw", "majority"], ["raw"], []]);
});

test("tasks stand in the order in which they were made, whoever answered first", async () => {
  const rows = ["t-3", "t-1", "t-2"].map((taskId) => makeRow({ taskId }));
  const [, ...lines] = await linesOf("majority", rows);
  expect(lines.map((cells) => cells.at(-1))).toEqual(["t-1", "t-2", "t-3"]);
});

test.each([
  ["raw", "4711", "raw-4711.csv"],
  ["majority", "4711", "majority-4711.csv"],
  ["raw", null, "raw-pool.csv"],
  ["raw", "../a b/<c>.csv", "raw-_a_b_c_csv.csv"],
  ["majority", "9".repeat(60), `majority-${"9".repeat(40)}.csv`],
] as const)("the file %s of pool %j is named %s", (file, poolId, name) => {
  expect(resultsFileName(file, poolId, false)).toBe(name);
  expect(resultsFileName(file, poolId, true)).toBe(name.replace(".csv", "-so-far.csv"));
});
