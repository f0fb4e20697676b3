import { objectsOf, textOf } from "../ui/json.ts";
import type { AnnotationKey } from "./hotkeys.ts";
import { addCorner, areaFrom, areasOf, areaUnder, toolOf, toolsOf } from "./image-areas.ts";
import type { PartState } from "./memory.ts";
import { marksOf, withMark, withoutMarks } from "./text-marks.ts";

/** An annotation field as its acts see it. */
export type Annotated = {
  readonly state: PartState;
  readonly value: unknown;
  prop(name: string): unknown;
};

/** What an act changes: what the field remembers, and its answer when it has a new one. */
export type Annotating = { readonly state: PartState; readonly value?: readonly unknown[] };

/** The labels of an annotation field. */
export const labelsOf = (
  given: unknown,
): readonly { readonly label: string; readonly value: string }[] =>
  objectsOf(given).map(({ label, value }) => ({ label: textOf(label), value: textOf(value) }));

const labelValue = (field: Annotated): string | undefined =>
  labelsOf(field.prop("labels"))[field.state.label ?? 0]?.value;

const finished = (field: Annotated, area: unknown): Annotating =>
  area === null ? { state: {} } : { state: { draft: [] }, value: [...areasOf(field.value), area] };

/** A press of the mouse on the picture, at shares of its size. */
export const pressPicture = (
  field: Annotated,
  spot: { readonly left: number; readonly top: number },
): Annotating => {
  const tool = toolOf(field.state, toolsOf(field.prop("shapes")));
  if (tool === "select") return { state: { chosen: areaUnder(areasOf(field.value), spot) } };
  const { draft, area } = addCorner(tool, field.state.draft ?? [], spot, labelValue(field));
  return area === null ? { state: { draft } } : finished(field, area);
};

/** A key of the picture's plugin. */
export const pressImageKey = (field: Annotated, key: AnnotationKey): Annotating | null => {
  const tools = toolsOf(field.prop("shapes"));
  switch (key.act) {
    case "label":
      return key.index < labelsOf(field.prop("labels")).length
        ? { state: { label: key.index } }
        : null;
    case "tool": {
      const isOffered = key.tool === "select" || tools.some((tool) => tool === key.tool);
      return isOffered ? { state: { tool: key.tool, draft: [] } } : null;
    }
    case "confirm": {
      const tool = toolOf(field.state, tools);
      return tool === "select"
        ? null
        : finished(field, areaFrom(tool, field.state.draft ?? [], labelValue(field)));
    }
    default:
      return { state: { draft: [], chosen: -1 } };
  }
};

/** Marks the selected text with a label; without a selection the label is chosen for the next one. */
export const labelText = (field: Annotated, index: number): Annotating | null => {
  const label = labelsOf(field.prop("labels"))[index]?.value;
  if (label === undefined) return null;
  const { selection } = field.state;
  if (selection === undefined || selection.length === 0) return { state: { label: index } };
  const content = textOf(field.prop("content"));
  return {
    state: { selection: { offset: 0, length: 0 } },
    value: withMark(marksOf(field.value, content), content, selection, label),
  };
};

/** Takes the marks away that the selection meets. */
export const unmarkText = (field: Annotated): Annotating | null => {
  const { selection } = field.state;
  if (selection === undefined || selection.length === 0) return null;
  const marks = marksOf(field.value, textOf(field.prop("content")));
  return {
    state: { selection: { offset: 0, length: 0 } },
    value: withoutMarks(marks, selection),
  };
};
