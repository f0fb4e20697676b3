import { type JsonObject, objectsOf, textOf } from "../ui/json.ts";

/** A marked piece of text in the form of field.text-annotation's answers. */
export type Mark = {
  readonly label: string;
  readonly offset: number;
  readonly length: number;
  readonly segment: string;
};

/** A piece of text, in UTF-16 units. */
export type Stretch = { readonly offset: number; readonly length: number };

const isStretch = ({ offset, length }: JsonObject): boolean =>
  Number.isInteger(offset) && Number.isInteger(length);

/** The marks of an answer, in the order of the text; what is none is left out. */
export const marksOf = (value: unknown, content: string): readonly Mark[] =>
  objectsOf(value)
    .filter(isStretch)
    .map((each) => {
      const [offset, length] = [Number(each.offset), Number(each.length)];
      const segment = content.slice(offset, offset + length);
      return { label: textOf(each.label), offset, length, segment };
    })
    .filter(({ segment }) => segment !== "")
    .sort((one, other) => one.offset - other.offset);

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}_'’-]/u.test(character);

/** A selection without the spaces around it; with `words` it grows to whole words. */
export const adjusted = (content: string, { offset, length }: Stretch, words: boolean): Stretch => {
  let [from, to] = [Math.max(0, offset), Math.min(content.length, offset + length)];
  while (from < to && /\s/.test(content.charAt(from))) from += 1;
  while (to > from && /\s/.test(content.charAt(to - 1))) to -= 1;
  if (words && from < to) {
    while (from > 0 && isWord(content[from - 1])) from -= 1;
    while (isWord(content[to])) to += 1;
  }
  return { offset: from, length: to - from };
};

const meets = (one: Stretch, other: Stretch): boolean =>
  one.offset < other.offset + other.length && other.offset < one.offset + one.length;

/** The marks with one more; it takes the place of those that it meets. */
export const withMark = (
  marks: readonly Mark[],
  content: string,
  stretch: Stretch,
  label: string,
): readonly Mark[] => {
  if (stretch.length === 0) return marks;
  const { offset, length } = stretch;
  const mark = { label, offset, length, segment: content.slice(offset, offset + length) };
  const others = marks.filter((each) => !meets(each, stretch));
  return [...others, mark].sort((one, other) => one.offset - other.offset);
};

/** The marks without those that a stretch meets. */
export const withoutMarks = (marks: readonly Mark[], stretch: Stretch): readonly Mark[] =>
  marks.filter((each) => !meets(each, stretch));

/** The text in pieces: marked ones with their mark, the rest without. */
export const piecesOfText = (
  content: string,
  marks: readonly Mark[],
): readonly { readonly offset: number; readonly text: string; readonly mark: Mark | null }[] => {
  const pieces: { offset: number; text: string; mark: Mark | null }[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.offset < at) continue;
    if (mark.offset > at) {
      pieces.push({ offset: at, text: content.slice(at, mark.offset), mark: null });
    }
    pieces.push({ offset: mark.offset, text: mark.segment, mark });
    at = mark.offset + mark.length;
  }
  if (at < content.length) pieces.push({ offset: at, text: content.slice(at), mark: null });
  return pieces;
};
