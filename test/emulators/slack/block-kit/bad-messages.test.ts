import { expect, test } from "vitest";
import { complaintText } from "../../../../emulators/slack/block-kit/complaint-text.ts";
import { validateMessage } from "../../../../emulators/slack/block-kit/validate-message.ts";
import {
  chart,
  divider,
  input,
  long,
  message,
  rawText,
  richText,
  section,
  times,
} from "./samples.ts";

const markdown = (text: string) => ({ type: "markdown", text });
const table = (...rows: unknown[]) => ({ type: "table", rows });
const event = { event_type: "delivery", event_payload: { id: "d1" } };

const line = (categories: number) => ({
  type: "line",
  series: [{ name: "a", data: times(20, (i) => ({ label: `c${i}`, value: i })) }],
  axis_config: { categories: times(categories, (i) => `c${i}`) },
});

type Case = [limit: string, message: unknown, code: string, complaint: string];

const badMessages: Case[] = [
  ["a message is an object", "hi", "failed_constraint", "must provide an object [json-pointer:]"],
  [
    "a message says something",
    {},
    "no_text",
    "must provide text, blocks or attachments [json-pointer:/text]",
  ],
  [
    "an empty text says nothing",
    { text: "", blocks: [], attachments: [{}] },
    "no_text",
    "must provide text, blocks or attachments [json-pointer:/text]",
  ],
  [
    "text is a string",
    { text: 5 },
    "failed_constraint",
    "must provide a string [json-pointer:/text]",
  ],
  [
    "text has 40,000 characters",
    { text: long(40_001) },
    "msg_too_long",
    "must be less than 40001 characters [json-pointer:/text]",
  ],
  [
    "a thread is named by a timestamp as text",
    { text: "a", thread_ts: 1700000000.0001 },
    "invalid_thread_ts",
    "must be a message timestamp [json-pointer:/thread_ts]",
  ],
  [
    "a thread's timestamp has six decimals",
    { text: "a", thread_ts: "1700000000.1" },
    "invalid_thread_ts",
    "must be a message timestamp [json-pointer:/thread_ts]",
  ],
  [
    "blocks are an array",
    { text: "a", blocks: "[]" },
    "failed_constraint",
    "must provide an array [json-pointer:/blocks]",
  ],
  [
    "a block is an object",
    message("divider"),
    "failed_constraint",
    "must provide an object [json-pointer:/blocks/0]",
  ],
  [
    "a block has a type",
    message({}),
    "failed_constraint",
    "missing required field: type [json-pointer:/blocks/0]",
  ],
  [
    "a message has 50 blocks",
    message(...times(51, () => divider)),
    "failed_constraint",
    "no more than 50 items allowed [json-pointer:/blocks]",
  ],
  [
    "a message has no alert",
    message({ type: "alert", text: { type: "plain_text", text: "a" } }),
    "failed_constraint",
    "unsupported type: alert [json-pointer:/blocks/0/type]",
  ],
  [
    "files are not sent as blocks",
    message({ type: "file", external_id: "f", source: "remote" }),
    "failed_constraint",
    "unsupported type: file [json-pointer:/blocks/0/type]",
  ],
  [
    "a message asks for no files",
    message(input({ type: "file_input" })),
    "failed_constraint",
    "unsupported type: file_input [json-pointer:/blocks/0/element/type]",
  ],
  [
    "block ids are unique over the attachments",
    {
      ...message(section({ block_id: "b" })),
      attachments: [{ blocks: [section({ block_id: "b" })] }],
    },
    "failed_constraint",
    '`block_id` "b" already exists [json-pointer:/attachments/0/blocks/0/block_id]',
  ],
  [
    "one table",
    message(table([rawText()]), table([rawText()])),
    "only_one_table_allowed",
    "only one table allowed [json-pointer:/blocks/1]",
  ],
  [
    "one table also with the attachments",
    { ...message(table([rawText()])), attachments: [{ blocks: [table([rawText()])] }] },
    "only_one_table_allowed",
    "only one table allowed [json-pointer:/attachments/0/blocks/0]",
  ],
  [
    "10,000 characters in cells",
    message(table([rawText(long(5000)), richText(long(5001))])),
    "msg_blocks_too_long",
    "table cells must be less than 10001 characters together [json-pointer:/blocks/0]",
  ],
  [
    "12,000 characters in markdown",
    message(markdown(long(6000)), markdown(long(6001))),
    "msg_blocks_too_long",
    "markdown blocks must be less than 12001 characters together [json-pointer:/blocks/1]",
  ],
  [
    "two charts",
    message(chart(), chart(), chart()),
    "failed_constraint",
    "no more than 2 charts allowed [json-pointer:/blocks/2]",
  ],
  [
    "20 categories",
    message(chart({ chart: line(21) })),
    "failed_constraint",
    "no more than 20 items allowed [json-pointer:/blocks/0/chart/axis_config/categories]",
  ],
  [
    "100 attachments",
    { text: "a", attachments: times(101, () => ({ text: "a" })) },
    "too_many_attachments",
    "no more than 100 items allowed [json-pointer:/attachments]",
  ],
  [
    "an attachment has known members",
    { text: "a", attachments: [{ text: "a", indent: true }] },
    "failed_constraint",
    "invalid additional property: indent [json-pointer:/attachments/0]",
  ],
  [
    "an attachment's blocks are blocks",
    { text: "a", attachments: [{ blocks: [{ type: "nonsense" }] }] },
    "failed_constraint",
    "unsupported type: nonsense [json-pointer:/attachments/0/blocks/0/type]",
  ],
  [
    "an attachment's footer has 300 characters",
    { text: "a", attachments: [{ text: "a", footer: long(301) }] },
    "failed_constraint",
    "must be less than 301 characters [json-pointer:/attachments/0/footer]",
  ],
  [
    "metadata is an object",
    { text: "a", metadata: "d1" },
    "invalid_metadata_format",
    "must provide an object [json-pointer:/metadata]",
  ],
  [
    "metadata names its event",
    { text: "a", metadata: { event_payload: {} } },
    "invalid_metadata_schema",
    "missing required field: event_type [json-pointer:/metadata]",
  ],
  [
    "metadata's event is a word",
    { text: "a", metadata: { ...event, event_type: "" } },
    "invalid_metadata_schema",
    "must provide a string [json-pointer:/metadata/event_type]",
  ],
  [
    "metadata's payload is an object",
    { text: "a", metadata: { ...event, event_payload: ["d1"] } },
    "invalid_metadata_schema",
    "must provide an object [json-pointer:/metadata/event_payload]",
  ],
  [
    "metadata has no other members",
    { text: "a", metadata: { ...event, id: 1 } },
    "invalid_metadata_schema",
    "invalid additional property: id [json-pointer:/metadata]",
  ],
  [
    "metadata has 8 KB",
    { text: "a", metadata: { ...event, event_payload: { note: long(8140) } } },
    "metadata_too_large",
    "must be less than 8193 bytes [json-pointer:/metadata]",
  ],
  [
    "metadata's bytes are counted, not its characters",
    { text: "a", metadata: { ...event, event_payload: { note: "я".repeat(4100) } } },
    "metadata_too_large",
    "must be less than 8193 bytes [json-pointer:/metadata]",
  ],
];

test.each(badMessages)(
  "Slack refuses a message when it breaks: %s",
  (_limit, given, code, text) => {
    const complaints = validateMessage(given);
    expect(complaints.map((one) => [one.code, complaintText(one)])).toEqual([
      [code, `[ERROR] ${text}`],
    ]);
  },
);

test("Slack posts a chart with 20 categories", () => {
  expect(validateMessage(message(chart({ chart: line(20) })))).toEqual([]);
});
