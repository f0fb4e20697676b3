import { items, member } from "./json.ts";
import { layout } from "./layout.ts";
import { richTextShape } from "./rich-text.ts";
import { below, failed, type Rule, soundThen } from "./rule.ts";
import { flag, integer, number, oneOf, string } from "./scalar-rules.ts";
import { anything, list, object, tagged } from "./shape-rules.ts";

const boundless = Number.POSITIVE_INFINITY;
const widest = 20;

const cell = tagged({
  raw_text: object({ type: anything, text: string(boundless) }),
  raw_number: object({ type: anything, value: number, text: string(boundless) }),
  rich_text: richTextShape,
});
const row = list(cell, widest);

const columnSetting = object({}, { align: oneOf("left", "center", "right"), is_wrapped: flag });

// Slack lets an app skip a column by sending nothing for it.
const settingOrNothing: Rule = (value, pointer) =>
  value === null ? [] : columnSetting(value, pointer);

/** A table of at most 100 rows and 20 columns. */
export const table: Rule = layout(
  { rows: list(row, 100) },
  { column_settings: list(settingOrNothing, widest, 0) },
);

const rowHeaderIsColumn: Rule = (value, pointer) => {
  const column = member(value, "row_header_column_index");
  const width = items(items(member(value, "rows"))[0]).length;
  return typeof column === "number" && column >= width
    ? [failed(below(pointer, "row_header_column_index"), `must be less than ${width}`, "column")]
    : [];
};

const plainHeader: Rule = (value, pointer) =>
  items(items(member(value, "rows"))[0]).flatMap((content, i) =>
    member(content, "type") === "rich_text"
      ? [
          failed(
            `${pointer}/rows/0/${i}/type`,
            "unsupported type: rich_text",
            "enum raw_text|raw_number",
          ),
        ]
      : [],
  );

/** A table that can be sorted and turned over: a header of raw cells and 1 to 100 rows. */
export const dataTable: Rule = soundThen(
  layout(
    { caption: string(boundless), rows: list(row, 101, 2) },
    { page_size: integer(1, 100), row_header_column_index: integer(0, widest - 1) },
  ),
  rowHeaderIsColumn,
  plainHeader,
);
