import type { RowProblem, TaskRow } from "../plan.ts";
import type { FieldSpecs } from "../toloka.ts";

/** The specification rows are checked against, as Toloka has it now. */
export type RowRules = { readonly inputSpec: FieldSpecs; readonly outputSpec: FieldSpecs };

/** One data row as read: column -> cell. Cells of tables are text, cells of JSON keep their type. */
export type SheetRow = { readonly row: number; readonly cells: ReadonlyMap<string, unknown> };

/** Tables have one header for all rows; in JSON each row names its own fields. */
export type SheetFormat = "table" | "json";

/** What became of one row. */
export type RowResult =
  | {
      readonly ok: true;
      readonly task: TaskRow;
      /** The earlier row this one is identical to. */
      readonly duplicateOf?: number;
    }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** What is wrong with one value: the broken rule's short name and what to do. */
export type Fault = { readonly rule: string; readonly hint: string };
