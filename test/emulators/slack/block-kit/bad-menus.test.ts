import { expect, test } from "vitest";
import { complaintText } from "../../../../emulators/slack/block-kit/complaint-text.ts";
import { validateModal } from "../../../../emulators/slack/block-kit/validate-modal.ts";
import {
  button,
  input,
  type Json,
  long,
  modal,
  mrkdwn,
  option,
  options,
  plain,
  times,
} from "./samples.ts";

const menu = (over: Json): Json => ({ type: "static_select", ...over });
const one = [option("a")];

/** Elements of an input block; pointers are below the element. */
const badMenus: [limit: string, element: Json, pointer: string, message: string][] = [
  ["100 options", menu({ options: options(101) }), "/options", "no more than 100 items allowed"],
  ["1 option", menu({ options: [] }), "/options", "no less than 1 items allowed"],
  [
    "100 option groups",
    menu({ option_groups: times(101, () => ({ label: plain(), options: one })) }),
    "/option_groups",
    "no more than 100 items allowed",
  ],
  [
    "100 options in a group",
    menu({ option_groups: [{ label: plain(), options: options(101) }] }),
    "/option_groups/0/options",
    "no more than 100 items allowed",
  ],
  [
    "group label 75",
    menu({ option_groups: [{ label: plain(long(76)), options: one }] }),
    "/option_groups/0/label/text",
    "must be less than 76 characters",
  ],
  ["options or groups", menu({}), "", "missing required field: options or option_groups"],
  [
    "not options and groups",
    menu({ options: one, option_groups: [{ label: plain(), options: one }] }),
    "",
    "must provide only one of: options, option_groups",
  ],
  [
    "option text 75",
    menu({ options: [option("a", { text: plain(long(76)) })] }),
    "/options/0/text/text",
    "must be less than 76 characters",
  ],
  [
    "option text of a menu is plain",
    menu({ options: [option("a", { text: mrkdwn() })] }),
    "/options/0/text/type",
    "unsupported type: mrkdwn",
  ],
  [
    "option value 150",
    menu({ options: [option("a", { value: long(151) })] }),
    "/options/0/value",
    "must be less than 151 characters",
  ],
  [
    "option value not empty",
    menu({ options: [option("a", { value: "" })] }),
    "/options/0/value",
    "must be more than 0 characters",
  ],
  [
    "option description 75",
    menu({ options: [option("a", { description: plain(long(76)) })] }),
    "/options/0/description/text",
    "must be less than 76 characters",
  ],
  [
    "option url in overflow only",
    menu({ options: [option("a", { url: "https://example.com" })] }),
    "/options/0",
    "invalid additional property: url",
  ],
  [
    "initial option equals an option",
    menu({ options: one, initial_option: option("b") }),
    "/initial_option",
    "must be equal to one of the options",
  ],
  [
    "initial option equals an option to the last member",
    menu({ options: one, initial_option: option("a", { text: { ...plain("a"), emoji: true } }) }),
    "/initial_option",
    "must be equal to one of the options",
  ],
  [
    "initial options equal options",
    { type: "multi_static_select", options: one, initial_options: [...one, option("b")] },
    "/initial_options/1",
    "must be equal to one of the options",
  ],
  [
    "max_selected_items at least 1",
    { type: "multi_users_select", max_selected_items: 0 },
    "/max_selected_items",
    "must be greater than 0",
  ],
  [
    "min_query_length at least 0",
    { type: "external_select", min_query_length: -1 },
    "/min_query_length",
    "must be greater than -1",
  ],
  [
    "external menus bring no options",
    { type: "external_select", options: one },
    "",
    "invalid additional property: options",
  ],
  [
    "an initial user is a user id",
    { type: "users_select", initial_user: "maria" },
    "/initial_user",
    "must match the format: user id",
  ],
  [
    "a filter filters something",
    { type: "conversations_select", filter: {} },
    "/filter",
    "missing required field: include or exclude_external_shared_channels or exclude_bot_users",
  ],
  [
    "a filter knows its kinds",
    { type: "conversations_select", filter: { include: ["dm"] } },
    "/filter/include/0",
    "must be one of: im, mpim, private, public",
  ],
  [
    "10 checkboxes",
    { type: "checkboxes", options: options(11) },
    "/options",
    "no more than 10 items allowed",
  ],
  [
    "10 radio buttons",
    { type: "radio_buttons", options: options(11) },
    "/options",
    "no more than 10 items allowed",
  ],
  [
    "a chosen checkbox exists",
    { type: "checkboxes", options: one, initial_options: [option("b")] },
    "/initial_options/0",
    "must be equal to one of the options",
  ],
  ["buttons ask nothing", button(), "/type", "unsupported type: button"],
  ["no unknown element", { type: "slider" }, "/type", "unsupported type: slider"],
];

test.each(badMenus)("Slack refuses a menu when it breaks: %s", (_limit, element, at, text) => {
  expect(validateModal(modal([input(element)])).map(complaintText)).toEqual([
    `[ERROR] ${text} [json-pointer:/view/blocks/0/element${at}]`,
  ]);
});
