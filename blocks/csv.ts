/** A spreadsheet runs cells that start with one of these; some skip a NUL or a line's end before them. */
const startsFormula = /^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/u;

const quote = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** One cell by RFC 4180: quoted when needed; a text is never a formula. Numbers stay as they are. */
const cell = (value: string | number): string =>
  typeof value === "number"
    ? String(value)
    : quote(startsFormula.test(value) ? `'${value}` : value);

/** A line of a table, with its line end. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(cell).join(",")}\r\n`;
