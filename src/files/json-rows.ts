import { readJsonText } from "../domain/forms/json-text.ts";
import { isJsonObject } from "../domain/json.ts";
import type { SheetRow } from "../use-cases/ports.ts";
import { SheetFault } from "../use-cases/ports.ts";
import { fileBounds } from "./file-bounds.ts";
import { splitObjects, type TextElement } from "./json-elements.ts";

const objectOf = ({ text, line }: TextElement, row: number): object => {
  const reading = readJsonText(text);
  if (!reading.ok) {
    const place = `line ${line + reading.line - 1}, column ${reading.column}`;
    const where = reading.line === 1 ? `line ${line}` : place;
    throw new SheetFault(`Element ${row} is not JSON (${where}): ${reading.what}.`);
  }
  if (!isJsonObject(reading.value)) throw new SheetFault(`Element ${row} is not an object {...}.`);
  return reading.value;
};

/** Reads a JSON array of objects, or objects one after the other (JSON Lines). Throws SheetFault. */
export async function* jsonRows(pieces: AsyncIterable<string>): AsyncGenerator<SheetRow> {
  let row = 0;
  for await (const element of splitObjects(pieces)) {
    row += 1;
    if (row > fileBounds.rows) {
      throw new SheetFault("The file has more than 100,000 rows. Split it into several files.");
    }
    const cells = new Map<string, unknown>(Object.entries(objectOf(element, row)));
    if (cells.has("__proto__")) {
      throw new SheetFault(`Element ${row} has a key called __proto__. Rename it.`);
    }
    if (cells.size > fileBounds.columns) {
      throw new SheetFault(`Element ${row} has more than ${fileBounds.columns} keys.`);
    }
    yield { row, cells };
  }
}
