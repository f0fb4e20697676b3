import { isObject, type JsonObject } from "../ui/json.ts";

/** A place that a component can read and write. */
export type Target = {
  readonly store: "output" | "internal" | "local";
  readonly steps: readonly string[];
};

/** Around a piece of the config: values of lists it stands in, and the component whose condition is asked. */
export type Scope = {
  readonly id: string;
  readonly local: JsonObject;
  /** Where `data.relative` begins; null outside of field.list. */
  readonly item: Target | null;
  /** What a condition without `data` is about. */
  readonly self: { readonly value: unknown; readonly key: string } | null;
};

/** How a place was come to: circles and depth are seen by it. */
export type Trail = { readonly depth: number; readonly refs: readonly string[] };

const partMark: unique symbol = Symbol("part");
const troubleMark: unique symbol = Symbol("trouble");

/** A component or action of the config with what stands around it; its properties are not evaluated yet. */
export type Part = {
  readonly [partMark]: true;
  readonly type: string;
  readonly props: JsonObject;
  /** Its place in the config, such as `view.items.0`. */
  readonly at: string;
  readonly scope: Scope;
  readonly trail: Trail;
};

/** A piece of the config that cannot be evaluated, and why. */
export type Trouble = { readonly [troubleMark]: true; readonly words: string };

/** Makes a part. */
export const part = (made: Omit<Part, typeof partMark>): Part => ({ ...made, [partMark]: true });

/** Makes a trouble of words. */
export const trouble = (words: string): Trouble => ({ words, [troubleMark]: true });

/** Whether a value is a component or an action. */
export const isPart = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && partMark in value;

/** Whether a value could not be evaluated. */
export const isTrouble = (value: unknown): value is Trouble =>
  typeof value === "object" && value !== null && troubleMark in value;

/** What a part's own state is kept under. */
export const keyOf = ({ scope, at }: Part): string => (scope.id === "" ? at : `${scope.id}>${at}`);

/** Whether there is an answer: not missing, not an empty text, list or object. */
export const isFilled = (value: unknown): boolean => {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  return !isObject(value) || isPart(value) || Object.keys(value).length > 0;
};

/** Whether two JSON values are the same, as deep as 200 levels. */
export const isSame = (one: unknown, other: unknown, depth = 0): boolean => {
  if (Object.is(one, other)) return true;
  if (depth > 200) return false;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, i) => isSame(each, other[i], depth + 1));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name], depth + 1))
  );
};

/** A value as words for a person. */
export const wordsOf = (value: unknown): string => {
  if (value === undefined || value === null) return "";
  if (isTrouble(value)) return value.words;
  if (isPart(value)) return "content" in value.props ? wordsOf(value.props.content) : value.type;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** Whether an option's value is the answer; an option without a value never is. */
export const isAnswer = (answer: unknown, value: unknown): boolean =>
  answer !== undefined && isSame(answer, value);
