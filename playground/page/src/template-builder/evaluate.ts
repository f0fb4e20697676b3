import { isObject, type JsonObject, textOf } from "../ui/json.ts";
import { type Ask, behind, noTrail, type Piece, type Verdict, type World } from "./asking.ts";
import { familyOf } from "./component-types.ts";
import { judgeCondition } from "./conditions.ts";
import { helpers } from "./helpers.ts";
import { readAt, stepsOf } from "./paths.ts";
import { isTrouble, part, type Scope, type Target, type Trail, trouble } from "./values.ts";

/** How deep a config may be nested before it is taken for a mistake. */
const deepest = 200;

/** How many pieces one drawing may evaluate: a small config can ask for more than any page could draw. */
const budget = 300_000;

/** What stands around the outermost pieces. */
export const outside: Scope = { id: "", local: {}, item: null, self: null };

/** Evaluates pieces of one config. */
export type Evaluator = {
  evaluate(piece: Piece, scope: Scope, trail?: Trail): unknown;
  judge(piece: Piece, scope: Scope): Verdict;
  /** The place that a `data` component writes to; null when it cannot be written. */
  target(piece: Piece, scope: Scope): Target | null;
  /** Begins a drawing: what may be evaluated is counted anew. */
  begin(): void;
};

const targetFor = (type: unknown, path: unknown, scope: Scope): Target | null => {
  const steps = stepsOf(path);
  if (steps === null) return null;
  if (type === "data.relative") {
    return scope.item === null ? null : { ...scope.item, steps: [...scope.item.steps, ...steps] };
  }
  if (steps.length === 0) return null;
  if (type === "data.output") return { store: "output", steps };
  if (type === "data.internal") return { store: "internal", steps };
  return type === "data.local" ? { store: "local", steps: [scope.id, ...steps] } : null;
};

const readPlace = (node: JsonObject, scope: Scope, world: World): unknown => {
  const { type, path } = node;
  if (type === "data.assignment-id") return world.assignmentId;
  if (type === "@yandex-toloka/data.location") return world.location;
  const steps = stepsOf(path);
  if (steps === null) return trouble(`the path of ${textOf(type)} is no text, or too long`);
  if (type === "data.input") return readAt(world.input, steps);
  const target = targetFor(type, path, scope);
  if (target !== null) {
    const held = world.read(target);
    return held === undefined && type === "data.local" ? readAt(scope.local, steps) : held;
  }
  if (type === "data.relative") return trouble("data.relative stands outside of field.list");
  return trouble(`${textOf(type)} with the path "${textOf(path)}" cannot be read`);
};

/** Makes the evaluator of a config. Nothing of it throws: what cannot be evaluated is a trouble with words. */
export const createEvaluator = (world: World): Evaluator => {
  let left = budget;

  const target = (piece: Piece, scope: Scope): Target | null => {
    const open = behind(world.root, piece);
    return open !== null && isObject(open.node)
      ? targetFor(open.node.type, open.node.path, scope)
      : null;
  };

  const askFor = (props: JsonObject, at: string, scope: Scope, trail: Trail): Ask => {
    const pieceOf = (name: string): Piece => ({
      node: Object.hasOwn(props, name) ? props[name] : undefined,
      at: `${at}.${name}`,
      refs: trail.refs,
    });
    return {
      ...{ props, scope, world },
      value: (name) => evaluate(pieceOf(name), scope, trail),
      open: (name) => behind(world.root, pieceOf(name)) ?? pieceOf(name),
      evaluate: (piece, within = scope) => evaluate(piece, within, trail),
      judge: (piece) => judgeOn(piece, scope, trail),
    };
  };

  const judgeOn = (piece: Piece, scope: Scope, trail: Trail): Verdict => {
    const open = behind(world.root, piece);
    if (trail.depth > deepest || open === null) {
      return { met: false, words: "The condition leads nowhere, or back to itself." };
    }
    const { node, at, refs = trail.refs } = open;
    if (isObject(node) && familyOf(node.type) === "condition") {
      const deeper = { depth: trail.depth + 1, refs };
      return judgeCondition(textOf(node.type), askFor(node, at, scope, deeper));
    }
    const value = evaluate(open, scope, trail);
    if (isTrouble(value)) return { met: false, words: `The condition is broken: ${value.words}.` };
    return { met: Boolean(value), words: "This answer is not allowed here." };
  };

  const component = (node: JsonObject, at: string, scope: Scope, trail: Trail): unknown => {
    const type = textOf(node.type);
    const family = familyOf(type);
    if (family === "data") {
      const held = readPlace(node, scope, world);
      const isUnset = held === undefined && Object.hasOwn(node, "default");
      return isUnset ? evaluate({ node: node.default, at: `${at}.default` }, scope, trail) : held;
    }
    if (family === "helper") {
      const helper = helpers.get(type);
      if (helper === undefined) return trouble(`${type} is not a helper that this page knows`);
      return helper(askFor(node, at, scope, trail));
    }
    if (family === "condition") return judgeOn({ node, at, refs: trail.refs }, scope, trail).met;
    return part({ type, props: node, at, scope, trail });
  };

  const evaluate = (piece: Piece, scope: Scope, trail: Trail = noTrail): unknown => {
    if (typeof piece.node !== "object" || piece.node === null) return piece.node;
    left -= 1;
    if (left < 0) return trouble("the config is too large: it repeats itself too often");
    if (trail.depth > deepest) return trouble("the config is nested too deeply here");
    const refs = piece.refs ?? trail.refs;
    const open = behind(world.root, { ...piece, refs });
    if (open === null) {
      const ref = isObject(piece.node) ? textOf(piece.node.$ref) : "";
      return trouble(`$ref "${ref}" leads nowhere, or back to itself`);
    }
    const { node, at } = open;
    const deeper = { depth: trail.depth + 1, refs: open.refs ?? refs };
    if (Array.isArray(node)) {
      return node.map((each, index) =>
        evaluate({ node: each, at: `${at}.${index}` }, scope, deeper),
      );
    }
    if (!isObject(node)) return node;
    if (node.$empty === true) return undefined;
    if (familyOf(node.type) !== null) return component(node, at, scope, deeper);
    return Object.fromEntries(
      Object.entries(node).map(([name, member]) => [
        name,
        evaluate({ node: member, at: `${at}.${name}` }, scope, deeper),
      ]),
    );
  };

  return {
    ...{ evaluate, target },
    judge: (piece, scope) => judgeOn(piece, scope, noTrail),
    begin: () => {
      left = budget;
    },
  };
};
