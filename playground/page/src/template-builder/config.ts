import { isObject, type JsonObject, objectOf, objectsOf } from "../ui/json.ts";
import { familyOf, knownTypes, standIns } from "./component-types.ts";

/** A Template Builder config: the text of `view_spec.config`, read. */
export type TbConfig = {
  readonly view: JsonObject;
  readonly plugins: readonly JsonObject[];
  readonly vars: JsonObject;
};

/** Walks without calls in calls, so that a deep config cannot exhaust the stack. */
const typesIn = (root: unknown): ReadonlySet<string> => {
  const found = new Set<string>();
  const left: unknown[] = [root];
  while (left.length > 0) {
    const node = left.pop();
    if (isObject(node) && typeof node.type === "string" && familyOf(node.type) !== null) {
      found.add(node.type);
    }
    if (typeof node === "object" && node !== null) {
      for (const member of Object.values(node)) left.push(member);
    }
  }
  return found;
};

const notesOn = (types: ReadonlySet<string>): readonly string[] =>
  [...types].sort().flatMap((type) => {
    const standIn = standIns.get(type);
    if (!knownTypes.has(type))
      return [`${type} is not a type that Template Builder's reference has`];
    return standIn === undefined ? [] : [`${type} is drawn as ${standIn}`];
  });

/** Reads a config from its JSON text; the notes name types that are unknown or only stood in for. */
export const readConfig = (
  text: string,
):
  | { readonly config: TbConfig; readonly notes: readonly string[] }
  | { readonly problem: string } => {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: `The config is not JSON: ${why}` };
  }
  if (!isObject(read)) return { problem: "The config is not a JSON object." };
  const { view, plugins = [], vars = {} } = read;
  if (!isObject(view)) {
    return { problem: "The config has no view: it must be an object with a component's type." };
  }
  if (!Array.isArray(plugins) || !plugins.every(isObject)) {
    return { problem: "The config's plugins must be a list of objects." };
  }
  if (!isObject(vars)) return { problem: "The config's vars must be an object." };
  return { config: { view, plugins, vars }, notes: notesOn(typesIn(read)) };
};

/** How `plugin.toloka` lays out the page: one task after the other or all below each other; the width in pixels. */
export const pageLayout = (
  config: TbConfig,
): { readonly kind: "scroll" | "pager"; readonly taskWidth: number | null } => {
  const plugin = objectsOf(config.plugins).find(({ type }) => type === "plugin.toloka");
  const { kind, taskWidth } = objectOf(plugin?.layout);
  const width = typeof taskWidth === "number" && taskWidth > 0 ? taskWidth : null;
  return { kind: kind === "pager" ? "pager" : "scroll", taskWidth: width };
};
