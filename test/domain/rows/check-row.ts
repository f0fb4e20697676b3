import { createRowChecker } from "../../../src/domain/rows/row-checker.ts";
import type { RowResult, RowRules } from "../../../src/domain/rows/row-types.ts";
import type { FieldSpec } from "../../../src/domain/toloka.ts";

const result: FieldSpec = { type: "string", required: true, allowed_values: ["boots", "other"] };

/** Checks one row of one optional input of the given rules, besides the required image. */
export const checkRow = (
  cells: { readonly [column: string]: unknown },
  spec: FieldSpec = { type: "string" },
): RowResult => {
  const rules: RowRules = {
    inputSpec: { image: { type: "url" }, x: { ...spec, required: false } },
    outputSpec: {
      result,
      score: { type: "integer", required: false },
      photo: { type: "file", required: false },
    },
  };
  const all = { image: "https://a.b/1.jpg", ...cells };
  const checker = createRowChecker({ rules, defaultOverlap: 3, columns: Object.keys(all) });
  if (checker.fatal !== null) throw new Error(checker.fatal);
  return checker.check({ row: 14, cells: new Map(Object.entries(all)) });
};
