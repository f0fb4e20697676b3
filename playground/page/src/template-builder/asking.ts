import { isObject, type JsonObject } from "../ui/json.ts";
import { memberOf } from "./paths.ts";
import type { Scope, Target, Trail } from "./values.ts";

/** What a condition says, and the words for a person when it is not met. */
export type Verdict = { readonly met: boolean; readonly words: string };

/** A piece of the config with its place in it, and the `$ref`s that led there. */
export type Piece = {
  readonly node: unknown;
  readonly at: string;
  readonly refs?: readonly string[];
};

/** What the config is evaluated against. */
export type World = {
  /** The whole config, which `$ref` points into. */
  readonly root: JsonObject;
  readonly input: JsonObject;
  readonly assignmentId: string;
  /** `"lat,lon"`; undefined when it is not known. */
  readonly location: string | undefined;
  readonly translations: Readonly<Record<string, string>>;
  read(target: Target): unknown;
  isOpened(url: string): boolean;
  /** How much of a player was played, from 0 to 1; undefined when it was never started. */
  played(key: string): number | undefined;
};

/** One helper or condition at its place, and what it may ask. */
export type Ask = {
  readonly props: JsonObject;
  readonly scope: Scope;
  readonly world: World;
  /** A property, evaluated. */
  value(name: string): unknown;
  /** A property as it stands, behind its `$ref`. */
  open(name: string): Piece;
  evaluate(piece: Piece, scope?: Scope): unknown;
  judge(piece: Piece): Verdict;
};

/** What `data` says, or the value of the field that the condition stands in. */
export const subjectOf = (ask: Ask): unknown =>
  Object.hasOwn(ask.props, "data") ? ask.value("data") : ask.scope.self?.value;

/** The pieces of a list as they stand; none when it is no list. */
export const piecesOf = ({ node, at, refs = [] }: Piece): readonly Piece[] =>
  Array.isArray(node)
    ? node.map((each, index) => ({ node: each, at: `${at}.${index}`, refs }))
    : [];

/** A member of a piece as it stands. */
export const pieceAt = ({ node, at, refs = [] }: Piece, name: string): Piece => ({
  node: memberOf(node, name),
  at: `${at}.${name}`,
  refs,
});

/** The piece behind a chain of `$ref`s, or null when it leads nowhere or in a circle. */
export const behind = (root: JsonObject, piece: Piece): Piece | null => {
  const { node, refs = [] } = piece;
  if (!isObject(node) || typeof node.$ref !== "string") return piece;
  if (refs.includes(node.$ref) || refs.length > 100) return null;
  let here: Piece | null = { node: root, at: "", refs: [...refs, node.$ref] };
  for (const step of node.$ref.split(".")) {
    here = behind(root, here);
    if (here === null) return null;
    const at: string = here.at === "" ? step : `${here.at}.${step}`;
    here = { ...here, node: memberOf(here.node, step), at };
    if (here.node === undefined) return null;
  }
  return behind(root, here);
};

/** The beginning of a trail. */
export const noTrail: Trail = { depth: 0, refs: [] };
