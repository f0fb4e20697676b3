import { useState } from "preact/hooks";
import { type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import { Cell, compareCells } from "./cell.tsx";
import type { Directory } from "./host.ts";

/** Slack's default of `page_size`. */
const usualPage = 5;

/** The column that the rows are sorted by. */
type Sorting = { readonly column: number; readonly isDown: boolean };

type Rows = readonly (readonly JsonObject[])[];

const sorted = (rows: Rows, sorting: Sorting | null): Rows => {
  if (sorting === null) return rows;
  const { column, isDown } = sorting;
  return rows.toSorted(
    (one, other) => compareCells(one[column] ?? {}, other[column] ?? {}) * (isDown ? -1 : 1),
  );
};

/** A column's heading is pressed: upwards, then downwards, then as the app sent the rows. */
const pressed = (before: Sorting | null, column: number): Sorting | null => {
  if (before?.column !== column) return { column, isDown: false };
  return before.isDown ? null : { column, isDown: true };
};

const Head = (props: {
  readonly cells: readonly JsonObject[];
  readonly sorting: Sorting | null;
  readonly press: (column: number) => void;
}) => (
  <tr>
    {props.cells.map((content, at) => {
      const isSorted = props.sorting?.column === at;
      const way = props.sorting?.isDown === true ? "descending" : "ascending";
      return (
        <th key={`${at}`} scope="col" aria-sort={isSorted ? way : "none"}>
          <button type="button" class="sort" onClick={() => props.press(at)}>
            {textOf(content.text)}
            <span aria-hidden="true" class={isSorted ? "sort-mark on" : "sort-mark"}>
              {isSorted && way === "descending" ? "↓" : "↑"}
            </span>
          </button>
        </th>
      );
    })}
  </tr>
);

/** A data table: sorted by the headings of its columns, a page of rows at a time. */
export const DataTable = (props: { readonly block: JsonObject; readonly directory: Directory }) => {
  const { block, directory } = props;
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [wanted, setPage] = useState(0);
  const [head = [], ...rows] = (Array.isArray(block.rows) ? block.rows : []).map(objectsOf);
  const size = Number(block.page_size ?? usualPage);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(wanted, pages - 1);
  const shown = sorted(rows, sorting).slice(page * size, (page + 1) * size);
  const named = Number(block.row_header_column_index ?? 0);
  const cell = (content: JsonObject, at: number) => {
    const inside = <Cell content={content} directory={directory} />;
    const look = content.type === "raw_number" ? "figure" : undefined;
    return at === named ? (
      <th key={`${at}`} scope="row" class={look}>
        {inside}
      </th>
    ) : (
      <td key={`${at}`} class={look}>
        {inside}
      </td>
    );
  };
  return (
    <div class="data-table">
      <div class="table-place">
        <table>
          <caption>{textOf(block.caption)}</caption>
          <thead>
            <Head
              cells={head}
              sorting={sorting}
              press={(column) => {
                setSorting(pressed(sorting, column));
                setPage(0);
              }}
            />
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <tr key={`${page}.${index}`}>{row.map(cell)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <p class="pages">
          <span role="status">
            {page * size + 1}–{page * size + shown.length} of {rows.length}
          </span>
          <button
            type="button"
            class="button"
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          >
            Previous
          </button>
          <button
            type="button"
            class="button"
            disabled={page === pages - 1}
            onClick={() => setPage(page + 1)}
          >
            Next
          </button>
        </p>
      )}
    </div>
  );
};
