import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { SheetRow } from "../use-cases/ports.ts";
import { SheetFault } from "../use-cases/ports.ts";
import { delimiterOf, firstLine, headerNames, loneReturn } from "./delimited-header.ts";
import { fileBounds } from "./file-bounds.ts";

const longRecord = (line: number): SheetFault =>
  new SheetFault(
    `A record near line ${line} is longer than 64 KB. Is a quote left open? A quote inside a quoted cell is written twice.`,
  );

/** csv-parse counts empty cells as nothing, so very long lines are refused before it sees them. */
async function* boundedLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let length = 0;
  let line = 1;
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", start)) {
      if (length + end - start > fileBounds.recordBytes) throw longRecord(line);
      length = 0;
      line += 1;
      start = end + 1;
    }
    length += piece.length - start;
    if (length > fileBounds.recordBytes) throw longRecord(line);
    yield piece;
  }
}

const faultOf = (error: unknown): unknown => {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error.lines === "number" ? error.lines : 1;
  switch (error.code) {
    case "CSV_MAX_RECORD_SIZE":
      return longRecord(line);
    case "CSV_QUOTE_NOT_CLOSED":
      return new SheetFault(
        'A quote is opened and never closed, so the rest of the file became one cell. Look for a single ".',
        error,
      );
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return new SheetFault(
        `Line ${line} has a quote inside a cell. Put the cell in quotes and write the inner quote twice: "5"" screen".`,
        error,
      );
    default:
      return new SheetFault(`Line ${line} is not CSV: ${error.message.slice(0, 200)}`, error);
  }
};

const cellsOf = (names: readonly string[], record: readonly string[]): Map<string, unknown> => {
  const cells = new Map<string, unknown>();
  names.forEach((name, index) => {
    const cell = record[index] ?? "";
    if (cell !== "" || !name.startsWith("(column ")) cells.set(name, cell);
  });
  for (let index = names.length; index < record.length; index += 1) {
    const cell = record[index] ?? "";
    if (cell.trim() === "") continue;
    cells.set(`(column ${index + 1})`, cell);
    // One stray cell is enough to refuse the row; a line of separators must not make thousands.
    break;
  }
  return cells;
};

async function* startingWithHeader(
  pieces: AsyncIterable<string>,
  onHeader: (header: string) => void,
): AsyncGenerator<string> {
  let start: string | null = "";
  for await (const piece of pieces) {
    if (start === null) {
      yield piece;
      continue;
    }
    // Blank lines before the header are dropped as they come, so that a file of them costs nothing.
    start = (start + piece).replace(/^(?:[ \t]*\r?\n)+/u, "");
    const header = firstLine(start, false);
    if (header === null) continue;
    onHeader(header);
    yield start;
    start = null;
  }
  if (start === null) return;
  onHeader(firstLine(start, true) ?? "");
  yield start;
}

/** Waits for the header line, then gives the text on, header included, as from the start. */
const withHeader = async (pieces: AsyncIterable<string>) => {
  let header = "";
  const text = startingWithHeader(pieces, (line) => {
    header = line;
  });
  const first = await text.next();
  async function* whole(): AsyncGenerator<string> {
    if (first.done !== true) yield first.value;
    yield* text;
  }
  return { header, whole: whole() };
};

/** Reads CSV or TSV. Throws SheetFault. Blank lines and lines of separators alone are left out. */
export async function* delimitedRows(pieces: AsyncIterable<string>): AsyncGenerator<SheetRow> {
  const { header, whole } = await withHeader(boundedLines(pieces));
  const parser = parse({
    delimiter: delimiterOf(header),
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: fileBounds.recordBytes,
  });
  // A fault of the source destroys the parser with it, and so reaches the loop below.
  pipeline(Readable.from(whole), parser, () => undefined);
  let names: readonly string[] | null = null;
  let row = 0;
  try {
    for await (const found of parser) {
      const record: readonly string[] = found;
      if (record.every((cell) => cell.trim() === "")) continue;
      if (names === null) {
        names = headerNames(record);
        continue;
      }
      row += 1;
      if (row > fileBounds.rows) {
        throw new SheetFault("The file has more than 100,000 rows. Split it into several files.");
      }
      if (record.some((cell) => /\r(?!\n)/u.test(cell))) throw loneReturn(`Row ${row}`);
      yield { row, cells: cellsOf(names, record) };
    }
  } catch (error) {
    throw faultOf(error);
  }
}
