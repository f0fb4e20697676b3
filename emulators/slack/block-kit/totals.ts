import type { Complaint } from "./complaint.ts";
import { isList, isRecord, items, member } from "./json.ts";
import type { Part } from "./parts.ts";
import { failed } from "./rule.ts";

const longestTable = 10_000;
const longestMarkdown = 12_000;
const mostCharts = 2;

const ofType = (parts: readonly Part[], ...types: readonly string[]): Part[] =>
  parts.filter(({ content }) => types.includes(String(member(content, "type"))));

const deepest = 8;

/** The characters a reader sees in a cell: each `text`. Formatted text nests less than `deepest`, hostile JSON more. */
const shownLength = (content: unknown, depth = 0): number => {
  if (depth > deepest) return 0;
  if (isList(content))
    return content.reduce<number>((sum, one) => sum + shownLength(one, depth + 1), 0);
  if (!isRecord(content)) return 0;
  const text = member(content, "text");
  return (
    (typeof text === "string" ? text.length : 0) +
    shownLength(member(content, "elements"), depth + 1)
  );
};

const cellLength = (table: Part): number =>
  items(member(table.content, "rows"))
    .flatMap((row) => items(row))
    .reduce<number>((sum, cell) => sum + shownLength(cell), 0);

const tooLong = (part: Part | undefined, total: number, max: number, what: string): Complaint[] =>
  part && total > max
    ? [
        {
          pointer: part.pointer,
          code: "msg_blocks_too_long",
          message: `${what} must be less than ${max + 1} characters together`,
          constraint: `max_length ${max}`,
        },
      ]
    : [];

/** The limits that Slack counts over all blocks of a message: one table, two charts, the text of tables and markdown. */
export const totals = (blocks: readonly Part[]): Complaint[] => {
  const tables = ofType(blocks, "table", "data_table");
  const markdowns = ofType(blocks, "markdown");
  const written = markdowns.reduce((sum, { content }) => {
    const text = member(content, "text");
    return sum + (typeof text === "string" ? text.length : 0);
  }, 0);
  const inCells = tables.reduce((sum, one) => sum + cellLength(one), 0);
  return [
    ...tables.slice(1).map(({ pointer }) => ({
      pointer,
      code: "only_one_table_allowed",
      message: "only one table allowed",
      constraint: "max_tables 1",
    })),
    ...ofType(blocks, "data_visualization")
      .slice(mostCharts)
      .map(({ pointer }) =>
        failed(pointer, `no more than ${mostCharts} charts allowed`, `max_charts ${mostCharts}`),
      ),
    ...tooLong(tables.at(-1), inCells, longestTable, "table cells"),
    ...tooLong(markdowns.at(-1), written, longestMarkdown, "markdown blocks"),
  ];
};
