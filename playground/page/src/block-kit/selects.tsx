import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import { Combobox, type Offer } from "./combobox.tsx";
import { type ElementProps, type ElementState, settle, stateOf } from "./host.ts";
import { entityOffers, matching, offerOf, optionsOf, ownOffers } from "./offers.ts";
import { plain } from "./text.tsx";

const entityMembers: Readonly<Record<string, string>> = {
  users_select: "selected_user",
  channels_select: "selected_channel",
  conversations_select: "selected_conversation",
};

/** Slack asks the app from this many typed characters on, unless the element says otherwise. */
const usualQuery = 3;

/** Selects of options: the element's own, or those that the app offers for typed words. */
export const OptionSelect = (props: ElementProps) => {
  const { host, element, blockId, actionId } = props;
  const type = textOf(element.type);
  const isMulti = type.startsWith("multi_");
  const isExternal = type.endsWith("external_select");
  const state = stateOf(props);
  const held = isMulti
    ? objectsOf(state.selected_options)
    : isObject(state.selected_option)
      ? [state.selected_option]
      : [];
  const known = new Map<string, JsonObject>(
    [...optionsOf(element), ...held].map((option) => [textOf(option.value), option]),
  );
  const look = async (query: string): Promise<readonly Offer[]> => {
    if (!isExternal) return matching(ownOffers(element), query);
    const { min_query_length: least } = element;
    if (query.length < (typeof least === "number" ? least : usualQuery)) return [];
    const options = await host.suggest(blockId, actionId, query);
    for (const option of options) known.set(textOf(option.value), option);
    return options.map(offerOf);
  };
  const choose = (offers: readonly Offer[]): void => {
    const options = offers.flatMap(({ key }) => known.get(key) ?? []);
    const chosen = isMulti
      ? { selected_options: options }
      : { selected_option: options[0] ?? null };
    settle(props, { type, ...chosen });
  };
  return (
    <Combobox
      chosen={held.map(offerOf)}
      isMulti={isMulti}
      placeholder={plain(element.placeholder) || "Select an option"}
      labelledBy={props.labelledBy}
      describedBy={props.describedBy}
      look={look}
      choose={choose}
    />
  );
};

/** Selects of people and conversations. */
export const EntitySelect = (props: ElementProps) => {
  const { host, element } = props;
  const type = textOf(element.type);
  const isMulti = type.startsWith("multi_");
  const member = `${entityMembers[type.replace(/^multi_/, "")]}${isMulti ? "s" : ""}`;
  const held = stateOf(props)[member];
  const ids = Array.isArray(held) ? held.map(String) : typeof held === "string" ? [held] : [];
  const offers = entityOffers(element, host.directory);
  const choose = (chosen: readonly Offer[]): void => {
    const keys = chosen.map(({ key }) => key);
    const state: ElementState = { type, [member]: isMulti ? keys : (keys[0] ?? null) };
    settle(props, state);
  };
  return (
    <Combobox
      chosen={ids.map((id) => offers.find(({ key }) => key === id) ?? { key: id, label: id })}
      isMulti={isMulti}
      placeholder={plain(element.placeholder) || "Select"}
      labelledBy={props.labelledBy}
      describedBy={props.describedBy}
      look={async (query) => matching(offers, query)}
      choose={choose}
    />
  );
};
