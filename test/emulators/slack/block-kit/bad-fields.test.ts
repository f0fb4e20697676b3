import { expect, test } from "vitest";
import { complaintText } from "../../../../emulators/slack/block-kit/complaint-text.ts";
import { validateModal } from "../../../../emulators/slack/block-kit/validate-modal.ts";
import { input, type Json, long, modal, mrkdwn, plain } from "./samples.ts";

/** Elements of an input block; pointers are below the element. */
const badInputs: [limit: string, element: Json, pointer: string, message: string][] = [
  [
    "placeholder 150",
    { type: "plain_text_input", placeholder: plain(long(151)) },
    "/placeholder/text",
    "must be less than 151 characters",
  ],
  [
    "placeholder is plain text",
    { type: "plain_text_input", placeholder: mrkdwn() },
    "/placeholder/type",
    "unsupported type: mrkdwn",
  ],
  [
    "initial text 3000",
    { type: "plain_text_input", initial_value: long(3001) },
    "/initial_value",
    "must be less than 3001 characters",
  ],
  [
    "max_length 3000",
    { type: "plain_text_input", max_length: 3001 },
    "/max_length",
    "must be less than 3001",
  ],
  [
    "min_length at least 0",
    { type: "plain_text_input", min_length: -1 },
    "/min_length",
    "must be greater than -1",
  ],
  [
    "min_length <= max_length",
    { type: "plain_text_input", min_length: 5, max_length: 4 },
    "/min_length",
    "must not be greater than max_length",
  ],
  [
    "dispatch on known events",
    { type: "plain_text_input", dispatch_action_config: { trigger_actions_on: ["on_blur"] } },
    "/dispatch_action_config/trigger_actions_on/0",
    "must be one of: on_enter_pressed, on_character_entered",
  ],
  [
    "no unknown member",
    { type: "plain_text_input", label: "x" },
    "",
    "invalid additional property: label",
  ],
  [
    "numbers say whether decimals are allowed",
    { type: "number_input" },
    "",
    "missing required field: is_decimal_allowed",
  ],
  [
    "numbers are strings",
    { type: "number_input", is_decimal_allowed: true, min_value: 1 },
    "/min_value",
    "must provide a string",
  ],
  [
    "numbers are numbers",
    { type: "number_input", is_decimal_allowed: true, min_value: "1e3" },
    "/min_value",
    "must match the format: number as string",
  ],
  [
    "min_value <= max_value",
    { type: "number_input", is_decimal_allowed: false, min_value: "10", max_value: "9" },
    "/min_value",
    "must not be greater than max_value",
  ],
  [
    "decimals only where allowed",
    { type: "number_input", is_decimal_allowed: false, initial_value: "0.5" },
    "/initial_value",
    "must not be a decimal number",
  ],
  [
    "min_lines 1",
    { type: "rich_text_input", min_lines: 0 },
    "/min_lines",
    "must be greater than 0",
  ],
  [
    "min_lines 100",
    { type: "rich_text_input", min_lines: 101 },
    "/min_lines",
    "must be less than 101",
  ],
  [
    "max_lines 1",
    { type: "rich_text_input", max_lines: 0 },
    "/max_lines",
    "must be greater than 0",
  ],
  [
    "min_lines <= max_lines",
    { type: "rich_text_input", min_lines: 3, max_lines: 2 },
    "/min_lines",
    "must not be greater than max_lines",
  ],
  [
    "max_lines 100",
    { type: "rich_text_input", max_lines: 101 },
    "/max_lines",
    "must be less than 101",
  ],
  [
    "initial rich text is rich text",
    { type: "rich_text_input", initial_value: plain() },
    "/initial_value/type",
    "unsupported type: plain_text",
  ],
  [
    "a date is a date",
    { type: "datepicker", initial_date: "2026-02-30" },
    "/initial_date",
    "must match the format: YYYY-MM-DD",
  ],
  [
    "a moment has 10 digits",
    { type: "datetimepicker", initial_date_time: 1_700_000_000_000 },
    "/initial_date_time",
    "must be a unix timestamp of 10 digits",
  ],
  [
    "a moment has no placeholder",
    { type: "datetimepicker", placeholder: plain() },
    "",
    "invalid additional property: placeholder",
  ],
  [
    "a time is HH:mm",
    { type: "timepicker", initial_time: "24:00" },
    "/initial_time",
    "must match the format: HH:mm",
  ],
  [
    "a time zone exists",
    { type: "timepicker", timezone: "Mars/Base" },
    "/timezone",
    "must match the format: IANA time zone",
  ],
  ["10 files", { type: "file_input", max_files: 11 }, "/max_files", "must be less than 11"],
  ["1 file", { type: "file_input", max_files: 0 }, "/max_files", "must be greater than 0"],
];

test.each(badInputs)("Slack refuses a field when it breaks: %s", (_limit, element, at, text) => {
  expect(validateModal(modal([input(element)])).map(complaintText)).toEqual([
    `[ERROR] ${text} [json-pointer:/view/blocks/0/element${at}]`,
  ]);
});
