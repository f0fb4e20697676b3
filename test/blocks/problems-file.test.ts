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

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
  "a spreadsheet does not run %j",
  (value) => {
    const line = problemLine({ row: 1, column: value, rule: "r", value, hint: "h" });
    const [cells] = parse(line, { relax_column_count: true });
    expect(cells).toEqual(["1", `'${value}`, "r", `'${value}`, "h"]);
  },
);

test("what a CSV reader reads back is what was found", () => {
  const text = fc.string({ unit: "binary" }).filter((value) => !/^[=+\-@\t\r\uFEFF]/.test(value));
  fc.assert(
    fc.property(text, text, (value, hint) => {
      const line = problemLine({ row: 1, column: "c", rule: "r", value, hint });
      expect(parse(line, { record_delimiter: "\r\n" })).toEqual([["1", "c", "r", value, hint]]);
    }),
  );
});
