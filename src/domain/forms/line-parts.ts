import { closest, didYouMean } from "./suggest.ts";

/** What follows the type in a field line, still as text. */
type LineParts = {
  readonly flags: ReadonlySet<Flag>;
  /** `1..5` as its two ends; an open end is "". */
  readonly range: readonly [string, string] | null;
  readonly options: readonly string[] | null;
};

const flags = ["required", "optional", "hidden"] as const;
type Flag = (typeof flags)[number];

/** The parts, or what is wrong with the line. */
export type PartsReading =
  | { readonly ok: true; readonly parts: LineParts }
  | { readonly ok: false; readonly message: string };

const flagOf = (word: string): Flag | null =>
  flags.find((flag) => flag === word.toLowerCase()) ?? null;

const rangeOf = (text: string): readonly [string, string] | null => {
  const found = /^(\S*?)\s*\.\.\s*(\S*)$/u.exec(text);
  return found === null ? null : [found[1] ?? "", found[2] ?? ""];
};

const optionsOf = (text: string): readonly string[] =>
  text.split("|").map((option) => option.trim());

type Piece = { readonly text: string; readonly kind: "bracket" | "options" | "word" };

const complaintAbout = (word: string): string =>
  `I do not know *${word.slice(0, 40)}*.${didYouMean(word, flags) || " After the type come required, optional, hidden, 1..5 or a|b|c."}`;

/** Cuts the rest of a line into bracketed groups, option lists and single words; a string is a complaint. */
const piecesOf = (line: string): readonly Piece[] | string => {
  const pieces: Piece[] = [];
  let rest = line.trim();
  while (rest !== "") {
    if (rest.startsWith("[")) {
      const end = rest.indexOf("]");
      if (end < 0) return "A bracket [ is not closed.";
      pieces.push({ text: rest.slice(1, end).trim(), kind: "bracket" });
      rest = rest.slice(end + 1).replace(/^[\s,]+/u, "");
      continue;
    }
    const beforeBracket = rest.split("[", 1)[0] ?? "";
    const word = /^[^\s,=|[]+/u.exec(rest)?.[0] ?? "";
    const isWord = flagOf(word) !== null || rangeOf(word) !== null || !beforeBracket.includes("|");
    if (rest.startsWith("=") || !isWord) {
      const mistyped = /^(\S+) /u.exec(beforeBracket)?.[1];
      if (mistyped !== undefined && closest(mistyped, flags) !== null)
        return complaintAbout(mistyped);
      const text = beforeBracket.replace(/^=/u, "").trim();
      if (text !== "") pieces.push({ text, kind: "options" });
      rest = rest.slice(Math.max(beforeBracket.length, 1)).trim();
      continue;
    }
    if (word === "") return `I do not understand *${rest.slice(0, 40)}*.`;
    pieces.push({ text: word, kind: "word" });
    rest = rest.slice(word.length).replace(/^[\s,]+/u, "");
  }
  return pieces;
};

/** Reads flags, range and options, in any order, with or without square brackets. */
export const readLineParts = (text: string): PartsReading => {
  const pieces = piecesOf(text.replaceAll("\u2026", ".."));
  if (typeof pieces === "string") return { ok: false, message: pieces };
  const seen = new Set<Flag>();
  let range: readonly [string, string] | null = null;
  let options: readonly string[] | null = null;
  for (const piece of pieces) {
    const flag = piece.kind === "options" ? null : flagOf(piece.text);
    const ends = piece.kind === "options" || piece.text.includes("|") ? null : rangeOf(piece.text);
    if (flag !== null) {
      seen.add(flag);
    } else if (ends !== null) {
      if (range !== null) return { ok: false, message: "There are two ranges." };
      range = ends;
    } else if (piece.kind === "word" || !piece.text.includes("|")) {
      const message =
        piece.kind === "word"
          ? complaintAbout(piece.text)
          : `Options are separated by |, for example [yes|no] - you have [${piece.text.slice(0, 40)}].`;
      return { ok: false, message };
    } else {
      if (options !== null) return { ok: false, message: "There are two lists of options." };
      options = optionsOf(piece.text);
      const tail = /\s(required|optional|hidden)$/iu.exec(options.at(-1) ?? "")?.[1];
      if (tail !== undefined && piece.kind === "options") {
        const message = `Is *${tail}* part of the last option? Put the options in brackets: [a|b].`;
        return { ok: false, message };
      }
    }
  }
  if (seen.has("required") && seen.has("optional")) {
    return { ok: false, message: "It cannot be both required and optional." };
  }
  return { ok: true, parts: { flags: seen, range, options } };
};
