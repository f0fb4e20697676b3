import { describe, expect, test } from "vitest";
import type { FieldSpec } from "../../../src/domain/toloka.ts";
import { checkRow as check } from "./check-row.ts";

describe("a cell becomes a value of its type", () => {
  const cases: readonly [type: string, cell: unknown, value: unknown][] = [
    ["string", " as it is ", " as it is "],
    ["url", "https://example.com/image_1.jpg", "https://example.com/image_1.jpg"],
    ["url", "HTTP://example.com", "HTTP://example.com"],
    ["URL", "www.example.com/a", "www.example.com/a"],
    ["integer", " 12 ", 12],
    ["integer", "-7", -7],
    ["integer", 5, 5],
    ["float", "1.5", 1.5],
    ["float", "1e3", 1000],
    ["float", ".5", 0.5],
    ["boolean", "TRUE", true],
    ["boolean", false, false],
    ["json", '{"a": [1]}', { a: [1] }],
    ["json", { a: 1 }, { a: 1 }],
    ["coordinates", "53.910236, 27.531110", "53.910236,27.531110"],
    ["array_string", '["a", "b,c"]', ["a", "b,c"]],
    ["array_string", "a, b", ["a", "b"]],
    ["array_integer", "[1, 2]", [1, 2]],
    ["array_integer", "1,2", [1, 2]],
    ["array_url", ["https://a.b"], ["https://a.b"]],
    ["array_coordinates", '["1,2", "3,4"]', ["1,2", "3,4"]],
  ];
  test.each(cases)("%s %j", (type, cell, value) => {
    expect(check({ x: cell }, { type })).toEqual({
      ok: true,
      task: { input_values: { image: "https://a.b/1.jpg", x: value }, overlap: 3 },
    });
  });
});

describe("both ends of a range are allowed", () => {
  const cases: readonly [spec: FieldSpec, cell: string][] = [
    [{ type: "integer", min_value: 1, max_value: 5 }, "1"],
    [{ type: "integer", min_value: 1, max_value: 5 }, "5"],
    [{ type: "string", min_length: 2, max_length: 3 }, "ab"],
    [{ type: "string", min_length: 2, max_length: 3 }, "abc"],
    [{ type: "array_string", min_size: 1, max_size: 2 }, "a"],
    [{ type: "array_string", min_size: 1, max_size: 2 }, "a,b"],
    [{ type: "coordinates" }, "-90,180"],
  ];
  test.each(cases)("%o accepts %j", (spec, cell) => {
    expect(check({ x: cell }, spec).ok).toBe(true);
  });
});

describe("each broken rule is named with row, column, value and what to do", () => {
  const url = "must be a link that starts with http://, https:// or www and has no spaces";
  const list = 'must be a JSON list such as ["a", "b"], or values separated by commas';
  const cases: readonly [spec: FieldSpec, cell: unknown, rule: string, hint: string][] = [
    [{ type: "url" }, "photos/12.jpg", "url", url],
    [{ type: "url" }, "http://", "url", url],
    [{ type: "url" }, "https:///path", "url", url],
    [{ type: "url" }, "ftp://a.b", "url", url],
    [{ type: "url" }, "https://a.b/c d", "url", url],
    [{ type: "url" }, "javascript:alert(1)", "url", url],
    [{ type: "url" }, 7, "url", url],
    [{ type: "integer" }, "1.0", "integer", "must be a whole number such as 12, in digits only"],
    [{ type: "integer" }, "1,000", "integer", "must be a whole number such as 12, in digits only"],
    [{ type: "integer" }, "0x10", "integer", "must be a whole number such as 12, in digits only"],
    [
      { type: "integer" },
      "9007199254740993",
      "integer",
      "is too large: whole numbers may have 15 digits",
    ],
    [{ type: "float" }, "1,5", "float", "must be a number. Write decimals with a dot, such as 1.5"],
    [{ type: "float" }, "NaN", "float", "must be a number such as 1.5"],
    [{ type: "float" }, "1e999", "float", "must be a number such as 1.5"],
    [{ type: "boolean" }, "yes", "boolean", "must be true or false"],
    [{ type: "string" }, 5, "string", 'must be text in "quotes"'],
    [
      { type: "json" },
      "{a: 1}",
      "json",
      'must be a JSON object such as {"a": 1}, at most 100 levels deep',
    ],
    [
      { type: "json" },
      "12",
      "json",
      'must be a JSON object such as {"a": 1}, at most 100 levels deep',
    ],
    [
      { type: "json" },
      '{"__proto__": 1}',
      "json",
      'must be a JSON object such as {"a": 1}, at most 100 levels deep',
    ],
    [
      { type: "json" },
      `${"[".repeat(200)}${"]".repeat(200)}`,
      "json",
      'must be a JSON object such as {"a": 1}, at most 100 levels deep',
    ],
    [
      { type: "coordinates" },
      "53.9",
      "coordinates",
      'must be "latitude,longitude" such as 53.910236,27.531110',
    ],
    [
      { type: "coordinates" },
      "91,0",
      "coordinates",
      "lies outside: latitude is -90 to 90, longitude -180 to 180",
    ],
    [
      { type: "coordinates" },
      "0,-181",
      "coordinates",
      "lies outside: latitude is -90 to 90, longitude -180 to 180",
    ],
    [
      { type: "string", min_length: 2, max_length: 3 },
      "abcd",
      "length",
      "must have 2 to 3 characters, it has 4",
    ],
    [{ type: "string", min_length: 2 }, "a", "length", "must have at least 2 characters, it has 1"],
    [
      { type: "string", max_length: 2 },
      "abc",
      "length",
      "must have at most 2 characters, it has 3",
    ],
    [{ type: "string", pattern: "\\d+" }, "12a", "pattern", "must match the pattern \\d+"],
    [{ type: "integer", min_value: 1, max_value: 5 }, "6", "range", "must be 1 to 5"],
    [{ type: "float", min_value: 0.5 }, "0.4", "range", "must be at least 0.5"],
    [
      { type: "string", allowed_values: ["boots", "other"] },
      "boot",
      "allowed-values",
      "is not one of boots, other. Did you mean *boots*?",
    ],
    [
      { type: "string", allowed_values: ["boots", "other"] },
      "boots ",
      "allowed-values",
      "is not one of boots, other. Did you mean *boots*?",
    ],
    [{ type: "integer", allowed_values: [1, 2] }, "3", "allowed-values", "is not one of 1, 2"],
    [{ type: "array_integer" }, "[1", "array", list],
    [
      { type: "array_integer" },
      "1,x",
      "integer",
      "value 2 of the list must be a whole number such as 12, in digits only",
    ],
    [{ type: "array_string" }, "a,,b", "array", "value 2 of the list is empty"],
    [{ type: "array_json" }, "a,b", "array", list],
    [{ type: "array_string", min_size: 2 }, "a", "size", "must have at least 2 values, it has 1"],
    [
      { type: "array_string", max_size: 1 },
      ["a", "b"],
      "size",
      "must have at most 1 values, it has 2",
    ],
    [
      { type: "array_string", allowed_values: ["a", "b"] },
      ["a", "c"],
      "allowed-values",
      "value 2 of the list is not one of a, b",
    ],
    [
      { type: "file" },
      "a.jpg",
      "file",
      "is a file that a worker uploads; it cannot be given in advance",
    ],
  ];
  test.each(cases)("%o refuses %j", (spec, cell, rule, hint) => {
    const written = typeof cell === "string" ? cell : JSON.stringify(cell);
    const value = written.length > 100 ? `${written.slice(0, 99)}\u2026` : written;
    expect(check({ x: cell }, spec)).toEqual({
      ok: false,
      problems: [{ row: 14, column: "x", rule, value, hint }],
    });
  });

  const wrong: readonly [column: string, cells: object, rule: string, hint: string][] = [
    ["image", { image: "" }, "required", "is empty, but required"],
    ["image", { image: "  " }, "required", "is empty, but required"],
    ["image", { image: null }, "required", "is empty, but required"],
    ["overlap", { overlap: "0" }, "overlap", "must be a whole number from 1 to 30000"],
    [
      "TASK:overlap",
      { "TASK:overlap": "30001" },
      "overlap",
      "must be a whole number from 1 to 30000",
    ],
    ["overlap", { overlap: 1.5 }, "overlap", "must be a whole number from 1 to 30000"],
    ["overlap", { overlap: [3] }, "overlap", "must be a whole number from 1 to 30000"],
    [
      "TASK:infinite_overlap",
      { "TASK:infinite_overlap": "true" },
      "infinite-overlap",
      "only golden and training rows may be endless: their price has no limit. Give an overlap",
    ],
    [
      "TASK:infinite_overlap",
      { "TASK:infinite_overlap": "1" },
      "infinite-overlap",
      "must be true or false",
    ],
    [
      "GOLDEN:result",
      { "GOLDEN:result": "boot" },
      "allowed-values",
      "is not one of boots, other. Did you mean *boots*?",
    ],
    [
      "GOLDEN:score",
      { "GOLDEN:score": "high" },
      "integer",
      "must be a whole number such as 12, in digits only",
    ],
    [
      "photo",
      { photo: "a.jpg" },
      "file",
      "is a file that a worker uploads; it cannot be given in advance",
    ],
    [
      "HINT:text",
      { "HINT:text": "look" },
      "hint",
      "a hint needs a correct answer: fill a GOLDEN column too, or leave the hint empty",
    ],
    [
      "(column 5)",
      { "(column 5)": "x" },
      "unknown-column",
      "stands under no header: check quotes and separators of this row",
    ],
  ];
  test.each(wrong)("%s %o", (column, cells, rule, hint) => {
    const reading = check({ ...cells });
    expect(reading).toEqual({
      ok: false,
      problems: [expect.objectContaining({ row: 14, column, rule, hint })],
    });
  });

  test("a row tells all its problems at once", () => {
    const reading = check(
      { image: "x", x: "long", overlap: "no" },
      { type: "string", max_length: 3 },
    );
    expect(reading.ok ? [] : reading.problems.map(({ rule }) => rule)).toEqual([
      "url",
      "length",
      "overlap",
    ]);
  });

  test("a row of more than 1,000,000 bytes does not fit one upload", () => {
    const fits = check({ x: "\u00e9".repeat(499_900) });
    const large = check({ x: "\u00e9".repeat(500_000) });
    expect([fits.ok, large.ok ? [] : large.problems.map(({ rule }) => rule)]).toEqual([
      true,
      ["size"],
    ]);
  });
});
