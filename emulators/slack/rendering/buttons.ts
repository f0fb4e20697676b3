import { isObject, type JsonObject, objectsOf, textOf } from "../json.ts";
import type { ScreenButton, ScreenConfirm } from "../screen.ts";
import { elementsOf, type PlacedElement } from "../world/block-elements.ts";
import { renderText } from "./block-text.ts";
import type { Reader } from "./mrkdwn.ts";

/** Something that can be pressed: a button, or one entry of an overflow menu. */
export type Pressable = {
  button: ScreenButton;
  place: PlacedElement;
  /** The entry of the overflow menu. */
  option: JsonObject | undefined;
};

/** All that can be pressed in blocks, in reading order. */
export function pressablesOf(blocks: JsonObject[], reader: Reader): Pressable[] {
  return elementsOf(blocks).flatMap((place): Pressable[] => {
    const { element, type } = place;
    if (type === "button" || type === "workflow_button" || type === "icon_button") {
      return [{ button: shown(place, element, reader), place, option: undefined }];
    }
    if (type !== "overflow") return [];
    return objectsOf(element.options).map((option) => ({
      button: shown(place, option, reader),
      place,
      option,
    }));
  });
}

function shown(place: PlacedElement, face: JsonObject, reader: Reader): ScreenButton {
  return {
    text: renderText(face.text, reader),
    actionId: place.actionId,
    blockId: place.blockId,
    style: textOf(place.element.style) ?? null,
    url: textOf(face.url) ?? null,
    value: textOf(face.value) ?? null,
    confirm: confirmOf(place.element, reader),
  };
}

/** The confirmation dialog of an element. */
function confirmOf(element: JsonObject, reader: Reader): ScreenConfirm | null {
  const { confirm } = element;
  if (!isObject(confirm)) return null;
  return {
    title: renderText(confirm.title, reader) || "Are you sure?",
    text: renderText(confirm.text, reader),
    confirm: renderText(confirm.confirm, reader) || "Yes",
    deny: renderText(confirm.deny, reader) || "Cancel",
  };
}
