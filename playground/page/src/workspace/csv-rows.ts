/** A cell by RFC 4180 with the comma, the line's end or the text's end behind it. */
const cell = /(?:"((?:[^"]|"")*)"|(?!")([^,\r\n]*))(,|\r?\n|$)/y;

/**
 * Rows of a table as text. A row that the end of a cut text leaves unfinished is not given; reading ends at the first cell
 * that is none.
 */
export const csvRows = (text: string, isCut: boolean): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  let row: string[] = [];
  cell.lastIndex = 0;
  while (cell.lastIndex < text.length || row.length > 0) {
    const found = cell.exec(text);
    if (found === null) return rows;
    const [, quoted, bare = "", end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === ",") continue;
    if (end === "" && isCut) return rows;
    rows.push(row);
    row = [];
  }
  return rows;
};
