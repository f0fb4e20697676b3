import { meaningOf } from "../domain/rows/columns.ts";
import type { RowRules, SheetRow } from "../use-cases/ports.ts";
import { SheetFault } from "../use-cases/ports.ts";
import { delimiterOf, firstLine } from "./delimited-header.ts";
import { delimitedRows } from "./delimited-rows.ts";

/** The only input that must be given; with one input alone it need not be required. */
const singleInput = ({ inputSpec }: RowRules): string | null => {
  const names = Object.keys(inputSpec);
  const required = names.filter((name) => inputSpec[name]?.required !== false);
  const [only, ...others] = required.length > 0 ? required : names;
  return only === undefined || others.length > 0 ? null : only;
};

const isHeader = (line: string, rules: RowRules): boolean =>
  line
    .split(delimiterOf(line))
    .map((cell) => cell.trim().replace(/^"(.*)"$/u, "$1"))
    .some((cell) => meaningOf(cell, rules).kind !== "unknown" && cell !== "");

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/**
 * Reads pasted lines: a table with a header line, or one value a line when the project has a single
 * required input. Throws SheetFault.
 */
export const readPastedLines = async (
  text: string,
  rules: RowRules,
): Promise<readonly SheetRow[]> => {
  if (text.trim() === "") throw new SheetFault("There are no lines.");
  const rows: SheetRow[] = [];
  if (isHeader(firstLine(text, true) ?? "", rules)) {
    for await (const row of delimitedRows(once(text))) rows.push(row);
    if (rows.length === 0) throw new SheetFault("There is a header line, but no rows under it.");
    return rows;
  }
  const input = singleInput(rules);
  if (input === null) {
    const names = Object.keys(rules.inputSpec).join(",");
    throw new SheetFault(
      `The project has several inputs: paste a header line first, for example ${names}, and the rows under it.`,
    );
  }
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const value = line.trim();
    if (value !== "") rows.push({ row: rows.length + 1, cells: new Map([[input, value]]) });
  }
  return rows;
};
