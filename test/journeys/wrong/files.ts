/** A tasks file with something wrong in it, and the lines of the report about it. */
export type WrongFile = {
  readonly what: string;
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly says: readonly string[];
};

/** The input fields of the project that the files are for. */
export const fileInputs = [
  "image: url required",
  "title: string optional [3..20]",
  "year: integer optional [1900..2100]",
  "score: float optional",
  "sure: boolean optional",
  "place: coordinates optional",
  "extra: json optional",
  "tags: string[] optional [1..3]",
  "size: string optional [small|large]",
].join("\n");

const picture = "https://example.com/1.jpg";
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** One row whose second column holds a wrong value. */
const cell = (column: string, value: string, hint: string, shown = value): WrongFile => ({
  what: `${value === "" ? "nothing" : value} as ${column}`,
  name: "cells.csv",
  content: `image,${column}\n${picture},"${value.replaceAll('"', '""')}"\n`,
  says: ["No row can be used.", `Row 1, *${column}*: ${hint} - you have \`${shown}\``],
});

/** A file that cannot be used as a whole. */
const whole = (what: string, name: string, content: string | Uint8Array, ...says: string[]) => ({
  what,
  name,
  content,
  says: ["This file cannot be used.", ...says],
});

const json = (what: string, row: unknown, ...says: string[]): WrongFile => ({
  what,
  name: "rows.json",
  content: JSON.stringify([row]),
  says,
});

/** Wrong files for the project above. */
export const wrongFiles: readonly WrongFile[] = [
  {
    what: "a required value that is missing",
    name: "rows.csv",
    content: `image,title\n${picture},Boots\n,Shoes\n`,
    says: [
      "1 row cannot be sent.",
      "1 good row",
      "Row 2, *image*: is empty, but required (required) - you have (empty)",
    ],
  },
  {
    what: "a link with a space",
    name: "rows.csv",
    content: "image\nhttps://example.com/a b.jpg\n",
    says: [
      "Row 1, *image*: must be a link that starts with http://, https:// or www and has no spaces (url) - you have `https://example.com/a b.jpg`",
    ],
  },
  cell("title", "ab", "must have 3 to 20 characters, it has 2 (length)"),
  cell("year", "19x0", "must be a whole number such as 12, in digits only (integer)"),
  cell("year", "1812", "must be 1900 to 2100 (range)"),
  cell("score", "1,5", "must be a number. Write decimals with a dot, such as 1.5 (float)"),
  cell("sure", "maybe", "must be true or false (boolean)"),
  cell("place", "here", 'must be "latitude,longitude" such as 53.910236,27.531110 (coordinates)'),
  cell(
    "place",
    "95.1,10",
    "lies outside: latitude is -90 to 90, longitude -180 to 180 (coordinates)",
  ),
  cell(
    "extra",
    "{broken",
    'must be a JSON object such as {"a": 1}, at most 100 levels deep (json)',
  ),
  cell("tags", "a,b,c,d", "must have 1 to 3 values, it has 4 (size)"),
  cell("size", "smal", "is not one of small, large. Did you mean “small”? (allowed-values)"),
  cell("TASK:overlap", "0", "must be a whole number from 1 to 30000 (overlap)"),
  cell(
    "TASK:infinite_overlap",
    "true",
    "only golden and training rows may be endless: their price has no limit. Give an overlap (infinite-overlap)",
  ),
  cell(
    "GOLDEN:result",
    "boot",
    "is not one of boots, sneakers, other. Did you mean “boots”? (allowed-values)",
  ),
  cell(
    "HINT:text",
    "Look closer",
    "a hint needs a correct answer: fill a GOLDEN column too, or leave the hint empty (hint)",
  ),
  {
    what: "a cell under no header",
    name: "rows.csv",
    content: `image,title\n${picture},Boots,stray\n`,
    says: [
      "Row 1, *(column 3)*: stands under no header: check quotes and separators of this row (unknown-column) - you have `stray`",
    ],
  },
  whole(
    "a column that the project does not have",
    "rows.csv",
    `image,titel\n${picture},Boots\n`,
    "Column “titel” is not in the project. Did you mean “title”? Otherwise remove it, or add a hidden optional field.",
  ),
  whole(
    "no column for a required input",
    "rows.csv",
    "title\nBoots\n",
    "There is no column for “image”, which is required. Call it INPUT:image.",
  ),
  whole(
    "one column twice",
    "rows.csv",
    `image,image\n${picture},${picture}\n`,
    "Column “image” is there twice. Remove one of them.",
  ),
  whole(
    "two columns for one input",
    "rows.csv",
    `image,INPUT:image\n${picture},${picture}\n`,
    "Columns “image” and “INPUT:image” both mean input image. Remove one.",
  ),
  whole("an empty file", "rows.csv", "\n", "The file is empty."),
  whole("a header alone", "rows.csv", "image\n", "The file has a header, but no rows."),
  whole(
    "a quote that is never closed",
    "rows.csv",
    `image\n"${picture}\n${picture}\n`,
    'A quote is opened and never closed, so the rest of the file became one cell. Look for a single ".',
  ),
  whole(
    "a workbook",
    "rows.csv",
    bytes(0x50, 0x4b, 3, 4, 20, 0),
    "This is an Excel file or a ZIP archive. Open it and save it as CSV (UTF-8).",
  ),
  whole(
    "Latin-1",
    "rows.csv",
    bytes(...new TextEncoder().encode("image,title\n"), 0x66, 0xfc, 0x72, 0x0a),
    "The file is not UTF-8; it is probably Latin-1 (Windows-1252). Save it again as CSV UTF-8.",
  ),
  whole(
    "a login page",
    "rows.csv",
    "<!DOCTYPE html><html><body>Sign in</body></html>",
    "This is a web page, not a file of rows; perhaps a login page was saved or sent instead.",
  ),
  whole(
    "JSON that is cut off",
    "rows.json",
    `[{"input_values": {"image": "${picture}"}},`,
    "The file ends before the closing ]. Was it cut off?",
  ),
  whole(
    "JSON with a comma too many",
    "rows.jsonl",
    `{"image": "${picture}",}\n`,
    'Element 1 is not JSON (line 1): I expected a name in "quotes", but there is }.',
  ),
  json(
    "an input that the project does not have, in JSON",
    { input_values: { image: picture, titel: "Boots" } },
    "Row 1, *input_values.titel*: is not in the project. Did you mean “title”? (unknown-column) - you have `Boots`",
  ),
  json(
    "a word that is neither true nor false, in JSON",
    { input_values: { image: picture, sure: "perhaps" } },
    "Row 1, *input_values.sure*: must be true or false (boolean) - you have `perhaps`",
  ),
  json(
    "a known solution of the wrong shape",
    { input_values: { image: picture }, known_solutions: [{ result: "boots" }] },
    'Row 1, *known_solutions*: each known solution must be an object such as {"output_values": {"result": "ok"}} (json)',
  ),
];

/** Wrong answers beside the file: what is filled in, and what is said under which field. */
export const wrongTaskAnswers = [
  {
    what: "neither file nor lines",
    answers: { File: [], "Or pasted lines": "", Overlap: 3 },
    errors: { File: "Give a file or paste lines." },
  },
  {
    what: "an overlap of 0",
    answers: { "Or pasted lines": picture, Overlap: 0 },
    errors: { Overlap: "Type a whole number from 1 to 30000 - you have 0." },
  },
  {
    what: "an overlap above Toloka's",
    answers: { "Or pasted lines": picture, Overlap: 30_001 },
    errors: { Overlap: "Type a whole number from 1 to 30000 - you have 30001." },
  },
] as const;
