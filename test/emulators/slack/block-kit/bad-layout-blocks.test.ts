import { expect, test } from "vitest";
import { complaintText } from "../../../../emulators/slack/block-kit/complaint-text.ts";
import { validateMessage } from "../../../../emulators/slack/block-kit/validate-message.ts";
import {
  button,
  input,
  type Json,
  long,
  message,
  mrkdwn,
  picture,
  plain,
  section,
  times,
} from "./samples.ts";

const context = (elements: unknown[]): Json => ({ type: "context", elements });
const video = (over: Json): Json => ({
  type: "video",
  alt_text: "a film",
  title: plain(),
  thumbnail_url: "https://example.com/t.png",
  video_url: "https://example.com/v",
  ...over,
});

/** Blocks of a message; pointers are below the block. */
const badBlocks: [limit: string, block: Json, pointer: string, message: string][] = [
  [
    "section text 3000",
    section({ text: mrkdwn(long(3001)) }),
    "/text/text",
    "must be less than 3001 characters",
  ],
  [
    "section text not empty",
    section({ text: mrkdwn("") }),
    "/text/text",
    "must be more than 0 characters",
  ],
  ["section has text or fields", { type: "section" }, "", "missing required field: text or fields"],
  ["section text is a text object", section({ text: "words" }), "/text", "must provide an object"],
  [
    "emoji is for plain text",
    section({ text: { ...mrkdwn(), emoji: true } }),
    "/text",
    "invalid additional property: emoji",
  ],
  [
    "verbatim is for mrkdwn",
    section({ text: { ...plain(), verbatim: true } }),
    "/text",
    "invalid additional property: verbatim",
  ],
  [
    "10 fields",
    section({ fields: times(11, () => plain()) }),
    "/fields",
    "no more than 10 items allowed",
  ],
  [
    "field 2000",
    section({ fields: [plain(long(2001))] }),
    "/fields/0/text",
    "must be less than 2001 characters",
  ],
  ["no unknown member", section({ style: "bold" }), "", "invalid additional property: style"],
  [
    "header 150",
    { type: "header", text: plain(long(151)) },
    "/text/text",
    "must be less than 151 characters",
  ],
  ["header is plain", { type: "header", text: mrkdwn() }, "/text/type", "unsupported type: mrkdwn"],
  ["divider is bare", { type: "divider", text: plain() }, "", "invalid additional property: text"],
  [
    "25 actions",
    { type: "actions", elements: times(26, () => button()) },
    "/elements",
    "no more than 25 items allowed",
  ],
  ["1 action", { type: "actions", elements: [] }, "/elements", "no less than 1 items allowed"],
  [
    "10 context elements",
    context(times(11, () => plain())),
    "/elements",
    "no more than 10 items allowed",
  ],
  [
    "context holds texts and pictures",
    context([button()]),
    "/elements/0/type",
    "unsupported type: button",
  ],
  [
    "label 2000",
    input({ type: "plain_text_input" }, { label: plain(long(2001)) }),
    "/label/text",
    "must be less than 2001 characters",
  ],
  [
    "hint 2000",
    input({ type: "plain_text_input" }, { hint: plain(long(2001)) }),
    "/hint/text",
    "must be less than 2001 characters",
  ],
  [
    "label is plain",
    input({ type: "plain_text_input" }, { label: mrkdwn() }),
    "/label/type",
    "unsupported type: mrkdwn",
  ],
  [
    "image url 3000",
    picture({ image_url: `https://example.com/${long(3000)}` }),
    "/image_url",
    "must be less than 3001 characters",
  ],
  [
    "image url is on the web",
    picture({ image_url: "data:image/png;base64,AA" }),
    "/image_url",
    "must match the format: http(s) url",
  ],
  [
    "image alt text 2000",
    picture({ alt_text: long(2001) }),
    "/alt_text",
    "must be less than 2001 characters",
  ],
  [
    "image title 2000",
    picture({ title: plain(long(2001)) }),
    "/title/text",
    "must be less than 2001 characters",
  ],
  [
    "image from somewhere",
    { type: "image", alt_text: "a" },
    "",
    "missing required field: image_url or slack_file",
  ],
  [
    "image from one place",
    picture({ slack_file: { id: "F1" } }),
    "",
    "must provide only one of: image_url, slack_file",
  ],
  [
    "Slack file by one name",
    { type: "image", alt_text: "a", slack_file: { id: "F1", url: "https://example.com" } },
    "/slack_file",
    "must provide only one of: url, id",
  ],
  [
    "video title under 200",
    video({ title: plain(long(200)) }),
    "/title/text",
    "must be less than 200 characters",
  ],
  [
    "video author under 50",
    video({ author_name: long(50) }),
    "/author_name",
    "must be less than 50 characters",
  ],
  [
    "video is encrypted",
    video({ video_url: "http://example.com/v" }),
    "/video_url",
    "must match the format: https url",
  ],
];

test.each(badBlocks)("Slack refuses a block when it breaks: %s", (_limit, block, at, text) => {
  expect(validateMessage(message(block)).map(complaintText)).toEqual([
    `[ERROR] ${text} [json-pointer:/blocks/0${at}]`,
  ]);
});
