import { userId } from "./button-elements.ts";
import { confirmDialog, conversationFilter, placeholder } from "./composition-objects.ts";
import { interactive } from "./interactive.ts";
import { menuOption, optionGroup, withOffer } from "./options.ts";
import { every, type Rule } from "./rule.ts";
import { flag, formatted, integer, string } from "./scalar-rules.ts";
import { eitherOf, list } from "./shape-rules.ts";

type Members = Readonly<Record<string, Rule>>;

/**
 * Where a menu stands. A menu of conversations can start with the conversation the person came from only in a modal,
 * and a submission can carry a `response_url` only from a menu in an input block of a modal.
 */
export type MenuPlace = { inModal: boolean; inInput: boolean };

const channelId = formatted("channel id", (id) => /^[CG][A-Z0-9]+$/.test(id));
const conversationId = string(255);

const common: Members = { confirm: confirmDialog, focus_on_load: flag, placeholder };
const multi: Members = { ...common, max_selected_items: integer(1) };
const offer: Members = { options: list(menuOption, 100), option_groups: list(optionGroup, 100) };
const initialOptions = list(menuOption, 100);
const responseUrl = (place: MenuPlace): Members =>
  place.inModal && place.inInput ? { response_url_enabled: flag } : {};
const current = (place: MenuPlace): Members =>
  place.inModal ? { default_to_current_conversation: flag } : {};

const staticMenu = (may: Members): Rule =>
  withOffer(every(interactive({}, { ...offer, ...may }), eitherOf("options", "option_groups")));

const menu = (may: Members): Rule => interactive({}, may);

/** All menus for one place, by type. */
export const selectElements = (place: MenuPlace): Members => ({
  static_select: staticMenu({ ...common, initial_option: menuOption }),
  external_select: menu({ ...common, initial_option: menuOption, min_query_length: integer(0) }),
  users_select: menu({ ...common, initial_user: userId }),
  conversations_select: menu({
    ...common,
    ...current(place),
    ...responseUrl(place),
    initial_conversation: conversationId,
    filter: conversationFilter,
  }),
  channels_select: menu({ ...common, ...responseUrl(place), initial_channel: channelId }),
  multi_static_select: staticMenu({ ...multi, initial_options: initialOptions }),
  multi_external_select: menu({
    ...multi,
    initial_options: initialOptions,
    min_query_length: integer(0),
  }),
  multi_users_select: menu({ ...multi, initial_users: list(userId) }),
  multi_conversations_select: menu({
    ...multi,
    ...current(place),
    initial_conversations: list(conversationId),
    filter: conversationFilter,
  }),
  multi_channels_select: menu({ ...multi, initial_channels: list(channelId) }),
});
