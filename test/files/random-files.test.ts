import fc from "fast-check";
import { expect, test } from "vitest";
import { readSheet } from "./read-sheet.ts";

const names = fc.constantFrom("a.csv", "a.tsv", "a.json", "a.jsonl", "a", "a.xlsx");
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    ",",
    "\t",
    '"',
    "\n",
    "\r\n",
    "\r",
    "[",
    "]",
    "{",
    "}",
    '{"a":1}',
    "\0",
    "\uFEFF",
  ),
  fc.constantFrom(
    "INPUT:image",
    "GOLDEN:a",
    "__proto__",
    "PK\u0003\u0004",
    "1e999",
    "null",
    "\\u0000",
  ),
);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.array(piece, { maxLength: 30 }).map((parts) => new TextEncoder().encode(parts.join(""))),
);

test("every file is read, or refused in words, in pieces of any size", async () => {
  await fc.assert(
    fc.asyncProperty(names, bytes, fc.integer({ min: 1, max: 64 }), async (name, content, size) => {
      // Anything but a fault with words would be thrown on.
      const { fault, rows } = await readSheet(name, content, size);
      expect(fault === null ? rows.length >= 0 : fault.length > 10).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
