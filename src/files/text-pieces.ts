import { setImmediate } from "node:timers/promises";
import { TextDecoder } from "node:util";
import { SheetFault } from "../use-cases/ports.ts";
import { fileBounds } from "./file-bounds.ts";
import { type Encoding, encodingOf, refuseBinary } from "./file-kind.ts";

const pieceBytes = 64 * 1024;

/**
 * Small pieces of the file, with a turn of the event loop after each: a file that is already in memory
 * must not hold up everybody else.
 */
async function* smallPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of bytes) {
    for (let start = 0; start < chunk.length; start += pieceBytes) {
      const piece = chunk.subarray(start, start + pieceBytes);
      total += piece.length;
      if (total > fileBounds.bytes) {
        throw new SheetFault("The file is larger than 32 MB. Split it into several files.");
      }
      yield piece;
      await setImmediate();
    }
  }
}

const latin1 =
  "The file is not UTF-8; it is probably Latin-1 (Windows-1252). Save it again as CSV UTF-8.";
const brokenUtf16 = "The file says it is UTF-16, but it is damaged. Save it again as CSV UTF-8.";

const decode = (decoder: TextDecoder, piece: Uint8Array | null): string => {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (cause) {
    throw new SheetFault(decoder.encoding === "utf-8" ? latin1 : brokenUtf16, cause);
  }
};

const refuseNul = (text: string): string => {
  if (text.includes("\0")) {
    throw new SheetFault(
      "The file has NUL characters: it is UTF-16 without a mark, or no text at all. Save it as CSV UTF-8.",
    );
  }
  return text;
};

async function* withStart(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly piece: Uint8Array; readonly isFirst: boolean }> {
  let start: Uint8Array | null = new Uint8Array();
  for await (const piece of smallPieces(bytes)) {
    if (start === null) {
      yield { piece, isFirst: false };
      continue;
    }
    // The mark may be cut in two by the network: the first piece is made long enough to see it.
    const longer: Uint8Array = new Uint8Array(start.length + piece.length);
    longer.set(start);
    longer.set(piece, start.length);
    start = longer;
    if (start.length < 4) continue;
    yield { piece: start, isFirst: true };
    start = null;
  }
  if (start !== null && start.length > 0) yield { piece: start, isFirst: true };
}

/**
 * Decodes a file piece by piece: UTF-8 with or without a mark, UTF-16 with one. Throws SheetFault for other
 * bytes, for binary files, for NUL characters and above 32 MB. `note` is told what people should know.
 */
export async function* textPieces(
  bytes: AsyncIterable<Uint8Array>,
  note: (text: string) => void,
): AsyncGenerator<string> {
  let decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const { piece, isFirst } of withStart(bytes)) {
    if (isFirst) {
      refuseBinary(piece);
      const encoding: Encoding = encodingOf(piece);
      decoder = new TextDecoder(encoding, { fatal: true });
      if (encoding !== "utf-8") {
        note("File is UTF-16. I read it as such; Toloka's own page would have refused it.");
      }
    }
    const text = refuseNul(decode(decoder, piece));
    if (text !== "") yield text;
  }
  const last = refuseNul(decode(decoder, null));
  if (last !== "") yield last;
}
