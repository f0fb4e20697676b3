import { SheetFault } from "../use-cases/ports.ts";

/** How the bytes of a file become text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Reads the byte-order mark; files without one are UTF-8. */
export const encodingOf = (start: Uint8Array): Encoding => {
  if (startsWith(start, 0xff, 0xfe)) return "utf-16le";
  return startsWith(start, 0xfe, 0xff) ? "utf-16be" : "utf-8";
};

/** Refuses files that are no text at all, by their first bytes. */
export const refuseBinary = (start: Uint8Array): void => {
  if (startsWith(start, 0x50, 0x4b)) {
    throw new SheetFault(
      "This is an Excel file or a ZIP archive. Open it and save it as CSV (UTF-8).",
    );
  }
  if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new SheetFault("This is an old Excel file. Open it and save it as CSV (UTF-8).");
  }
  if (startsWith(start, 0x1f, 0x8b)) {
    throw new SheetFault("This file is compressed (gzip). Unpack it first.");
  }
  if (startsWith(start, 0x25, 0x50, 0x44, 0x46)) {
    throw new SheetFault("This is a PDF. Give a CSV, TSV, JSON or JSONL file.");
  }
};

/** Refuses a web page that came instead of the file, by its first characters. */
export const refusePage = (start: string): void => {
  if (/^\s*<(!doctype\s+html|html|head|body)\b/iu.test(start)) {
    throw new SheetFault(
      "This is a web page, not a file of rows; perhaps a login page was saved or sent instead. Give the file again.",
    );
  }
};

/** The formats a file can have. */
export type FileFormat = "delimited" | "json";

/** Decides by the name's ending, and by the first character for other endings. */
export const formatOf = (fileName: string, start: string): FileFormat => {
  const ending = /\.([a-z0-9]+)$/iu.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (["json", "jsonl", "ndjson"].includes(ending)) return "json";
  if (["csv", "tsv", "tab"].includes(ending)) return "delimited";
  return /^\s*(\[\s*[{\]]|\{)/u.test(start) ? "json" : "delimited";
};
