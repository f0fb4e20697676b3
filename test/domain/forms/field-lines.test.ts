import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFieldLines, writeFieldLines } from "../../../src/domain/forms/field-lines.ts";
import { scalarTypes } from "../../../src/domain/forms/field-types.ts";
import type { FieldSpec } from "../../../src/domain/toloka.ts";

const plain = { required: true, hidden: false };

describe("a field line becomes a specification", () => {
  const cases: readonly [line: string, name: string, spec: FieldSpec][] = [
    ["image: url", "image", { type: "url", ...plain }],
    ["image:url required", "image", { type: "url", ...plain }],
    ["image: URL [required]", "image", { type: "url", ...plain }],
    ["a_b-1: string optional", "a_b-1", { type: "string", required: false, hidden: false }],
    ["id: string hidden", "id", { type: "string", required: true, hidden: true }],
    ["id: string [hidden] [optional]", "id", { type: "string", required: false, hidden: true }],
    ["n: integer 1..5", "n", { type: "integer", ...plain, min_value: 1, max_value: 5 }],
    ["n: integer [-5..]", "n", { type: "integer", ...plain, min_value: -5 }],
    ["n: float 0.5..1.5", "n", { type: "float", ...plain, min_value: 0.5, max_value: 1.5 }],
    ["n: integer 1\u20265", "n", { type: "integer", ...plain, min_value: 1, max_value: 5 }],
    ["t: string [..80]", "t", { type: "string", ...plain, max_length: 80 }],
    ["t: array of strings 1..3", "t", { type: "array_string", ...plain, min_size: 1, max_size: 3 }],
    ["t: string[]", "t", { type: "array_string", ...plain }],
    ["t: Array_Url", "t", { type: "array_url", ...plain }],
    ["r: string = a|b c|d", "r", { type: "string", ...plain, allowed_values: ["a", "b c", "d"] }],
    ["r: string = [a|b]", "r", { type: "string", ...plain, allowed_values: ["a", "b"] }],
    [
      "r: string required a|failed to load",
      "r",
      { type: "string", ...plain, allowed_values: ["a", "failed to load"] },
    ],
    ["r: string[a|b]", "r", { type: "string", ...plain, allowed_values: ["a", "b"] }],
    [
      "r: integer [1|2] [1..2]",
      "r",
      { type: "integer", ...plain, allowed_values: [1, 2], min_value: 1, max_value: 2 },
    ],
    ["r: boolean true|false", "r", { type: "boolean", ...plain, allowed_values: [true, false] }],
    [
      "r: string [a|b] optional",
      "r",
      { type: "string", required: false, hidden: false, allowed_values: ["a", "b"] },
    ],
    ["constructor: json", "constructor", { type: "json", ...plain }],
  ];
  test.each(cases)("%s", (line, name, spec) => {
    const reading = readFieldLines(line, "input");
    expect(reading).toEqual({ ok: true, specs: { [name]: spec } });
    expect(JSON.stringify(reading.ok && reading.specs[name])).toBe(JSON.stringify(spec));
  });
});

describe("a wrong field line is told with its line and what to write", () => {
  const cases: readonly [line: string, message: string][] = [
    ["image", "Write a name, a colon and a type, for example `image: url`."],
    [": url", "A name has letters a to z, digits, _ and - only; it is missing."],
    ["my image: url", "A name has letters a to z, digits, _ and - only; you have *my image*."],
    ["__proto__: url", "A name has letters a to z, digits, _ and - only; you have *__proto__*."],
    ["image:", "The type is missing, for example `image: url`."],
    ["image: ulr", "I do not know the type *ulr*. Did you mean *url*?"],
    ["n: number", "I do not know the type *number*. Did you mean *float*?"],
    [
      "n: xyzzy",
      "I do not know the type *xyzzy*. Types are string, url, integer, float, boolean, json, file, coordinates.",
    ],
    ["image: url requird", "I do not know *requird*. Did you mean *required*?"],
    ["r: string requird a|b", "I do not know *requird*. Did you mean *required*?"],
    ["image: url required optional", "It cannot be both required and optional."],
    ["image: url 1..5", "A range such as 1..5 does not fit url."],
    ["n: integer 5..1", "The range 5..1 is empty: its first end is the larger one."],
    ["n: integer ..", "A range needs at least one end, for example 1..5."],
    ["n: integer 1.5..2", "The ends of a range are whole numbers here - you have *1.5*."],
    ["t: string -1..5", "The ends of a range are whole numbers from 0 here - you have *-1*."],
    ["t: string 0..9999999999", "*9999999999* is too large."],
    ["t: string 1..2 3..4", "There are two ranges."],
    ["r: string [a|b] [c|d]", "There are two lists of options."],
    ["r: string [a]", "Options are separated by |, for example [yes|no] - you have [a]."],
    ["r: string [a||b]", "One of the options is empty; write [a|b|c]."],
    ["r: string [a|b|a]", "The option *a* is there twice."],
    ["r: integer [1|two]", "The option *two* is no integer."],
    ["r: boolean yes|no", "The option *yes* is no boolean."],
    ["r: json [a|b]", "json cannot have options."],
    ["r: integer [1|9] 1..5", "The option *9* lies outside the range."],
    ["r: string [a|b", "A bracket [ is not closed."],
    [
      "r: string a|b required",
      "Is *required* part of the last option? Put the options in brackets: [a|b].",
    ],
    [
      "f: file",
      "Files come from workers: *file* works in outputs only; use *url* for a link to a file.",
    ],
  ];
  test.each(cases)("%s", (line, message) => {
    expect(readFieldLines(`ok: string\n\n${line}`, "input")).toEqual({
      ok: false,
      complaints: [`Line 3: ${message}`],
    });
  });

  test("a second field of the same name names the first one's line", () => {
    expect(readFieldLines("a: url\nb: url\na: string", "input")).toEqual({
      ok: false,
      complaints: ["Line 3: *a* is already on line 1."],
    });
  });

  test("an output cannot be hidden, and no lines at all need an example", () => {
    expect([
      readFieldLines("r: string hidden", "output"),
      readFieldLines(" \n ", "output"),
    ]).toEqual([
      { ok: false, complaints: ["Line 1: An output cannot be hidden."] },
      {
        ok: false,
        complaints: ["Give at least one output, for example `result: string [yes|no]`."],
      },
    ]);
  });
});

describe("specifications and lines", () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}( [a-z]{1,5})?$/);
  const spec = fc
    .record({
      type: fc.constantFrom(...scalarTypes.filter((type) => type !== "file")),
      array: fc.boolean(),
      required: fc.boolean(),
      hidden: fc.boolean(),
      options: fc.uniqueArray(word, { minLength: 2, maxLength: 5 }),
      low: fc.nat(10),
      high: fc.integer({ min: 20, max: 99 }),
      bounded: fc.boolean(),
    })
    .map((some): FieldSpec => {
      const type = some.array ? `array_${some.type}` : some.type;
      const base = { type, required: some.required, hidden: some.hidden };
      if (some.bounded && some.array) return { ...base, min_size: some.low, max_size: some.high };
      if (some.bounded && some.type === "string") return { ...base, min_length: some.low };
      if (some.bounded && some.type === "integer") return { ...base, max_value: some.high };
      return some.type === "string" ? { ...base, allowed_values: some.options } : base;
    });

  test("what is written as lines reads back as the same specification", () => {
    const specs = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_-]{0,9}$/), spec, {
      minKeys: 1,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(specs, (given) => {
        expect(readFieldLines(writeFieldLines(given), "input")).toEqual({ ok: true, specs: given });
      }),
      { numRuns: 300 },
    );
  });

  test("no text at all makes the reader throw", () => {
    const soup = fc.array(
      fc.constantFrom(
        "a",
        ":",
        "string",
        "[",
        "]",
        "|",
        "..",
        "=",
        " ",
        "\n",
        "required",
        "\u{1f45f}",
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          soup.map((parts) => parts.join("")),
        ),
        (text) => {
          expect(typeof readFieldLines(text, "output").ok).toBe("boolean");
        },
      ),
      { numRuns: 1000 },
    );
  });
});
