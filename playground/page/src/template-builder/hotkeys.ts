import { isObject, type JsonObject, objectOf } from "../ui/json.ts";
import { behind, noTrail } from "./asking.ts";
import { type Evaluator, outside } from "./evaluate.ts";
import { isPart, isSame, type Target } from "./values.ts";

/** A key that a task listens to, and the evaluated action behind it. */
export type Hotkey = { readonly key: string; readonly action: unknown };

/** What a key of an annotation field does. */
export type AnnotationKey =
  | { readonly act: "label"; readonly index: number }
  | { readonly act: "tool"; readonly tool: string }
  | { readonly act: "cancel" | "confirm" | "remove" };

const places: ReadonlyMap<string, string> = new Map([
  ["arrowup", "up"],
  ["arrowdown", "down"],
]);

/** A key as configs name it: `ArrowUp` of a browser is `up`, letters are small. */
export const keyName = (key: string): string => {
  const small = key.toLowerCase();
  return places.get(small) ?? small;
};

/** The keys of `plugin.hotkeys` with their actions. */
export const hotkeysOf = (
  plugins: readonly JsonObject[],
  evaluator: Evaluator,
): readonly Hotkey[] =>
  plugins.flatMap((plugin, index) =>
    plugin.type === "plugin.hotkeys"
      ? Object.keys(plugin)
          .filter((key) => /^([a-z0-9]|up|down)$/.test(key))
          .map((key) => ({
            key,
            action: evaluator.evaluate(
              { node: plugin[key], at: `plugins.${index}.${key}` },
              outside,
              noTrail,
            ),
          }))
      : [],
  );

const isSameTarget = (one: Target | null, other: Target): boolean =>
  one !== null && one.store === other.store && isSame(one.steps, other.steps);

/** The key that sets a place to a value (or, without one, that toggles it); undefined when there is none. */
export const keyFor = (
  root: JsonObject,
  hotkeys: readonly Hotkey[],
  evaluator: Evaluator,
  target: Target | null,
  value?: unknown,
): string | undefined =>
  hotkeys.find(({ action }) => {
    if (target === null || !isPart(action)) return false;
    const place = evaluator.target({ node: action.props.data, at: "" }, action.scope);
    if (!isSameTarget(place, target)) return false;
    if (action.type === "action.toggle") return value === undefined || value === true;
    const payload = behind(root, { node: action.props.payload, at: "" })?.node;
    return action.type === "action.set" && value !== undefined && isSame(payload, value);
  })?.key;

const listOfKeys = (given: unknown, usual: readonly string[]): readonly string[] =>
  Array.isArray(given) ? given.map(String) : usual;

const usualLabels = ["1", "2", "3", "4", "5"];

/** The keys of the annotation plugin of a field, by key; Template Builder's own keys where the plugin names none. */
export const annotationKeys = (
  plugins: readonly JsonObject[],
  kind: "image" | "text",
): ReadonlyMap<string, AnnotationKey> => {
  const type = `plugin.field.${kind}-annotation.hotkeys`;
  const plugin = plugins.find((each) => each.type === type);
  const keys = new Map<string, AnnotationKey>();
  if (plugin === undefined) return keys;
  const put = (key: unknown, usual: string, does: AnnotationKey): void => {
    const name = typeof key === "string" ? key : usual;
    if (name !== "") keys.set(keyName(name), does);
  };
  listOfKeys(plugin.labels, usualLabels).forEach((key, index) => {
    put(key, "", { act: "label", index });
  });
  if (kind === "text") {
    put(plugin.remove, "x", { act: "remove" });
    return keys;
  }
  const tools = isObject(plugin.modes)
    ? objectOf(plugin.modes)
    : { select: "q", point: "w", rectangle: "e", polygon: "r" };
  for (const [tool, key] of Object.entries(tools)) put(key, "", { act: "tool", tool });
  put(plugin.cancel, "z", { act: "cancel" });
  put(plugin.confirm, "x", { act: "confirm" });
  return keys;
};
