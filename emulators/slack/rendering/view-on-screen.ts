import { isObject, type JsonObject, objectsOf, textOf } from "../json.ts";
import { statefulElementsOf, stateKey } from "../modals/element-state.ts";
import type { ScreenField, ScreenView } from "../screen.ts";
import type { PlacedElement } from "../world/block-elements.ts";
import type { View } from "../world/entities.ts";
import { renderBlocks, renderText } from "./block-text.ts";
import { pressablesOf } from "./buttons.ts";
import { shownValue } from "./field-value.ts";
import type { Reader } from "./mrkdwn.ts";

/** A modal or Home tab as its reader sees it. */
export function viewOnScreen(view: View, depth: number, reader: Reader): ScreenView {
  const { payload } = view;
  const blocks = objectsOf(payload.blocks);
  const places = statefulElementsOf(blocks);
  const fields = places.map((place) => fieldOnScreen(view, place, reader));
  const errors = fields.flatMap((field) => field.error ?? []);
  return {
    viewId: view.id,
    hash: view.hash,
    title: renderText(payload.title, reader),
    submit: isObject(payload.submit) ? renderText(payload.submit, reader) : null,
    close: view.type === "home" ? null : renderText(payload.close, reader) || "Cancel",
    depth,
    text: renderBlocks(blocks, reader),
    fields,
    buttons: pressablesOf(blocks, reader).map(({ button }) => button),
    errors: view.trouble === undefined ? errors : [view.trouble, ...errors],
    callbackId: textOf(payload.callback_id) ?? "",
    privateMetadata: textOf(payload.private_metadata) ?? "",
    blocks,
  };
}

function fieldOnScreen(view: View, place: PlacedElement, reader: Reader): ScreenField {
  const { block, element } = place;
  const options = optionsOf(element);
  const state = view.state.get(stateKey(place))?.value ?? {};
  return {
    label: labelOf(place, reader),
    blockId: place.blockId,
    actionId: place.actionId,
    type: place.type,
    value: shownValue(state, reader),
    options: options.length === 0 ? null : options.map((option) => renderText(option.text, reader)),
    optional: !place.isInput || block.optional === true,
    hint: isObject(block.hint) ? renderText(block.hint, reader) : null,
    placeholder: isObject(element.placeholder) ? renderText(element.placeholder, reader) : null,
    error: view.fieldErrors.get(place.blockId) ?? null,
  };
}

/** What a person calls the field: the label of an input, else the text beside it or its placeholder. */
export function labelOf({ block, element, actionId }: PlacedElement, reader: Reader): string {
  return (
    renderText(block.label, reader) ||
    renderText(block.text, reader) ||
    renderText(element.placeholder, reader) ||
    actionId
  );
}

/** The options of a static choice, groups laid flat. */
export function optionsOf(element: JsonObject): JsonObject[] {
  const grouped = objectsOf(element.option_groups).flatMap((group) => objectsOf(group.options));
  return [...objectsOf(element.options), ...grouped];
}
