import { describe, expect, test } from "vitest";
import { filePreview } from "../../emulators/slack/page/file-preview.ts";
import { csvRows } from "../../playground/page/src/workspace/csv-rows.ts";
import { rowsWords, sizeWords } from "../../playground/page/src/workspace/file-words.ts";

const stored = (name: string, content: Uint8Array) => ({
  ...{ id: "F1", name, title: name, user: "URITA", size: content.length, content },
  ...{ state: "complete" as const, createdSeconds: 0, channels: new Set<string>() },
});
const previewOf = (name: string, text: string) => filePreview(stored(name, Buffer.from(text)));

describe("a text file of a message is shown by its beginning", () => {
  test("a short one as a whole, a long one by its first lines", () => {
    expect(previewOf("shoes.CSV", "\uFEFFurl\r\n1\r\n")).toEqual({
      ...{ preview: "url\r\n1\r\n", preview_is_truncated: false },
    });
    expect(previewOf("notes.txt", "line\n".repeat(7))).toEqual({
      ...{ preview: "line\n".repeat(6), preview_is_truncated: true },
    });
  });

  test("one long line by its first bytes, without half a letter", () => {
    const { preview, preview_is_truncated: isCut } = previewOf("a.csv", `x${"é".repeat(3_000)}`);
    expect(preview).toBe(`x${"é".repeat(2_047)}`);
    expect(isCut).toBe(true);
  });

  test.each([
    ["a picture", "a.png", Buffer.from("text")],
    ["no text in spite of its name", "a.csv", Buffer.from([0xff, 0xfe, 0x00])],
    ["a text with a NUL", "a.csv", Buffer.from("a\0b")],
    ["an empty file", "a.csv", Buffer.from("")],
    ["a file without an extension", "csv", Buffer.from("")],
  ])("%s has none", (_, name, content) => {
    expect(filePreview(stored(name, content))).toEqual({});
  });
});

describe("rows of a CSV text", () => {
  test.each([
    [
      "lines of both kinds",
      "a,b\r\n1,2\n",
      false,
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "no line's end at the end",
      "a,b\n1,2",
      false,
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "empty cells",
      "a,,\n,2,\n",
      false,
      [
        ["a", "", ""],
        ["", "2", ""],
      ],
    ],
    [
      "quotes, commas and line's ends in a cell",
      'a\r\n"x, ""y""\r\nz"\r\n',
      false,
      [["a"], ['x, "y"\r\nz']],
    ],
    ["quotes in the middle of a cell", 'a"b\n', false, [['a"b']]],
    ["a row that is cut off", "a,b\n1", true, [["a", "b"]]],
    ["a cell that is cut off", 'a,b\n1,"two\nthr', true, [["a", "b"]]],
    ["nothing", "", false, []],
    ["words behind a closing quote", 'a\n"b"c\nd\n', false, [["a"]]],
  ])("%s", (_, text, isCut, rows) => {
    expect(csvRows(text, isCut)).toEqual(rows);
  });
});

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [338, "338 bytes"],
  [1_350, "1.4 kB"],
  [20_480, "20 kB"],
  [5_242_880, "5.2 MB"],
])("%i bytes are said as %s", (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

test.each([
  [0, true, "No rows"],
  [1, true, "1 row"],
  [3, true, "3 rows"],
  [0, false, "The columns"],
  [1, false, "The first row"],
  [3, false, "The first 3 rows"],
])("%i rows, all of them: %s, are called %s", (shown, isAll, words) => {
  expect(rowsWords(shown, isAll)).toBe(words);
});
