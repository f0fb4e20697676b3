import { isObject, type JsonObject } from "../ui/json.ts";

/** The most steps of a path; longer ones are taken for a mistake. */
const most = 100;

const isIndex = (step: string): boolean => /^(0|[1-9]\d{0,3})$/.test(step);

/** The steps of a path such as `people.0.name`; null when it is no text or too long. */
export const stepsOf = (path: unknown): readonly string[] | null => {
  if (path === undefined || path === "" || path === ".") return [];
  if (typeof path !== "string") return null;
  const steps = path.split(".");
  return steps.length > most ? null : steps;
};

/** The member of an object or list, own members only; undefined when there is none. */
export const memberOf = (tree: unknown, step: string): unknown => {
  if (Array.isArray(tree)) return isIndex(step) ? tree[Number(step)] : undefined;
  return isObject(tree) && Object.hasOwn(tree, step) ? tree[step] : undefined;
};

/** What stands at a place of a tree; undefined when nothing does. */
export const readAt = (tree: unknown, steps: readonly string[]): unknown => {
  let here = tree;
  for (const step of steps) here = memberOf(here, step);
  return here;
};

const isBare = (tree: unknown): boolean => isObject(tree) && Object.keys(tree).length === 0;

const put = (tree: unknown, steps: readonly string[], value: unknown): unknown => {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const put_ = put(memberOf(tree, step), rest, value);
  const member = isBare(put_) && value === undefined ? undefined : put_;
  if (Array.isArray(tree) || (isIndex(step) && !isObject(tree))) {
    if (!isIndex(step)) return { [step]: member };
    const list: unknown[] = Array.isArray(tree) ? [...tree] : [];
    while (list.length < Number(step)) list.push(null);
    list[Number(step)] = member ?? null;
    return list;
  }
  const held: JsonObject = isObject(tree) ? tree : {};
  if (member !== undefined) return { ...held, [step]: member };
  return Object.fromEntries(Object.entries(held).filter(([name]) => name !== step));
};

/**
 * A copy of the tree with a value at a place; undefined takes it away, with what it leaves empty. A step that is a
 * number makes a list.
 */
export const writeAt = (tree: JsonObject, steps: readonly string[], value: unknown): JsonObject => {
  const written = put(tree, steps, value);
  return isObject(written) ? written : tree;
};
