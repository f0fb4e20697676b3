import { closest } from "../forms/suggest.ts";
import type { ColumnMapping } from "../plan.ts";
import type { RowRules, SheetFormat } from "./row-types.ts";

/** What a column stands for. */
export type Meaning =
  | { readonly kind: "input"; readonly field: string }
  | { readonly kind: "golden"; readonly field: string }
  | { readonly kind: "hint" | "overlap" | "infinite" | "nameless" }
  /** A key of Toloka's own JSON form of a task. */
  | { readonly kind: "toloka"; readonly key: TolokaKey }
  | { readonly kind: "unknown"; readonly message: string };

const tolokaKeys = [
  "input_values",
  "known_solutions",
  "message_on_unknown_solution",
  "pool_id",
] as const;
type TolokaKey = (typeof tolokaKeys)[number];

const nameIn = (name: string, specs: object): string | null => {
  if (Object.hasOwn(specs, name)) return name;
  const same = Object.keys(specs).filter((key) => key.toLowerCase() === name.toLowerCase());
  return same.length === 1 ? (same[0] ?? null) : null;
};

const unknown = (column: string, name: string, rules: RowRules): Meaning => {
  const names = [...Object.keys(rules.inputSpec), ...Object.keys(rules.outputSpec), "overlap"];
  const meant = closest(name, names);
  const advice =
    meant === null
      ? "Remove it, or add a hidden optional field."
      : `Did you mean *${meant}*? Otherwise remove it, or add a hidden optional field.`;
  const shown = column.slice(0, 100);
  return { kind: "unknown", message: `Column *${shown}* is not in the project. ${advice}` };
};

const prefixed = (column: string, rules: RowRules): Meaning | null => {
  const found = /^\s*(input|golden|hint|task)\s*:\s*(.*?)\s*$/isu.exec(column);
  if (found === null) return null;
  const name = found[2] ?? "";
  switch (found[1]?.toLowerCase()) {
    case "input": {
      const field = nameIn(name, rules.inputSpec);
      return field === null ? unknown(column, name, rules) : { kind: "input", field };
    }
    case "golden": {
      const field = nameIn(name, rules.outputSpec);
      return field === null ? unknown(column, name, rules) : { kind: "golden", field };
    }
    case "hint":
      return { kind: "hint" };
    default:
      if (name.toLowerCase() === "overlap") return { kind: "overlap" };
      if (name.toLowerCase() === "infinite_overlap") return { kind: "infinite" };
      return unknown(column, name, rules);
  }
};

/** Reads a column's name: `INPUT:x`, `GOLDEN:y`, `HINT:text`, `TASK:overlap`, or a plain field name. */
export const meaningOf = (column: string, rules: RowRules): Meaning => {
  if (/^\(column \d+\)$/u.test(column)) return { kind: "nameless" };
  if (column === "__proto__") {
    return { kind: "unknown", message: "A column cannot be called *__proto__*. Rename it." };
  }
  const marked = prefixed(column, rules);
  if (marked !== null) return marked;
  const name = column.trim();
  const input = nameIn(name, rules.inputSpec);
  if (input !== null) return { kind: "input", field: input };
  const output = nameIn(name, rules.outputSpec);
  if (output !== null) return { kind: "golden", field: output };
  const lower = name.toLowerCase();
  if (lower === "overlap") return { kind: "overlap" };
  if (lower === "infinite_overlap") return { kind: "infinite" };
  if (lower === "hint") return { kind: "hint" };
  const key = tolokaKeys.find((each) => each === name);
  return key === undefined ? unknown(column, name, rules) : { kind: "toloka", key };
};

const wordsOf = (meaning: Meaning): string => {
  switch (meaning.kind) {
    case "input":
    case "golden":
      return `${meaning.kind} ${meaning.field}`;
    case "hint":
    case "overlap":
      return meaning.kind;
    case "infinite":
      return "infinite overlap";
    case "toloka":
      return `Toloka's ${meaning.key}`;
    case "nameless":
    case "unknown":
      return "not used";
  }
};

/** The columns of a file, understood; `fatal` says why no row can be checked. */
export type Columns = {
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly mapping: ColumnMapping;
  readonly fatal: string | null;
};

const clashes = (meanings: ReadonlyMap<string, Meaning>): readonly string[] => {
  const first = new Map<string, string>();
  const found: string[] = [];
  for (const [column, meaning] of meanings) {
    if (meaning.kind === "nameless" || meaning.kind === "unknown") continue;
    const words = wordsOf(meaning);
    const earlier = first.get(words);
    if (earlier === undefined) first.set(words, column);
    else found.push(`Columns *${earlier}* and *${column}* both mean ${words}. Remove one.`);
  }
  return found;
};

const missing = (meanings: ReadonlyMap<string, Meaning>, rules: RowRules): readonly string[] => {
  const given = new Set([...meanings.values()].map(wordsOf));
  return Object.entries(rules.inputSpec)
    .filter(([name, spec]) => spec.required !== false && !given.has(`input ${name}`))
    .map(([name]) => `There is no column for *${name}*, which is required. Call it INPUT:${name}.`);
};

/**
 * Understands the columns of a file. Tables are refused as a whole for unknown and missing columns; in JSON
 * those are told row by row, since each row names its own fields.
 */
export const readColumns = (
  columns: readonly string[],
  rules: RowRules,
  format: SheetFormat,
): Columns => {
  const meanings = new Map(columns.map((column) => [column, meaningOf(column, rules)]));
  const mapping = [...meanings].map(([column, meaning]) => ({ column, meaning: wordsOf(meaning) }));
  const twice = columns.filter((column, index) => columns.indexOf(column) !== index);
  const isToloka = [...meanings.values()].some(
    (meaning) => meaning.kind === "toloka" && meaning.key === "input_values",
  );
  const unknowns = [...meanings.values()].flatMap((meaning) =>
    meaning.kind === "unknown" ? [meaning.message] : [],
  );
  const complaints = [
    ...twice.map((column) => `Column *${column}* is there twice. Remove one.`),
    ...clashes(meanings),
    ...(format === "table" ? unknowns : []),
    ...(format === "table" && !isToloka ? missing(meanings, rules) : []),
  ];
  const fatal = complaints.length === 0 ? null : complaints.slice(0, 10).join("\n");
  return { meanings, mapping, fatal };
};
