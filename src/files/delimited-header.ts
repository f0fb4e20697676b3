import { SheetFault } from "../use-cases/ports.ts";
import { fileBounds } from "./file-bounds.ts";

const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/** Old Mac line ends would make one line of the whole file. */
export const loneReturn = (where: string): SheetFault =>
  new SheetFault(
    `${where} has a carriage return without a line feed (old Mac form). Save the file as CSV UTF-8 with normal line ends.`,
  );

/** The first line with something in it, quoted line breaks included; null while it is not complete. */
export const firstLine = (text: string, isWhole: boolean): string | null => {
  const start = /^(?:[ \t]*\r?\n)*/u.exec(text)?.[0].length ?? 0;
  let inQuotes = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') inQuotes = !inQuotes;
    if (character === "\n" && !inQuotes) return text.slice(start, index);
    const next = text[index + 1];
    if (character === "\r" && !inQuotes && next !== undefined && next !== "\n") {
      throw loneReturn("The header");
    }
    if (index - start > fileBounds.recordBytes) {
      throw new SheetFault(
        "The header line is longer than 64 KB. Is a quote left open, or is this no table?",
      );
    }
  }
  return isWhole ? text.slice(start) : null;
};

const count = (line: string, delimiter: Delimiter): number => {
  let inQuotes = false;
  let found = 0;
  for (const character of line) {
    if (character === '"') inQuotes = !inQuotes;
    else if (character === delimiter && !inQuotes) found += 1;
  }
  return found;
};

/** The separator a header line uses most; a comma when it has one column. */
export const delimiterOf = (header: string): Delimiter => {
  let best: Delimiter = ",";
  for (const delimiter of delimiters) {
    if (count(header, delimiter) > count(header, best)) best = delimiter;
  }
  if (count(header, best) >= fileBounds.columns) {
    throw new SheetFault(
      `The header has more than ${fileBounds.columns} columns. Keep the columns of the project only.`,
    );
  }
  return best;
};

/** Checks the names of a header. A nameless column is called `(column 3)`. */
export const headerNames = (cells: readonly string[]): readonly string[] => {
  const names = cells.map((cell, index) => cell.trim() || `(column ${index + 1})`);
  if (names.includes("__proto__")) {
    throw new SheetFault("A column cannot be called __proto__. Rename it.");
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new SheetFault(`Column *${twice.slice(0, 100)}* is there twice. Remove one of them.`);
  }
  return names;
};
