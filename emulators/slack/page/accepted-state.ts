import { acceptedValue } from "../acting/accepted-value.ts";
import { ActError } from "../acting/act-error.ts";
import type { Actor } from "../acting/actor.ts";
import { complaintText } from "../block-kit/complaint-text.ts";
import { richTextBlock } from "../block-kit/rich-text.ts";
import { isObject, type JsonObject, objectsOf, textsOf } from "../json.ts";
import { optionsOf } from "../rendering/view-on-screen.ts";
import type { PlacedElement } from "../world/block-elements.ts";

const wrong = (place: PlacedElement, what: string): ActError =>
  new ActError("bad_state", `${place.type} ${place.actionId}: ${what}`);

/** The member of a state that holds what was chosen, by element type; texts and the rest hold `value`. */
const members: Readonly<Record<string, string>> = {
  users_select: "selected_user",
  multi_users_select: "selected_users",
  channels_select: "selected_channel",
  multi_channels_select: "selected_channels",
  conversations_select: "selected_conversation",
  multi_conversations_select: "selected_conversations",
  datepicker: "selected_date",
  timepicker: "selected_time",
  datetimepicker: "selected_date_time",
};

/** What a state holds, in the shape that its element has. */
function heldIn(place: PlacedElement, state: JsonObject): string | number | string[] | null {
  const key = members[place.type] ?? "value";
  const held = state[key];
  if (held === null) return held;
  const isMany = place.type.startsWith("multi_");
  const many = textsOf(held);
  if (isMany && Array.isArray(held) && many.length === held.length) return many;
  const kind = place.type === "datetimepicker" ? "number" : "string";
  if (!isMany && typeof held === kind && (typeof held === "string" || typeof held === "number")) {
    return held;
  }
  throw wrong(place, `${key} is not what this element holds`);
}

/** The objects of a member that must be a list of them. */
function listIn(place: PlacedElement, state: JsonObject, key: string): JsonObject[] {
  const found = objectsOf(state[key]);
  if (Array.isArray(state[key]) && found.length === state[key].length) return found;
  throw wrong(place, `${key} is no list`);
}

function ownOption(place: PlacedElement, chosen: unknown): JsonObject {
  const options = optionsOf(place.element);
  const found = options.find((each) => isObject(chosen) && each.value === chosen.value);
  if (found === undefined) throw wrong(place, "the option is none of the element's");
  return found;
}

/** An option that the app offered for typed text. */
function offered(place: PlacedElement, chosen: unknown): JsonObject {
  if (!isObject(chosen) || !isObject(chosen.text) || typeof chosen.value !== "string") {
    throw wrong(place, "the option has no text or no value");
  }
  return chosen;
}

/**
 * The state an element takes when a graphical client reports `state`, in Slack's form without its type.
 * Throws an ActError for a state that Slack's client could not produce.
 */
export function acceptedState(actor: Actor, place: PlacedElement, state: JsonObject): JsonObject {
  if (state.type !== place.type) throw wrong(place, `a state of ${String(state.type)} came`);
  const option = place.type.includes("external") ? offered : ownOption;
  switch (place.type) {
    case "static_select":
    case "external_select":
    case "radio_buttons": {
      const { selected_option: chosen } = state;
      return { selected_option: chosen === null ? null : option(place, chosen) };
    }
    case "multi_static_select":
    case "multi_external_select":
    case "checkboxes":
    case "overflow": {
      if (place.type === "overflow")
        return { selected_option: option(place, state.selected_option) };
      const chosen = listIn(place, state, "selected_options").map((each) => option(place, each));
      const { max_selected_items: most } = place.element;
      if (typeof most === "number" && chosen.length > most) throw wrong(place, `at most ${most}`);
      return { selected_options: chosen };
    }
    case "rich_text_input": {
      const { rich_text_value: value } = state;
      if (value === null) return { rich_text_value: value };
      const [complaint] = richTextBlock(value, "/rich_text_value");
      if (complaint === undefined) return { rich_text_value: value };
      throw wrong(place, complaintText(complaint));
    }
    case "file_input":
      return acceptedValue(
        actor,
        place,
        listIn(place, state, "files").map(({ id }) => String(id)),
      );
    default:
      return acceptedValue(actor, place, heldIn(place, state));
  }
}
