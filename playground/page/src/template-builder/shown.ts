import { isObject } from "../ui/json.ts";
import { familyOf } from "./component-types.ts";
import type { Evaluator } from "./evaluate.ts";
import { isPart, keyOf, type Part, type Scope, type Target } from "./values.ts";

/** A component that is on the page now. */
export type Shown = { readonly part: Part; readonly target: Target | null };

/** The most components of a page; a config that asks for more is taken for a mistake. */
export const mostShown = 5_000;

/** Properties that hold no components to draw. */
const others: ReadonlySet<string> = new Set(["type", "validation", "data", "action", "render"]);

/** A property of a component, evaluated. */
export const propOf = (evaluator: Evaluator, part: Part, name: string): unknown =>
  Object.hasOwn(part.props, name)
    ? evaluator.evaluate(
        { node: part.props[name], at: `${part.at}.${name}` },
        part.scope,
        part.trail,
      )
    : undefined;

/** The place that a field writes to; null when it has none. */
export const targetOf = (evaluator: Evaluator, { props, at, scope }: Part): Target | null =>
  evaluator.target({ node: props.data, at: `${at}.data` }, scope);

/** The scope of one item of a field.list. */
const itemScope = (part: Part, target: Target, index: number, item: unknown): Scope => ({
  id: `${keyOf(part)}.${index}`,
  local: { ...part.scope.local, item, index },
  item: { ...target, steps: [...target.steps, String(index)] },
  self: null,
});

/** What a field.list draws for one of its items. */
export const itemOf = (
  evaluator: Evaluator,
  part: Part,
  target: Target,
  index: number,
  item: unknown,
): unknown =>
  evaluator.evaluate(
    { node: part.props.render, at: `${part.at}.render` },
    itemScope(part, target, index, item),
    part.trail,
  );

const isDrawn = (value: unknown): value is Part =>
  isPart(value) && ["view", "field", "layout"].includes(familyOf(value.type) ?? "");

const partsIn = (value: unknown): readonly Part[] => {
  if (isDrawn(value)) return [value];
  if (isPart(value)) return [];
  if (Array.isArray(value)) return value.flatMap(partsIn);
  return isObject(value) ? Object.values(value).flatMap(partsIn) : [];
};

/** The components that are on the page now, in the order of the config; the root first. */
export const shownFrom = (
  evaluator: Evaluator,
  root: unknown,
  valueAt: (target: Target) => unknown,
): readonly Shown[] => {
  const shown: Shown[] = [];
  const visit = (part: Part): void => {
    if (shown.length >= mostShown) return;
    const target = Object.hasOwn(part.props, "data") ? targetOf(evaluator, part) : null;
    shown.push({ part, target });
    for (const name of Object.keys(part.props)) {
      if (!others.has(name))
        for (const child of partsIn(propOf(evaluator, part, name))) visit(child);
    }
    if (part.type !== "field.list" || target === null) return;
    const items = valueAt(target);
    if (!Array.isArray(items)) return;
    items.forEach((item, index) => {
      for (const child of partsIn(itemOf(evaluator, part, target, index, item))) visit(child);
    });
  };
  for (const part of partsIn(root)) visit(part);
  return shown;
};
