import type { JsonObject } from "../json.ts";
import type { FieldSpec, FieldSpecs } from "../toloka.ts";

/** The switches around a task page, all on; Toloka's quick start sends these eight. */
export const viewSettings: JsonObject = {
  showSkip: true,
  showTimer: true,
  showTitle: true,
  showFinish: true,
  showSubmit: true,
  showMessage: true,
  showFullscreen: true,
  showInstructions: true,
};

/** Component -> version, in the order Toloka writes a lock. Types not listed are locked at 1.0.0. */
const versions: ReadonlyMap<string, string> = new Map([
  ["view.link", "1.1.6"],
  ["view.list", "1.0.5"],
  ["view.text", "1.0.0"],
  ["view.image", "1.2.0"],
  ["action.set", "1.0.7"],
  ["plugin.toloka", "1.1.8"],
  ["field.checkbox", "1.0.0"],
  ["field.textarea", "1.0.0"],
  ["plugin.hotkeys", "1.0.8"],
  ["field.radio-group", "1.1.10"],
  ["condition.required", "1.1.5"],
  ["layout.side-by-side", "1.0.0"],
  ["helper.search-query", "1.1.7"],
]);

const isComponent = (type: string): boolean =>
  /^(@[\w-]+\/)?(view|field|layout|action|condition|helper|plugin)\.[\w.-]+$/u.test(type);

/** The lock for a set of component types: the core and one version for each of them. */
export const lockFor = (types: ReadonlySet<string>): JsonObject => {
  const known = [...versions].filter(([type]) => types.has(type));
  const others = [...types].filter((type) => isComponent(type) && !versions.has(type));
  return {
    core: "1.7.0",
    ...Object.fromEntries(known),
    ...Object.fromEntries(others.sort().map((type) => [type, "1.0.0"])),
  };
};

/** Component types that `lockFor` has no tested version of. */
export const withoutKnownVersion = (types: ReadonlySet<string>): readonly string[] =>
  [...types].filter((type) => isComponent(type) && !versions.has(type)).sort();

const read = (name: string): JsonObject => ({ path: name, type: "data.input" });
const write = (name: string): JsonObject => ({ path: name, type: "data.output" });

const capitalised = (text: string): string => {
  const [first = "", ...rest] = [...text];
  return `${first.toUpperCase()}${rest.join("")}`;
};

const required = (spec: FieldSpec): JsonObject =>
  spec.required === false ? {} : { validation: { type: "condition.required" } };

/** The component that shows one input; null when only an own view can show its type. */
export const componentOfInput = (
  name: string,
  spec: FieldSpec,
  asImage: boolean,
): JsonObject | null => {
  switch (spec.type) {
    case "url":
      return asImage
        ? { url: read(name), ratio: [1, 1], type: "view.image" }
        : { url: read(name), type: "view.link" };
    case "string":
    case "integer":
    case "float":
    case "coordinates":
      return { content: read(name), type: "view.text" };
    default:
      return null;
  }
};

const yesOrNo = [
  { label: "Yes", value: true },
  { label: "No", value: false },
];

/**
 * The component that asks for one output; null when only an own view can ask for its type. Where it is the only
 * question on the page, its options speak for themselves, as in Toloka's quick start.
 */
export const componentOfOutput = (
  name: string,
  spec: FieldSpec,
  isOnly: boolean,
): JsonObject | null => {
  const asked = { data: write(name), ...required(spec) };
  const label = capitalised(name);
  if (spec.allowed_values !== undefined && !spec.type.startsWith("array_")) {
    return {
      ...asked,
      ...(isOnly ? {} : { label }),
      options: spec.allowed_values.map((value) => ({ label: capitalised(String(value)), value })),
      type: "field.radio-group",
    };
  }
  if (spec.type === "string") return { ...asked, label, type: "field.textarea" };
  // A checkbox has no answer while it is not ticked: nobody could say no to a required one.
  if (spec.type === "boolean") {
    return { ...asked, label, options: yesOrNo, type: "field.radio-group" };
  }
  return null;
};

/** Visible inputs, in the order they were typed. */
export const visibleInputs = (specs: FieldSpecs): readonly (readonly [string, FieldSpec])[] =>
  Object.entries(specs).filter(([, spec]) => spec.hidden !== true);

/** The layout of a task page in one scrolling column. Width in pixels. */
export const pagePlugins: readonly JsonObject[] = [
  { layout: { kind: "scroll", taskWidth: 400 }, type: "plugin.toloka" },
];
