import { buttons, choices, fields, moment, pictures } from "./good-elements.ts";
import {
  actions,
  button,
  card,
  chart,
  divider,
  input,
  type Json,
  long,
  mrkdwn,
  picture,
  plain,
  rawText,
  richText,
  section,
  task,
  times,
} from "./samples.ts";

const style = { bold: true, italic: true, strike: true, underline: true, code: true };
const leaves = [
  { type: "text", text: "a", style },
  { type: "link", url: "https://example.com", text: "b", unsafe: false },
  { type: "broadcast", range: "here" },
  { type: "channel", channel_id: "C01" },
  { type: "color", value: "#00FF00" },
  { type: "date", timestamp: 1_700_000_000, format: "{date_num}", fallback: "a day" },
  { type: "emoji", name: "wave" },
  { type: "team", team_id: "T01" },
  { type: "user", user_id: "U01" },
  { type: "usergroup", usergroup_id: "S01" },
];
const line = { type: "rich_text_section", elements: leaves };

/** Blocks that every surface takes, each at its limits. */
export const common: Json[] = [
  ...choices.map((accessory) => section({ accessory })),
  ...[...buttons, ...pictures].map((accessory) => section({ accessory })),
  ...[...choices, ...buttons, moment].map((element) => actions(element)),
  ...[...choices, ...fields, moment].map((element) => input(element)),
  actions(...times(25, (i) => button({ action_id: `a${i}` }))),
  input(
    { type: "plain_text_input" },
    { label: plain(long(2000)), hint: plain(long(2000)), optional: true, dispatch_action: true },
  ),
  section({ text: mrkdwn(long(3000)), expand: true, block_id: long(255) }),
  { type: "section", fields: times(10, () => mrkdwn(long(2000))) },
  { type: "context", elements: [...pictures, ...times(7, () => plain())] },
  divider,
  { type: "header", text: { ...plain(long(150)), emoji: false } },
  picture({ title: plain(long(2000)), alt_text: long(2000) }),
  {
    type: "video",
    alt_text: "a film",
    title: plain(long(199)),
    thumbnail_url: "https://example.com/t.png",
    video_url: "https://example.com/v",
    title_url: "https://example.com/w",
    author_name: long(49),
    provider_name: "Films",
    provider_icon_url: "https://example.com/i.png",
    description: plain(),
  },
  {
    type: "rich_text",
    elements: [
      line,
      { type: "rich_text_section", elements: [] },
      { type: "rich_text_list", style: "ordered", indent: 8, border: 1, elements: [line] },
      { type: "rich_text_quote", border: 0, elements: leaves },
      { type: "rich_text_preformatted", elements: leaves.slice(0, 2) },
    ],
  },
  {
    type: "container",
    title: plain(long(150)),
    subtitle: mrkdwn(long(150)),
    icon: picture(),
    width: "full",
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: times(10, () => section()),
  },
  { type: "container", rich_text_title: richText(), child_blocks: [divider] },
];

/** Blocks of messages and Home views. */
export const cards: Json[] = [
  card({
    hero_image: picture(),
    icon: picture(),
    title: mrkdwn(long(150)),
    subtitle: mrkdwn(long(150)),
    body: mrkdwn(long(200)),
    actions: times(3, (i) => button({ action_id: `a${i}` })),
  }),
  { type: "carousel", elements: times(10, () => card()) },
];

/** Blocks that only messages have; each stands alone, because a message has one table. */
export const messageOnly: Json[] = [
  { type: "markdown", text: long(12_000) },
  {
    type: "table",
    rows: [
      [rawText(long(5000)), richText(long(4999)), { type: "raw_number", value: 1, text: "1" }],
      ...times(99, () => [{ type: "rich_text", elements: [] }]),
    ],
    column_settings: [null, { align: "right", is_wrapped: true }, ...times(18, () => ({}))],
  },
  { type: "table", rows: [times(20, () => rawText())] },
  {
    type: "data_table",
    caption: "Answers",
    page_size: 100,
    row_header_column_index: 1,
    rows: times(101, () => [rawText(), rawText()]),
  },
  chart({ title: long(50) }),
  chart({
    chart: {
      type: "line",
      series: [{ name: "a", data: [{ label: "one", value: -1 }] }],
      axis_config: { categories: ["one"], x_label: long(50), y_label: long(50) },
    },
  }),
  { type: "data_table", caption: "a", page_size: 1, rows: [[rawText()], [rawText()]] },
  chart({ chart: { type: "pie", segments: times(12, () => ({ label: long(20), value: 0.1 })) } }),
  task({
    details: richText(),
    output: richText(),
    sources: [{ type: "url", url: "https://example.com", text: "there" }],
    status: "complete",
  }),
  { type: "plan", title: "Plan", tasks: [task(), { task_id: "t2", title: "Step" }] },
  {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        positive_button: { text: plain(long(75)), value: long(2000) },
        negative_button: { text: plain(), value: "no", accessibility_label: long(75) },
      },
      ...times(4, () => ({
        type: "icon_button",
        icon: "trash",
        text: plain(),
        visible_to_user_ids: ["U01"],
      })),
    ],
  },
  { type: "container", title: plain(), child_blocks: [{ type: "table", rows: [[rawText()]] }] },
];

/** The block that only modals have. */
export const modalOnly: Json[] = [{ type: "alert", text: mrkdwn(long(200)), level: "success" }];
