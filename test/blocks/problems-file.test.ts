import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { problemLine, problemsHeader } from "../../blocks/problems-file.ts";

test("a problem becomes one line with quotes where they are needed", () => {
  const problem = { row: 14, column: "image", rule: "url", value: 'a,"b"', hint: "two\nlines" };
  expect(problemsHeader() + problemLine(problem)).toBe(
    'row,column,rule,value,hint\r\n14,image,url,"a,""b""","two\nlines"\r\n',
  );
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1"])(
  "a spreadsheet does not run %j",
  (value) => {
    const line = problemLine({ row: 1, column: value, rule: "r", value, hint: "h" });
    const [cells] = parse(line, { relax_column_count: true });
    expect(cells).toEqual(["1", `'${value}`, "r", `'${value}`, "h"]);
  },
);

test("what a CSV reader reads back is what was found", () => {
  const text = fc
    .string({ unit: "binary" })
    .filter((value) => !/^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20\uFEFF]/.test(value));
  fc.assert(
    fc.property(text, text, (value, hint) => {
      const line = problemLine({ row: 1, column: "c", rule: "r", value, hint });
      expect(parse(line, { record_delimiter: "\r\n" })).toEqual([["1", "c", "r", value, hint]]);
    }),
  );
});

test("whatever stands in a cell, no cell that is read back begins a formula", () => {
  const start = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "\0", '"', "'", "", " ", ",");
  const nasty = fc
    .tuple(start, start, fc.string({ unit: "binary" }))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(nasty, nasty, nasty, (column, value, hint) => {
      const line = problemLine({ row: 1, column, rule: "r", value, hint });
      const [cells = []] = parse(line, { record_delimiter: "\r\n" });
      expect(cells).toHaveLength(5);
      // A formula reader looks at the first character; quotes were taken off by the CSV reader.
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n\0]/);
      expect(cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r\n\0])/, "")).slice(1)).toEqual([
        column.replace(/^'(?=[=+\-@\t\r\n\0])/, ""),
        "r",
        value.replace(/^'(?=[=+\-@\t\r\n\0])/, ""),
        hint.replace(/^'(?=[=+\-@\t\r\n\0])/, ""),
      ]);
    }),
    { numRuns: 2_000 },
  );
});
