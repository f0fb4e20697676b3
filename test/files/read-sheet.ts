import { createSheetReader } from "../../src/files/sheet-reader.ts";
import { SheetFault } from "../../src/use-cases/ports.ts";

/** A file as it comes over the network, cut into pieces of the given size. */
async function* inPieces(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield bytes.subarray(start, start + size);
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16 with its mark. */
export const utf16 = (text: string, order: "le" | "be"): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

/** What reading a file gave: rows as plain objects with their numbers, or the fault's words. */
export const readSheet = async (
  name: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  pieceSize?: number,
) => {
  const bytes = typeof content === "string" ? utf8(content) : content;
  const stream = bytes instanceof Uint8Array ? inPieces(bytes, pieceSize) : bytes;
  const sheet = createSheetReader().read(name, stream);
  const rows: { readonly row: number; readonly cells: object }[] = [];
  try {
    for await (const { row, cells } of sheet) rows.push({ row, cells: Object.fromEntries(cells) });
    return { rows, notes: sheet.notes, fault: null };
  } catch (error) {
    if (!(error instanceof SheetFault)) throw error;
    return { rows, notes: sheet.notes, fault: error.message };
  }
};
