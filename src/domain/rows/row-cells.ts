import { didYouMean } from "../forms/suggest.ts";
import { isJsonObject } from "../json.ts";
import type { Meaning } from "./columns.ts";
import { isEmptyCell } from "./json-value.ts";
import type { Fault, RowRules, SheetRow } from "./row-types.ts";

/** A cell with the column it stands in, as the file calls it. */
export type PlacedCell = { readonly column: string; readonly cell: unknown };

/** The cells of one row by what they mean; empty cells are left out. */
export type RowCells = {
  readonly inputs: ReadonlyMap<string, PlacedCell>;
  readonly golden: ReadonlyMap<string, PlacedCell>;
  /** `known_solutions` of Toloka's own JSON form. */
  readonly solutions: PlacedCell | null;
  readonly hint: PlacedCell | null;
  readonly overlap: PlacedCell | null;
  readonly infinite: PlacedCell | null;
  readonly misplaced: readonly (PlacedCell & Fault)[];
};

type Slots = {
  solutions: PlacedCell | null;
  hint: PlacedCell | null;
  overlap: PlacedCell | null;
  infinite: PlacedCell | null;
};

const unknownColumn = (place: PlacedCell, message: string): PlacedCell & Fault => ({
  ...place,
  rule: "unknown-column",
  hint: message,
});

const noHeader = "stands under no header: check quotes and separators of this row";

/** Sorts the cells of a row. `meaningOf` is asked once a column. */
export const sortCells = (
  row: SheetRow,
  rules: RowRules,
  meaningOf: (column: string) => Meaning,
): RowCells => {
  const inputs = new Map<string, PlacedCell>();
  const golden = new Map<string, PlacedCell>();
  const slots: Slots = { solutions: null, hint: null, overlap: null, infinite: null };
  const misplaced: (PlacedCell & Fault)[] = [];

  const putInputs = (place: PlacedCell): void => {
    if (!isJsonObject(place.cell)) {
      misplaced.push({
        ...place,
        rule: "json",
        hint: 'must be an object such as {"image": "https://..."}',
      });
      return;
    }
    for (const [name, cell] of Object.entries(place.cell)) {
      const inner = { column: `${place.column}.${name.slice(0, 100)}`, cell };
      if (!Object.hasOwn(rules.inputSpec, name)) {
        const hint = `is not in the project.${didYouMean(name, Object.keys(rules.inputSpec))}`;
        misplaced.push(unknownColumn(inner, hint));
      } else if (!isEmptyCell(cell)) inputs.set(name, inner);
    }
  };

  const put = (meaning: Meaning, place: PlacedCell): void => {
    switch (meaning.kind) {
      case "input":
        inputs.set(meaning.field, place);
        return;
      case "golden":
        golden.set(meaning.field, place);
        return;
      case "hint":
      case "overlap":
      case "infinite":
        slots[meaning.kind] = place;
        return;
      case "nameless":
        misplaced.push(unknownColumn(place, noHeader));
        return;
      case "unknown":
        misplaced.push(unknownColumn(place, meaning.message));
        return;
      case "toloka":
        if (meaning.key === "input_values") putInputs(place);
        if (meaning.key === "known_solutions") slots.solutions = place;
        if (meaning.key === "message_on_unknown_solution") slots.hint = place;
    }
  };

  for (const [column, cell] of row.cells) {
    if (!isEmptyCell(cell)) put(meaningOf(column), { column, cell });
  }
  return { inputs, golden, ...slots, misplaced };
};
