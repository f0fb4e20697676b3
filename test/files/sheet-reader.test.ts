import { describe, expect, test } from "vitest";
import { createSheetReader } from "../../src/files/sheet-reader.ts";
import { readSheet, utf8, utf16 } from "./read-sheet.ts";

const row = (number: number, cells: object) => ({ row: number, cells });
const two = [row(1, { a: "1", b: "x" }), row(2, { a: "2", b: "y" })];

describe("a tasks file is read", () => {
  const files: readonly [
    what: string,
    name: string,
    content: string | Uint8Array,
    rows: object[],
  ][] = [
    ["comma", "t.csv", "a,b\n1,x\n2,y\n", two],
    ["semicolon", "t.csv", "a;b\r\n1;x\r\n2;y", two],
    ["tab", "t.tsv", "a\tb\n1\tx\n2\ty\n", two],
    ["another ending", "t.txt", "a,b\n1,x\n2,y", two],
    ["blank lines and lines of commas", "t.csv", "\n\na,b\n\n1,x\n,\n2,y\n\n", two],
    ["spaces around names", "t.csv", " a , b \n1,x\n2,y\n", two],
    ["a mark", "t.csv", "\ufeffa,b\n1,x\n2,y\n", two],
    ["quotes", "t.csv", '"a","b"\n"1","x ""y"", z\nw"\n', [row(1, { a: "1", b: 'x "y", z\nw' })]],
    ["a comma in a quoted name", "t.csv", '"a;b;c",d\n1,2\n', [row(1, { "a;b;c": "1", d: "2" })]],
    ["one column", "t.csv", "a\n1\n2\n", [row(1, { a: "1" }), row(2, { a: "2" })]],
    ["missing cells", "t.csv", "a,b\n1\n", [row(1, { a: "1", b: "" })]],
    ["cells too many", "t.csv", "a,b\n1,2,3,4\n", [row(1, { a: "1", b: "2", "(column 3)": "3" })]],
    [
      "a nameless column",
      "t.csv",
      "a,,b\n1,,x\n2,z,y\n",
      [row(1, { a: "1", b: "x" }), row(2, { a: "2", "(column 2)": "z", b: "y" })],
    ],
    [
      "a JSON list",
      "t.json",
      '[{"a": 1, "b": {"c": "}]"}}, {"a": "\\"{"}]',
      [row(1, { a: 1, b: { c: "}]" } }), row(2, { a: '"{' })],
    ],
    ["JSON lines", "t.jsonl", '{"a":1}\n\n{"a":2}\n', [row(1, { a: 1 }), row(2, { a: 2 })]],
    [
      "objects over several lines",
      "t.json",
      '{\n"a": 1\n}\n{\n"a": 2\n}',
      [row(1, { a: 1 }), row(2, { a: 2 })],
    ],
    ["JSON by its content", "t.txt", '[{"a":1}]', [row(1, { a: 1 })]],
    [
      "a number of 16 digits as text",
      "t.csv",
      "a\n9007199254740993\n",
      [row(1, { a: "9007199254740993" })],
    ],
  ];
  test.each(files)("%s", async (_what, name, content, rows) => {
    for (const size of [65_536, 1]) {
      expect(await readSheet(name, content, size)).toEqual({ rows, notes: [], fault: null });
    }
  });

  test.each(["le", "be"] as const)("in UTF-16 %s, which is noted", async (order) => {
    expect(await readSheet("t.csv", utf16("a,b\r\n1,\u0436\u{1f45f}\r\n", order), 1)).toEqual({
      rows: [row(1, { a: "1", b: "\u0436\u{1f45f}" })],
      notes: ["File is UTF-16. I read it as such; Toloka's own page would have refused it."],
      fault: null,
    });
  });
});

test("a table may have 200 columns and 100,000 rows", async () => {
  const names = Array.from({ length: 200 }, (_, index) => `c${index}`);
  const wide = await readSheet("t.csv", `${names.join(",")}\n1\n`);
  const long = await readSheet("t.csv", `a\n${"1\n".repeat(100_000)}`);
  expect([wide.fault, Object.keys(wide.rows[0]?.cells ?? {}).length]).toEqual([null, 200]);
  expect([long.fault, long.rows.length]).toEqual([null, 100_000]);
});

describe("a file that cannot be read is told in words", () => {
  const bytes = (...values: number[]) => new Uint8Array([...values, 0, 0, 0, 0]);
  const files: readonly [name: string, content: string | Uint8Array, fault: string | RegExp][] = [
    ["t.csv", "", "The file is empty."],
    ["t.csv", "\n \r\n", "The file is empty."],
    ["t.csv", "\ufeff", "The file is empty."],
    ["t.csv", "a,b\n", "The file has a header, but no rows."],
    ["t.csv", "a,b\n,\n\n", "The file has a header, but no rows."],
    ["t.json", "[]", "The file has no elements."],
    [
      "t.xlsx",
      bytes(0x50, 0x4b, 3, 4),
      "This is an Excel file or a ZIP archive. Open it and save it as CSV (UTF-8).",
    ],
    [
      "t.xls",
      bytes(0xd0, 0xcf, 0x11, 0xe0),
      "This is an old Excel file. Open it and save it as CSV (UTF-8).",
    ],
    ["t.csv.gz", bytes(0x1f, 0x8b, 8, 0), "This file is compressed (gzip). Unpack it first."],
    ["t.pdf", "%PDF-1.7", "This is a PDF. Give a CSV, TSV, JSON or JSONL file."],
    ["t.csv", " <!DOCTYPE html><html><body>Sign in", /^This is a web page, not a file of rows/],
    [
      "t.csv",
      Buffer.from("a,b\n1,caf\u00e9\n", "latin1"),
      "The file is not UTF-8; it is probably Latin-1 (Windows-1252). Save it again as CSV UTF-8.",
    ],
    ["t.csv", utf8("a\n\u00e9").subarray(0, 3), /^The file is not UTF-8/],
    ["t.csv", "a,b\n1,\0\n", /^The file has NUL characters/],
    ["t.csv", Buffer.from("a,b\n1,2\n", "utf16le"), /^The file has NUL characters/],
    [
      "t.csv",
      utf16("a\n1\n", "le").subarray(0, 7),
      "The file says it is UTF-16, but it is damaged. Save it again as CSV UTF-8.",
    ],
    ["t.csv", "a,b\r1,2\r3,4\r", /^The header has a carriage return without a line feed/],
    ["t.csv", "a,b\n1,x\ry\n", /^Row 1 has a carriage return without a line feed/],
    ["t.csv", "a,b,a\n1,2,3\n", "Column *a* is there twice. Remove one of them."],
    ["t.csv", "a,__proto__\n1,2\n", "A column cannot be called __proto__. Rename it."],
    [
      "t.csv",
      'a,b\n1,"x\n2,y\n',
      'A quote is opened and never closed, so the rest of the file became one cell. Look for a single ".',
    ],
    [
      "t.csv",
      `a,b\n1,"x\n${"2,yyyyyyyyyyyyyyyyy\n".repeat(9000)}`,
      /^A record near line \d+ is longer than 64 KB\. Is a quote left open\?/,
    ],
    [
      "t.csv",
      'a,b\n1,5" screen\n',
      'Line 2 has a quote inside a cell. Put the cell in quotes and write the inner quote twice: "5"" screen".',
    ],
    ["t.csv", 'a,b\n1,"x" y\n', /^Line 2 has a quote inside a cell\./],
    [
      "t.csv",
      `${Array.from({ length: 201 }, (_, i) => `c${i}`).join(",")}\n1\n`,
      "The header has more than 200 columns. Keep the columns of the project only.",
    ],
    ["t.csv", ",".repeat(1_000_000), /^A record near line 1 is longer than 64 KB/],
    ["t.csv", `a,b\n${",".repeat(1_000_000)}`, /^A record near line 2 is longer than 64 KB/],
    ["t.csv", `a\n${"x".repeat(70_000)}\n`, /^A record near line 2 is longer than 64 KB/],
    [
      "t.csv",
      `a\n${"1\n".repeat(100_001)}`,
      "The file has more than 100,000 rows. Split it into several files.",
    ],
    [
      "t.jsonl",
      '{"a":1}\n'.repeat(100_001),
      "The file has more than 100,000 rows. Split it into several files.",
    ],
    ["t.json", "a,b\n1,2\n", "A JSON file starts with [ or {, but line 1 has a."],
    ["t.json", "[1, 2]", "Element 1 (line 1) must be an object {...}, but there is 1."],
    ["t.json", '[{"a":1} {"a":2}]', "A comma is missing after element 1 (line 1)."],
    ["t.json", '[{"a":1},\n]', "Element 2 (line 2) must be an object {...}, but there is ]."],
    ["t.json", '[{"a":1}] x', "There is text after the closing ] (line 1)."],
    ["t.json", '[{"a":1},', "The file ends before the closing ]. Was it cut off?"],
    [
      "t.json",
      '[{"a":"1}]',
      "Element 1 is not finished: the file ends inside it. Is a quote or a bracket left open?",
    ],
    [
      "t.json",
      '[{"a":1},\n{"a":\n tru}]',
      "Element 2 is not JSON (line 3, column 2): I expected a value, but there is t.",
    ],
    [
      "t.jsonl",
      "{'a': 1}",
      'Element 1 is not JSON (line 1): I expected a name in "quotes" or }, but there is \'.',
    ],
    ["t.json", '[{"__proto__": 1}]', "Element 1 has a key called __proto__. Rename it."],
    [
      "t.json",
      `[{${Array.from({ length: 201 }, (_, i) => `"c${i}":1`).join(",")}}]`,
      "Element 1 has more than 200 keys.",
    ],
    [
      "t.json",
      `[{"a":"${"x".repeat(2_100_000)}"}]`,
      /^Element 1 \(line 1\) is longer than 2,000,000 characters/,
    ],
  ];
  test.each(files)("%s %#", async (name, content, fault) => {
    const found = await readSheet(name, content);
    if (typeof fault === "string") expect(found.fault).toBe(fault);
    else expect(found.fault).toMatch(fault);
  });

  test("more than 32 MB is told after reading no more than that", async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      const piece = utf8(`${"x".repeat(63)}\n`.repeat(1024));
      while (true) {
        given += piece.length;
        yield piece;
      }
    }
    const open = await readSheet("t.csv", endless());
    expect([open.rows.length, open.fault, given <= 33 * 1024 * 1024]).toEqual([
      100_000,
      "The file has more than 100,000 rows. Split it into several files.",
      true,
    ]);
    given = 0;
    async function* blank(): AsyncGenerator<Uint8Array> {
      const piece = utf8("\n".repeat(65_536));
      while (true) {
        given += piece.length;
        yield piece;
      }
    }
    const found = await readSheet("t.csv", blank());
    expect([found.fault, given <= 33 * 1024 * 1024]).toEqual([
      "The file is larger than 32 MB. Split it into several files.",
      true,
    ]);
  });
});

describe("reading a large file", () => {
  const numbers = Array.from({ length: 99_000 }, (_, index) => index);
  const lines = numbers.map((n) => `https://example.com/${n}.jpg,${n}\n`);
  const objects = numbers.map((n) => ({ image: `https://example.com/${n}.jpg`, n }));
  test.each([
    ["t.csv", `image,n\n${lines.join("")}`],
    ["t.json", JSON.stringify(objects)],
  ])(
    "%s gives others a turn of the event loop after at most two pieces of 64 KB, even from memory",
    async (name, text) => {
      const bytes = utf8(text);
      async function* once(): AsyncGenerator<Uint8Array> {
        yield bytes;
      }
      let turns = 0;
      let timer = setImmediate(function turn() {
        turns += 1;
        timer = setImmediate(turn);
      });
      let count = 0;
      let turnOfLast = turns;
      let inOneTurn = 0;
      let mostInOneTurn = 0;
      for await (const _ of createSheetReader().read(name, once())) {
        count += 1;
        inOneTurn = turns === turnOfLast ? inOneTurn + 1 : 1;
        turnOfLast = turns;
        mostInOneTurn = Math.max(mostInOneTurn, inOneTurn);
      }
      clearImmediate(timer);
      const rowsOfPiece = 99_000 / (bytes.length / 65_536);
      expect([count, mostInOneTurn <= 2 * rowsOfPiece || mostInOneTurn]).toEqual([99_000, true]);
    },
  );

  test("stops the source when the reader of rows stops", async () => {
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        while (true) yield utf8("a,b\n1,2\n".repeat(100));
      } finally {
        closed = true;
      }
    }
    for await (const { row: number } of createSheetReader().read("t.csv", source())) {
      if (number === 2) break;
    }
    await expect.poll(() => closed).toBe(true);
  });
});
