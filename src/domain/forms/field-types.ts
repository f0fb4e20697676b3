import { closest } from "./suggest.ts";

/** The scalar types of Toloka's specifications; each also exists as `array_` of it. */
export const scalarTypes = [
  "string",
  "url",
  "integer",
  "float",
  "boolean",
  "json",
  "file",
  "coordinates",
] as const;
export type ScalarType = (typeof scalarTypes)[number];

/** A field's type: a scalar, or an array of one. */
export type FieldType = { readonly scalar: ScalarType; readonly array: boolean };

/** Words people use for types, for the hint only. */
const otherWords: ReadonlyMap<string, ScalarType> = new Map([
  ["text", "string"],
  ["str", "string"],
  ["link", "url"],
  ["image", "url"],
  ["int", "integer"],
  ["number", "float"],
  ["decimal", "float"],
  ["double", "float"],
  ["bool", "boolean"],
  ["object", "json"],
  ["location", "coordinates"],
]);

const scalarOf = (word: string): ScalarType | null =>
  scalarTypes.find((type) => type === word) ?? null;

/** Splits Toloka's own type name (any case, such as `URL` or `array_string`); null for an unknown one. */
export const fieldTypeOf = (name: string): FieldType | null => {
  const word = name.toLowerCase();
  const array = word.startsWith("array_");
  const scalar = scalarOf(array ? word.slice("array_".length) : word);
  return scalar === null ? null : { scalar, array };
};

/** Toloka's name of a type. */
export const nameOfType = (type: FieldType): string =>
  type.array ? `array_${type.scalar}` : type.scalar;

/** The type at the start of a text, with the text after it, or what is wrong. */
export type TypeReading =
  | { readonly ok: true; readonly type: FieldType; readonly rest: string }
  | { readonly ok: false; readonly message: string };

const unknownType = (word: string): TypeReading => {
  const suggestion = otherWords.get(word.toLowerCase()) ?? closest(word, scalarTypes);
  const hint =
    suggestion === null ? `Types are ${scalarTypes.join(", ")}.` : `Did you mean *${suggestion}*?`;
  return { ok: false, message: `I do not know the type *${word.slice(0, 40)}*. ${hint}` };
};

/** Reads `string`, `array_string`, `array of strings` or `string[]` from the start of a text. */
export const readFieldType = (text: string): TypeReading => {
  const ofArray = /^array(?:_|\s+of\s+)([\p{L}\d]+)(?![\p{L}\d_])/iu.exec(text);
  const plain = /^([\p{L}\d_]+)(\[\s*\])?/u.exec(text);
  const found = ofArray ?? plain;
  if (found === null) {
    return { ok: false, message: "The type is missing, for example `image: url`." };
  }
  const word = (found[1] ?? "").toLowerCase();
  const array = ofArray !== null || found[2] !== undefined;
  const singular =
    array && word.endsWith("s") && scalarOf(word) === null ? word.slice(0, -1) : word;
  const scalar = scalarOf(singular);
  if (scalar === null) return unknownType(found[1] ?? "");
  return { ok: true, type: { scalar, array }, rest: text.slice(found[0].length) };
};
