import type { TaskKind } from "../form.ts";
import type { JsonObject } from "../json.ts";
import type { FieldSpec, FieldSpecs } from "../toloka.ts";
import {
  componentOfInput,
  componentOfOutput,
  lockFor,
  pagePlugins,
  viewSettings,
  visibleInputs,
} from "./view-parts.ts";
import { componentTypes } from "./view-paths.ts";

type Specs = { readonly inputs: FieldSpecs; readonly outputs: FieldSpecs };
type ReadyKind = Exclude<TaskKind, "own_json">;

/** A ready view, or what is wrong with the fields it was to show. */
export type ViewBuilding =
  | { readonly ok: true; readonly config: JsonObject }
  | { readonly ok: false; readonly inputs?: string; readonly outputs?: string };

const hasOptions = (spec: FieldSpec): boolean =>
  (spec.allowed_values?.length ?? 0) > 1 && !spec.type.startsWith("array_");

const firstName = (specs: FieldSpecs): string => Object.keys(specs)[0] ?? "result";

/** What the kind of task asks of the fields, beyond what its components can show. */
const complaints = (
  kind: ReadyKind,
  { inputs, outputs }: Specs,
): { inputs?: string; outputs?: string } => {
  const visible = visibleInputs(inputs);
  const found: { inputs?: string; outputs?: string } = {};
  if (kind === "image_choice" && !visible.some(([, spec]) => spec.type === "url")) {
    found.inputs = "Image choice needs an input with the image's link, for example `image: url`.";
  }
  if (kind === "text_choice" && !visible.some(([, spec]) => spec.type === "string")) {
    found.inputs = "Text choice needs an input with the text, for example `text: string`.";
  }
  if (kind === "side_by_side") {
    const comparable = visible.filter(([, { type }]) => type === "url" || type === "string");
    if (comparable.length < 2 || comparable[0]?.[1].type !== comparable[1]?.[1].type) {
      found.inputs =
        "Side by side needs two inputs of one type: two links to images or two texts, for example `left: url` and `right: url`.";
    }
  }
  if (kind === "free_text") {
    if (!Object.values(outputs).some((spec) => spec.type === "string" && !hasOptions(spec))) {
      found.outputs = "Free text needs an output without options, for example `answer: string`.";
    }
  } else if (!Object.values(outputs).some(hasOptions)) {
    found.outputs = `*${firstName(outputs)}* needs options, otherwise majority vote and golden tasks cannot work.`;
  }
  return found;
};

const list = (items: readonly JsonObject[]): JsonObject => ({ items, type: "view.list" });

const configOf = (
  kind: ReadyKind,
  shown: readonly JsonObject[],
  asked: readonly JsonObject[],
): JsonObject => {
  if (kind !== "side_by_side") return { view: list([...shown, ...asked]), plugins: pagePlugins };
  const [left, right, ...others] = shown;
  const items = [left, right].filter((item) => item !== undefined);
  const view = { items, controls: list([...others, ...asked]), type: "layout.side-by-side" };
  return { view, plugins: [{ layout: { kind: "scroll" }, type: "plugin.toloka" }] };
};

const ownView = 'choose the task kind "own JSON" and give a view that shows it';

/** Inputs of one type come first in side by side, so that the two that are compared are the two that are seen. */
const inOrder = (
  kind: ReadyKind,
  inputs: FieldSpecs,
): readonly (readonly [string, FieldSpec])[] => {
  const visible = visibleInputs(inputs);
  if (kind !== "side_by_side") return visible;
  const compared = visible
    .filter(([, { type }]) => type === "url" || type === "string")
    .slice(0, 2);
  return [...compared, ...visible.filter((entry) => !compared.includes(entry))];
};

/** Builds the Template Builder config of a ready kind from the fields' own names. */
export const buildView = (kind: ReadyKind, specs: Specs): ViewBuilding => {
  const found = complaints(kind, specs);
  const asImage = kind === "image_choice" || kind === "side_by_side";
  const shown: JsonObject[] = [];
  for (const [name, spec] of inOrder(kind, specs.inputs)) {
    const component = componentOfInput(name, spec, asImage);
    if (component !== null) shown.push(component);
    else found.inputs ??= `*${name}* is ${spec.type}: mark it hidden, or ${ownView}.`;
  }
  const asked: JsonObject[] = [];
  const outputs = Object.entries(specs.outputs);
  for (const [name, spec] of outputs) {
    const component = componentOfOutput(name, spec, outputs.length === 1);
    if (component !== null) asked.push(component);
    else found.outputs ??= `*${name}* is ${spec.type}: ${ownView}.`;
  }
  if (found.inputs !== undefined || found.outputs !== undefined) return { ok: false, ...found };
  return { ok: true, config: configOf(kind, shown, asked) };
};

/** Wraps a Template Builder config as a whole `view_spec`; the config travels as JSON text. */
export const viewSpecOf = (
  config: JsonObject,
  configText = JSON.stringify(config),
): JsonObject => ({
  lock: lockFor(componentTypes(config)),
  type: "tb",
  config: configText,
  settings: viewSettings,
});
