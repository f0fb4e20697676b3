import { type JsonObject, objectsOf, textsOf } from "../json.ts";
import { elementsOf, type PlacedElement } from "../world/block-elements.ts";
import type { ElementState, View } from "../world/entities.ts";

type StateRule = (element: JsonObject) => JsonObject;

const text: StateRule = (element) => ({ value: element.initial_value ?? null });
const oneOption: StateRule = (element) => ({ selected_option: element.initial_option ?? null });
const manyOptions: StateRule = (element) => ({
  selected_options: objectsOf(element.initial_options),
});

/** The state of an untouched element, by type. Elements that are not listed keep no state. */
const UNTOUCHED: Readonly<Record<string, StateRule>> = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: (element) => ({ rich_text_value: element.initial_value ?? null }),
  static_select: oneOption,
  external_select: oneOption,
  radio_buttons: oneOption,
  multi_static_select: manyOptions,
  multi_external_select: manyOptions,
  checkboxes: manyOptions,
  users_select: (element) => ({ selected_user: element.initial_user ?? null }),
  channels_select: (element) => ({ selected_channel: element.initial_channel ?? null }),
  conversations_select: (element) => ({
    selected_conversation: element.initial_conversation ?? null,
  }),
  multi_users_select: (element) => ({ selected_users: textsOf(element.initial_users) }),
  multi_channels_select: (element) => ({ selected_channels: textsOf(element.initial_channels) }),
  multi_conversations_select: (element) => ({
    selected_conversations: textsOf(element.initial_conversations),
  }),
  datepicker: (element) => ({ selected_date: element.initial_date ?? null }),
  timepicker: (element) => ({ selected_time: element.initial_time ?? null }),
  datetimepicker: (element) => ({ selected_date_time: element.initial_date_time ?? null }),
  file_input: () => ({ files: [] }),
};

/** Whether an element has a value of its own (a button has none). */
function keepsState(type: string): boolean {
  return type in UNTOUCHED;
}

/** The elements with a value, in reading order. */
export function statefulElementsOf(blocks: JsonObject[]): PlacedElement[] {
  return elementsOf(blocks).filter(({ type }) => keepsState(type));
}

/** The key of an element within a view. */
export function stateKey(place: { blockId: string; actionId: string }): string {
  return JSON.stringify([place.blockId, place.actionId]);
}

/** What an element holds before anybody touches it, as Slack reports it. */
export function untouchedState(place: PlacedElement, channelId: string | undefined): ElementState {
  const rule = UNTOUCHED[place.type];
  const value = rule === undefined ? {} : rule(place.element);
  if (place.element.default_to_current_conversation === true && channelId !== undefined) {
    if ("selected_conversation" in value && value.selected_conversation === null) {
      value.selected_conversation = channelId;
    }
  }
  return { value: { type: place.type, ...value }, touched: false };
}

/**
 * The state of a view's new blocks. What a person typed survives where block_id, action_id and type stay
 * the same; everything else starts from its initial value, as in Slack's client.
 */
export function carriedState(
  blocks: JsonObject[],
  before: View["state"],
  channelId: string | undefined,
): View["state"] {
  return new Map(
    statefulElementsOf(blocks).map((place) => {
      const key = stateKey(place);
      const old = before.get(key);
      const kept = old?.touched === true && old.value.type === place.type;
      return [key, kept ? old : untouchedState(place, channelId)];
    }),
  );
}

/** `state.values` as Slack sends it. */
export function stateValues(blocks: JsonObject[], state: View["state"]): JsonObject {
  const values: { [blockId: string]: JsonObject } = {};
  for (const place of statefulElementsOf(blocks)) {
    const block = values[place.blockId] ?? {};
    block[place.actionId] = state.get(stateKey(place))?.value ?? {};
    values[place.blockId] = block;
  }
  return values;
}
