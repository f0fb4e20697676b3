import type { Sheet, SheetReader, SheetRow } from "../use-cases/ports.ts";
import { SheetFault } from "../use-cases/ports.ts";
import { delimitedRows } from "./delimited-rows.ts";
import { type FileFormat, formatOf, refusePage } from "./file-kind.ts";
import { jsonRows } from "./json-rows.ts";
import { readPastedLines } from "./pasted-lines.ts";
import { textPieces } from "./text-pieces.ts";

const startChars = 512;

/** Reads far enough to see what the file is, then gives its text on from the start. */
const withStart = async (pieces: AsyncGenerator<string>) => {
  const seen: string[] = [];
  let start = "";
  while (start.length < startChars) {
    const next = await pieces.next();
    if (next.done === true) break;
    seen.push(next.value);
    start = (start + next.value).trimStart();
  }
  async function* whole(): AsyncGenerator<string> {
    try {
      yield* seen;
      yield* pieces;
    } finally {
      await pieces.return(undefined);
    }
  }
  return { start, whole: whole() };
};

/** Reads CSV, TSV, JSON and JSON Lines by stream. Iterating throws SheetFault with words for people. */
export const createSheetReader = () =>
  ({
    read: (fileName: string, bytes: AsyncIterable<Uint8Array>): Sheet => {
      const notes: string[] = [];
      let format: FileFormat = formatOf(fileName, "");
      async function* rows(): AsyncGenerator<SheetRow> {
        const { start, whole } = await withStart(textPieces(bytes, (text) => notes.push(text)));
        if (start === "") throw new SheetFault("The file is empty.");
        refusePage(start);
        format = formatOf(fileName, start);
        let count = 0;
        for await (const row of format === "json" ? jsonRows(whole) : delimitedRows(whole)) {
          count += 1;
          yield row;
        }
        if (count > 0) return;
        throw new SheetFault(
          format === "json" ? "The file has no elements." : "The file has a header, but no rows.",
        );
      }
      return {
        [Symbol.asyncIterator]: rows,
        notes,
        format: () => (format === "json" ? "json" : "table"),
      };
    },
    readLines: readPastedLines,
  }) satisfies SheetReader;
