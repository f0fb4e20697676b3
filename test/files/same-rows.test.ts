import fc from "fast-check";
import { expect, test } from "vitest";
import { readSheet, utf8, utf16 } from "./read-sheet.ts";

type Table = { readonly names: readonly string[]; readonly rows: readonly (readonly string[])[] };

const cell = fc.oneof(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.constantFrom(
    "",
    "a,b",
    "a;b",
    "a\tb",
    'say "hi"',
    "two\nlines",
    "two\r\nlines",
    " edge ",
    "\u0436\u{1f45f}",
    "[1]",
    "{}",
  ),
  fc
    .string({ unit: "grapheme", maxLength: 12 })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, "")),
);

const table: fc.Arbitrary<Table> = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    names: fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z:_ ]{0,8}[a-z]$/), {
      minLength: width,
      maxLength: width,
    }),
    rows: fc.array(
      fc
        .array(cell, { minLength: width, maxLength: width })
        .map(([first, ...rest]) => [first?.trim() === "" ? "x" : (first ?? "x"), ...rest]),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

const quoted = (text: string, delimiter: string): string =>
  /["\r\n]/u.test(text) || text.includes(delimiter) || text.startsWith("\ufeff")
    ? `"${text.replaceAll('"', '""')}"`
    : text;

const delimited = ({ names, rows }: Table, delimiter: string, end: string): string =>
  [names, ...rows]
    .map((line) => line.map((text) => quoted(text, delimiter)).join(delimiter))
    .join(end);

const objects = ({ names, rows }: Table) =>
  rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index]])));

test("one table gives the same rows in every format, encoding and cut", async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (some, size) => {
      const wide = some.names.length > 1;
      const json = objects(some);
      const expected = json.map((cells, index) => ({ row: index + 1, cells }));
      const csv = delimited(some, ",", "\n");
      const files: readonly [string, Uint8Array][] = [
        ["t.csv", utf8(csv)],
        ["t.csv", utf8(`\ufeff${delimited(some, ",", "\r\n")}\r\n`)],
        ["t.csv", utf8(wide ? delimited(some, ";", "\n") : csv)],
        ["t.tsv", utf8(wide ? delimited(some, "\t", "\r\n") : csv)],
        ["t.csv", utf16(csv, "le")],
        ["t.csv", utf16(csv, "be")],
        ["t.json", utf8(JSON.stringify(json))],
        ["t.json", utf8(`\ufeff${JSON.stringify(json, null, 2)}`)],
        ["t.jsonl", utf8(json.map((each) => JSON.stringify(each)).join("\r\n"))],
        ["t.jsonl", utf16(json.map((each) => JSON.stringify(each)).join("\n"), "le")],
      ];
      for (const [name, bytes] of files) {
        const found = await readSheet(name, bytes, size);
        expect({ name, fault: found.fault, rows: found.rows }).toEqual({
          name,
          fault: null,
          rows: expected,
        });
      }
    }),
    { numRuns: 60 },
  );
});

test("no bytes at all make the reader fail without words", async () => {
  const pieces = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    '"',
    ",",
    "\n",
    "\r",
    "a",
    "\\",
    ":",
    "1",
    ";",
    "\t",
  );
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => utf8(parts.join("")));
  const bytes = fc.oneof(texts, fc.uint8Array({ maxLength: 40 }));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("t.csv", "t.json", "t.txt"), bytes, async (name, content) => {
      const { rows, fault } = await readSheet(name, content, 7);
      expect(rows.length > 0 || typeof fault === "string").toBe(true);
    }),
    { numRuns: 300 },
  );
});
