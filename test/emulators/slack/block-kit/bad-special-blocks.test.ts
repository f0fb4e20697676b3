import { expect, test } from "vitest";
import { complaintText } from "../../../../emulators/slack/block-kit/complaint-text.ts";
import { validateMessage } from "../../../../emulators/slack/block-kit/validate-message.ts";
import {
  button,
  card,
  chart,
  type Json,
  long,
  message,
  mrkdwn,
  plain,
  rawText,
  richText,
  section,
  task,
  times,
} from "./samples.ts";

const container = (over: Json): Json => ({
  type: "container",
  title: plain(),
  child_blocks: [section()],
  ...over,
});
const rich = (...elements: unknown[]): Json => ({ type: "rich_text", elements });
const leaf = (one: Json): Json => rich({ type: "rich_text_section", elements: [one] });
const dataTable = (over: Json): Json => ({
  type: "data_table",
  caption: "Answers",
  rows: [[rawText()], [rawText()]],
  ...over,
});
const pie = (value: number): Json =>
  chart({ chart: { type: "pie", segments: [{ label: "a", value }] } });
const bars = (some: unknown[], categories = ["one"], labels: Json = {}): Json =>
  chart({ chart: { type: "bar", series: some, axis_config: { categories, ...labels } } });
const series = (name: string) => ({ name, data: [{ label: "one", value: 1 }] });
const icon = (over: Json): Json => ({ type: "icon_button", icon: "trash", text: plain(), ...over });
const controls = (...elements: Json[]): Json => ({ type: "context_actions", elements });

/** Blocks of a message; pointers are below the block. */
const badBlocks: [limit: string, block: Json, pointer: string, message: string][] = [
  [
    "card title 150",
    card({ title: mrkdwn(long(151)) }),
    "/title/text",
    "must be less than 151 characters",
  ],
  [
    "card subtitle 150",
    card({ subtitle: mrkdwn(long(151)) }),
    "/subtitle/text",
    "must be less than 151 characters",
  ],
  [
    "card body 200",
    card({ body: mrkdwn(long(201)) }),
    "/body/text",
    "must be less than 201 characters",
  ],
  [
    "3 card buttons",
    card({ actions: times(4, () => button()) }),
    "/actions",
    "no more than 3 items allowed",
  ],
  [
    "card with content",
    { type: "card" },
    "",
    "missing required field: hero_image or title or actions or body",
  ],
  [
    "10 cards",
    { type: "carousel", elements: times(11, () => card()) },
    "/elements",
    "no more than 10 items allowed",
  ],
  [
    "carousel of cards",
    { type: "carousel", elements: [section()] },
    "/elements/0/type",
    "unsupported type: section",
  ],
  [
    "container title 150",
    container({ title: plain(long(151)) }),
    "/title/text",
    "must be less than 151 characters",
  ],
  [
    "container has a title",
    container({ title: undefined }),
    "",
    "missing required field: title or rich_text_title",
  ],
  [
    "10 blocks in a container",
    container({ child_blocks: times(11, () => section()) }),
    "/child_blocks",
    "no more than 10 items allowed",
  ],
  [
    "container without container",
    container({ child_blocks: [container({})] }),
    "/child_blocks/0/type",
    "unsupported type: container",
  ],
  [
    "container width",
    container({ width: "huge" }),
    "/width",
    "must be one of: narrow, standard, wide, full",
  ],
  [
    "collapsed needs collapsible",
    container({ default_collapsed: true }),
    "/default_collapsed",
    "requires is_collapsible to be true",
  ],
  [
    "100 table rows",
    { type: "table", rows: times(101, () => [rawText()]) },
    "/rows",
    "no more than 100 items allowed",
  ],
  [
    "20 table columns",
    { type: "table", rows: [times(21, () => rawText())] },
    "/rows/0",
    "no more than 20 items allowed",
  ],
  [
    "20 column settings",
    { type: "table", rows: [[rawText()]], column_settings: times(21, () => ({})) },
    "/column_settings",
    "no more than 20 items allowed",
  ],
  [
    "cell not empty",
    { type: "table", rows: [[rawText("")]] },
    "/rows/0/0/text",
    "must be more than 0 characters",
  ],
  [
    "cell is raw or rich",
    { type: "table", rows: [[plain()]] },
    "/rows/0/0/type",
    "unsupported type: plain_text",
  ],
  [
    "data table has a caption",
    dataTable({ caption: undefined }),
    "",
    "missing required field: caption",
  ],
  [
    "data table has a row below its header",
    dataTable({ rows: [[rawText()]] }),
    "/rows",
    "no less than 2 items allowed",
  ],
  [
    "data table has 100 rows below its header",
    dataTable({ rows: times(102, () => [rawText()]) }),
    "/rows",
    "no more than 101 items allowed",
  ],
  ["data table page 100", dataTable({ page_size: 101 }), "/page_size", "must be less than 101"],
  [
    "data table header is raw",
    dataTable({ rows: [[richText()], [rawText()]] }),
    "/rows/0/0/type",
    "unsupported type: rich_text",
  ],
  [
    "data table row header exists",
    dataTable({ row_header_column_index: 1 }),
    "/row_header_column_index",
    "must be less than 1",
  ],
  ["chart title 50", chart({ title: long(51) }), "/title", "must be less than 51 characters"],
  [
    "12 series",
    bars(times(13, (i) => series(`s${i}`))),
    "/chart/series",
    "no more than 12 items allowed",
  ],
  [
    "series names differ",
    bars([series("a"), series("a")]),
    "/chart/series/1/name",
    'series "a" already exists',
  ],
  [
    "a point per category",
    bars([series("a")], ["one", "two"]),
    "/chart/series/0/data",
    "must have one point per category",
  ],
  [
    "category label 20",
    bars([series("a")], [long(21)]),
    "/chart/axis_config/categories/0",
    "must be less than 21 characters",
  ],
  [
    "axis label 50",
    bars([series("a")], ["one"], { x_label: long(50), y_label: long(51) }),
    "/chart/axis_config/y_label",
    "must be less than 51 characters",
  ],
  ["data table page 1", dataTable({ page_size: 0 }), "/page_size", "must be greater than 0"],
  ["pie slice above 0", pie(0), "/chart/segments/0/value", "must be greater than 0"],
  [
    "5 controls",
    controls(...times(6, () => icon({}))),
    "/elements",
    "no more than 5 items allowed",
  ],
  ["icon is trash", controls(icon({ icon: "star" })), "/elements/0/icon", "must be one of: trash"],
  [
    "feedback has two buttons",
    controls({ type: "feedback_buttons", positive_button: { text: plain(), value: "1" } }),
    "/elements/0",
    "missing required field: negative_button",
  ],
  [
    "task status",
    task({ status: "done" }),
    "/status",
    "must be one of: pending, in_progress, complete, error",
  ],
  [
    "task in a plan has an id",
    { type: "plan", title: "Plan", tasks: [{ title: "Step" }] },
    "/tasks/0",
    "missing required field: task_id",
  ],
  [
    "rich text of known parts",
    rich({ type: "rich_text_heading", elements: [] }),
    "/elements/0/type",
    "unsupported type: rich_text_heading",
  ],
  [
    "list of sections",
    rich({ type: "rich_text_list", style: "bullet", elements: [{ type: "text", text: "a" }] }),
    "/elements/0/elements/0/type",
    "unsupported type: text",
  ],
  [
    "list indent 8",
    rich({
      type: "rich_text_list",
      style: "bullet",
      indent: 9,
      elements: [{ type: "rich_text_section", elements: [] }],
    }),
    "/elements/0/indent",
    "must be less than 9",
  ],
  [
    "code holds text and links",
    rich({ type: "rich_text_preformatted", elements: [{ type: "emoji", name: "wave" }] }),
    "/elements/0/elements/0/type",
    "unsupported type: emoji",
  ],
  [
    "rich text not empty",
    leaf({ type: "text", text: "" }),
    "/elements/0/elements/0/text",
    "must be more than 0 characters",
  ],
  [
    "rich text style",
    leaf({ type: "text", text: "a", style: { big: true } }),
    "/elements/0/elements/0/style",
    "invalid additional property: big",
  ],
  [
    "broadcast range",
    leaf({ type: "broadcast", range: "all" }),
    "/elements/0/elements/0/range",
    "must be one of: here, channel, everyone",
  ],
  [
    "user id",
    leaf({ type: "user", user_id: "maria" }),
    "/elements/0/elements/0/user_id",
    "must match the format: user id",
  ],
];

test.each(badBlocks)("Slack refuses a block when it breaks: %s", (_limit, block, at, text) => {
  expect(validateMessage(message(block)).map(complaintText)).toEqual([
    `[ERROR] ${text} [json-pointer:/blocks/0${at}]`,
  ]);
});
