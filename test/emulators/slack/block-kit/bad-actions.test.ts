import { expect, test } from "vitest";
import { complaintText } from "../../../../emulators/slack/block-kit/complaint-text.ts";
import { validateModal } from "../../../../emulators/slack/block-kit/validate-modal.ts";
import {
  actions,
  button,
  confirm,
  input,
  type Json,
  long,
  modal,
  mrkdwn,
  options,
  plain,
  richText,
  section,
} from "./samples.ts";

/** Elements of an actions block; pointers are below the element. */
const badActions: [limit: string, element: Json, pointer: string, message: string][] = [
  [
    "button text 75",
    button({ text: plain(long(76)) }),
    "/text/text",
    "must be less than 76 characters",
  ],
  ["button text is plain", button({ text: mrkdwn() }), "/text/type", "unsupported type: mrkdwn"],
  [
    "button value 2000",
    button({ value: long(2001) }),
    "/value",
    "must be less than 2001 characters",
  ],
  [
    "button url 3000",
    button({ url: `https://example.com/${long(3000)}` }),
    "/url",
    "must be less than 3001 characters",
  ],
  ["button url is an address", button({ url: "pools/1" }), "/url", "must match the format: url"],
  ["button style", button({ style: "warning" }), "/style", "must be one of: primary, danger"],
  [
    "accessibility label 75",
    button({ accessibility_label: long(76) }),
    "/accessibility_label",
    "must be less than 76 characters",
  ],
  [
    "confirm title 100",
    button({ confirm: confirm({ title: plain(long(101)) }) }),
    "/confirm/title/text",
    "must be less than 101 characters",
  ],
  [
    "confirm text 300",
    button({ confirm: confirm({ text: plain(long(301)) }) }),
    "/confirm/text/text",
    "must be less than 301 characters",
  ],
  [
    "confirm button 30",
    button({ confirm: confirm({ confirm: plain(long(31)) }) }),
    "/confirm/confirm/text",
    "must be less than 31 characters",
  ],
  [
    "deny button 30",
    button({ confirm: confirm({ deny: plain(long(31)) }) }),
    "/confirm/deny/text",
    "must be less than 31 characters",
  ],
  [
    "confirm button is plain",
    button({ confirm: confirm({ confirm: mrkdwn() }) }),
    "/confirm/confirm/type",
    "unsupported type: mrkdwn",
  ],
  [
    "confirm needs its buttons",
    button({ confirm: confirm({ deny: undefined }) }),
    "/confirm",
    "missing required field: deny",
  ],
  [
    "5 overflow options",
    { type: "overflow", options: options(6) },
    "/options",
    "no more than 5 items allowed",
  ],
  [
    "workflow button has an action id",
    {
      type: "workflow_button",
      text: plain(),
      workflow: { trigger: { url: "https://example.com" } },
    },
    "",
    "missing required field: action_id",
  ],
  [
    "text fields stand in input blocks",
    { type: "plain_text_input" },
    "/type",
    "unsupported type: plain_text_input",
  ],
  ["files stand in input blocks", { type: "file_input" }, "/type", "unsupported type: file_input"],
  [
    "response_url stands in input blocks",
    { type: "conversations_select", response_url_enabled: true },
    "",
    "invalid additional property: response_url_enabled",
  ],
];

test.each(badActions)("Slack refuses an action when it breaks: %s", (_limit, element, at, text) => {
  expect(validateModal(modal([actions(element)])).map(complaintText)).toEqual([
    `[ERROR] ${text} [json-pointer:/view/blocks/0/elements/0${at}]`,
  ]);
});

test.each(["datetimepicker", "plain_text_input", "rich_text_input", "file_input"])(
  "Slack refuses %s beside a section",
  (type) => {
    expect(validateModal(modal([section({ accessory: { type } })])).map(complaintText)).toEqual([
      `[ERROR] unsupported type: ${type} [json-pointer:/view/blocks/0/accessory/type]`,
    ]);
  },
);

test("a file field cannot tell the app while people choose", () => {
  const view = modal([input({ type: "file_input" }, { dispatch_action: true })]);
  expect(validateModal(view)).toEqual([
    {
      pointer: "/view/blocks/0/dispatch_action",
      code: "failed_constraint",
      message: "not allowed with file_input",
      constraint: "dispatch_action",
    },
  ]);
});

test("each of several mistakes gets its own complaint", () => {
  const view = modal([
    input({ type: "radio_buttons", options: options(11), initial_option: richText() }),
  ]);
  expect(validateModal(view).map((one) => one.pointer)).toEqual([
    "/view/blocks/0/element/options",
    "/view/blocks/0/element/initial_option",
    "/view/blocks/0/element/initial_option",
    "/view/blocks/0/element/initial_option",
    "/view/blocks/0/element/initial_option",
  ]);
});
