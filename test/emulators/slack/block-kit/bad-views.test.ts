import { expect, test } from "vitest";
import { complaintText } from "../../../../emulators/slack/block-kit/complaint-text.ts";
import { validateHome } from "../../../../emulators/slack/block-kit/validate-home.ts";
import { validateModal } from "../../../../emulators/slack/block-kit/validate-modal.ts";
import {
  actions,
  asking,
  button,
  card,
  divider,
  home,
  input,
  type Json,
  long,
  modal,
  mrkdwn,
  plain,
  section,
  times,
} from "./samples.ts";

const field = { type: "plain_text_input" };

const badModals: [limit: string, view: unknown, ...complaints: string[]][] = [
  ["a view is an object", 7, "must provide an object [json-pointer:/view]"],
  ["a view has a type", { blocks: [] }, "missing required field: type [json-pointer:/view]"],
  ["only a modal is opened", home([]), "unsupported type: home [json-pointer:/view/type]"],
  [
    "a modal has a title",
    { type: "modal", blocks: [] },
    "missing required field: title [json-pointer:/view]",
  ],
  [
    "a modal has blocks",
    { type: "modal", title: plain() },
    "missing required field: blocks [json-pointer:/view]",
  ],
  [
    "a title has 24 characters",
    modal([], { title: plain(long(25)) }),
    "must be less than 25 characters [json-pointer:/view/title/text]",
  ],
  [
    "a title is not empty",
    modal([], { title: plain("") }),
    "must be more than 0 characters [json-pointer:/view/title/text]",
  ],
  [
    "a title is plain text",
    modal([], { title: mrkdwn() }),
    "unsupported type: mrkdwn [json-pointer:/view/title/type]",
  ],
  [
    "a submit button has 24 characters",
    modal([], { submit: plain(long(25)) }),
    "must be less than 25 characters [json-pointer:/view/submit/text]",
  ],
  [
    "a close button has 24 characters",
    modal([], { close: plain(long(25)) }),
    "must be less than 25 characters [json-pointer:/view/close/text]",
  ],
  [
    "private metadata has 3000 characters",
    modal([], { private_metadata: long(3001) }),
    "must be less than 3001 characters [json-pointer:/view/private_metadata]",
  ],
  [
    "private metadata is a string",
    modal([], { private_metadata: { run: 1 } }),
    "must provide a string [json-pointer:/view/private_metadata]",
  ],
  [
    "a callback id has 255 characters",
    modal([], { callback_id: long(256) }),
    "must be less than 256 characters [json-pointer:/view/callback_id]",
  ],
  [
    "an external id has 255 characters",
    modal([], { external_id: long(256) }),
    "must be less than 256 characters [json-pointer:/view/external_id]",
  ],
  [
    "clear_on_close is a boolean",
    modal([], { clear_on_close: "true" }),
    "must provide a boolean [json-pointer:/view/clear_on_close]",
  ],
  [
    "a modal has no other members",
    modal([], { submit_disabled: true }),
    "invalid additional property: submit_disabled [json-pointer:/view]",
  ],
  ["blocks are an array", modal({}), "must provide an array [json-pointer:/view/blocks]"],
  [
    "a modal has 100 blocks",
    modal(times(101, () => divider)),
    "no more than 100 items allowed [json-pointer:/view/blocks]",
  ],
  [
    "a modal with an input has a submit button",
    modal([input(field)], { submit: undefined }),
    "missing required field: submit [json-pointer:/view]",
  ],
  [
    "a modal with an input in a container has a submit button",
    modal([{ type: "container", title: plain(), child_blocks: [input(field)] }], {
      submit: undefined,
    }),
    "missing required field: submit [json-pointer:/view]",
  ],
  [
    "a block id is unique in a view",
    modal([
      { ...divider, block_id: "b" },
      { ...divider, block_id: "b" },
    ]),
    '`block_id` "b" already exists [json-pointer:/view/blocks/1/block_id]',
  ],
  [
    "a block id has 255 characters",
    modal([{ ...divider, block_id: long(256) }]),
    "must be less than 256 characters [json-pointer:/view/blocks/0/block_id]",
  ],
  [
    "an action id is unique in its block",
    modal([actions(button({ action_id: "a" }), button({ action_id: "a" }))]),
    '`action_id` "a" already exists [json-pointer:/view/blocks/0/elements/1/action_id]',
  ],
  [
    "an action id has 255 characters",
    asking({ ...field, action_id: long(256) }),
    "must be less than 256 characters [json-pointer:/view/blocks/0/element/action_id]",
  ],
  [
    "one element has the focus",
    modal([input({ ...field, focus_on_load: true }), input({ ...field, focus_on_load: true })]),
    "only one element can be focused [json-pointer:/view/blocks/1/element/focus_on_load]",
  ],
  ...["table", "data_table", "markdown", "card", "carousel", "plan", "task_card", "file"].map(
    (type): [string, unknown, string] => [
      `a modal has no ${type} block`,
      modal([{ type }]),
      `unsupported type: ${type} [json-pointer:/view/blocks/0/type]`,
    ],
  ),
  [
    "an alert has 200 characters",
    modal([{ type: "alert", text: plain(long(201)) }]),
    "must be less than 201 characters [json-pointer:/view/blocks/0/text/text]",
  ],
  [
    "each of several rules in one block",
    modal([{ ...divider, "a/b": 1, type: "input", label: plain(), element: { type: "a/b" } }]),
    "invalid additional property: a/b [json-pointer:/view/blocks/0]",
    "unsupported type: a/b [json-pointer:/view/blocks/0/element/type]",
  ],
  [
    "a block's type is known",
    modal([{ type: "constructor" }]),
    "unsupported type: constructor [json-pointer:/view/blocks/0/type]",
  ],
];

test.each(badModals)("Slack refuses a modal when it breaks: %s", (_limit, view, ...expected) => {
  expect(validateModal(view).map(complaintText)).toEqual(expected.map((one) => `[ERROR] ${one}`));
});

const badHomes: [limit: string, view: Json, ...complaints: string[]][] = [
  ["only a Home view is published", modal([]), "unsupported type: modal [json-pointer:/view/type]"],
  [
    "a Home view has no title",
    home([], { title: plain() }),
    "invalid additional property: title [json-pointer:/view]",
  ],
  [
    "a Home view has 100 blocks",
    home(times(101, () => divider)),
    "no more than 100 items allowed [json-pointer:/view/blocks]",
  ],
  [
    "a Home view has no alert",
    home([{ type: "alert", text: plain() }]),
    "unsupported type: alert [json-pointer:/view/blocks/0/type]",
  ],
  [
    "a Home view has no table, not even in a container",
    home([{ type: "container", title: plain(), child_blocks: [{ type: "table", rows: [] }] }]),
    "unsupported type: table [json-pointer:/view/blocks/0/child_blocks/0/type]",
  ],
  [
    "files are asked for in modals only",
    home([input({ type: "file_input" })]),
    "unsupported type: file_input [json-pointer:/view/blocks/0/element/type]",
  ],
  [
    "a response_url is asked for in modals only",
    home([input({ type: "channels_select", response_url_enabled: true })]),
    "invalid additional property: response_url_enabled [json-pointer:/view/blocks/0/element]",
  ],
  [
    "a menu starts with the current conversation in modals only",
    home([input({ type: "conversations_select", default_to_current_conversation: true })]),
    "invalid additional property: default_to_current_conversation [json-pointer:/view/blocks/0/element]",
  ],
  [
    "a block id is unique in carousels too",
    home([section({ block_id: "b" }), { type: "carousel", elements: [card({ block_id: "b" })] }]),
    '`block_id` "b" already exists [json-pointer:/view/blocks/1/elements/0/block_id]',
  ],
];

test.each(badHomes)("Slack refuses a Home view when it breaks: %s", (_limit, view, ...expected) => {
  expect(validateHome(view).map(complaintText)).toEqual(expected.map((one) => `[ERROR] ${one}`));
});
