import { SheetFault } from "../use-cases/ports.ts";
import { fileBounds } from "./file-bounds.ts";

/** The text of one object in a file, and the line it starts on. */
export type TextElement = { readonly text: string; readonly line: number };

/** Between objects: what may come next. `lines` is the form without an array around the objects. */
type Between = "start" | "lines" | "first" | "next" | "comma" | "end";

type State = {
  between: Between;
  /** Open brackets of the object being read; 0 between objects. */
  depth: number;
  inString: boolean;
  escaped: boolean;
  line: number;
  elements: number;
};

const complaint = (state: State, character: string): SheetFault => {
  const place = `line ${state.line}`;
  if (state.between === "end")
    return new SheetFault(`There is text after the closing ] (${place}).`);
  if (state.between === "start") {
    return new SheetFault(`A JSON file starts with [ or {, but ${place} has ${character}.`);
  }
  if (state.between === "comma") {
    return new SheetFault(`A comma is missing after element ${state.elements} (${place}).`);
  }
  return new SheetFault(
    `Element ${state.elements + 1} (${place}) must be an object {...}, but there is ${character}.`,
  );
};

/** Takes one character between objects; answers whether an object starts with it. */
const stepBetween = (state: State, character: string): boolean => {
  if (/[ \t\r\n]/u.test(character)) return false;
  const mayStart =
    state.between === "start" ||
    state.between === "lines" ||
    state.between === "first" ||
    state.between === "next";
  if (character === "{" && mayStart) {
    state.between = state.between === "start" || state.between === "lines" ? "lines" : "comma";
    state.elements += 1;
    return true;
  }
  if (character === "[" && state.between === "start") state.between = "first";
  else if (character === "," && state.between === "comma") state.between = "next";
  else if (character === "]" && (state.between === "comma" || state.between === "first")) {
    state.between = "end";
  } else throw complaint(state, character);
  return false;
};

const backslash = 92;
const quote = 34;
const lineFeed = 10;
const openers = [91, 123];
const closers = [93, 125];

/** Takes one character inside an object; answers whether the object ends with it. */
const stepInside = (state: State, code: number): boolean => {
  if (state.inString) {
    if (state.escaped) state.escaped = false;
    else if (code === backslash) state.escaped = true;
    else if (code === quote) state.inString = false;
    return false;
  }
  if (code === quote) state.inString = true;
  else if (openers.includes(code)) state.depth += 1;
  else if (closers.includes(code)) {
    state.depth -= 1;
    return state.depth === 0;
  }
  return false;
};

const refuseUnfinished = (state: State): void => {
  if (state.depth > 0) {
    const start = `Element ${state.elements} is not finished`;
    throw new SheetFault(`${start}: the file ends inside it. Is a quote or a bracket left open?`);
  }
  if (state.between === "first" || state.between === "next" || state.between === "comma") {
    throw new SheetFault("The file ends before the closing ]. Was it cut off?");
  }
};

/**
 * Cuts a JSON array, or JSON Lines, into its objects without holding the whole file. Only brackets and
 * quotes are looked at; whether an object is JSON is judged by its reader. Throws SheetFault.
 */
export async function* splitObjects(pieces: AsyncIterable<string>): AsyncGenerator<TextElement> {
  const state: State = {
    between: "start",
    depth: 0,
    inString: false,
    escaped: false,
    line: 1,
    elements: 0,
  };
  let open = "";
  let openLine = 1;
  for await (const piece of pieces) {
    let start = 0;
    for (let index = 0; index < piece.length; index += 1) {
      const code = piece.charCodeAt(index);
      if (code === lineFeed) state.line += 1;
      if (state.depth === 0) {
        if (stepBetween(state, piece[index] ?? "")) {
          state.depth = 1;
          start = index;
          openLine = state.line;
        }
      } else if (stepInside(state, code)) {
        yield { text: open + piece.slice(start, index + 1), line: openLine };
        open = "";
      }
    }
    if (state.depth === 0) continue;
    open += piece.slice(start);
    if (open.length > fileBounds.elementChars) {
      throw new SheetFault(
        `Element ${state.elements} (line ${openLine}) is longer than 2,000,000 characters. Is a quote left open?`,
      );
    }
  }
  refuseUnfinished(state);
}
