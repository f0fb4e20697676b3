import {
  button,
  confirm,
  type Json,
  long,
  mrkdwn,
  option,
  options,
  picture,
  plain,
  richText,
  times,
} from "./samples.ts";

const asking = confirm({
  title: plain(long(100)),
  text: plain(long(300)),
  confirm: plain(long(30)),
  deny: plain(long(30)),
  style: "danger",
});
const placeholder = plain(long(150));
const fullest = {
  text: plain(long(75)),
  value: long(150),
  description: plain(long(75)),
};
const formatted = { ...fullest, text: mrkdwn(long(75)), description: mrkdwn(long(75)) };
const group = { label: plain(long(75)), options: options(100) };
const filter = { include: ["im", "mpim", "private", "public"], exclude_bot_users: true };
const dispatch_action_config = {
  trigger_actions_on: ["on_enter_pressed", "on_character_entered"],
};
const common = { confirm: asking, placeholder, action_id: long(255) };

/** Elements of every block with actions, each at its limits. */
export const choices: Json[] = [
  { type: "static_select", ...common, options: [fullest, ...options(99)], initial_option: fullest },
  {
    type: "static_select",
    option_groups: times(100, () => group),
    initial_option: { value: "v99", text: { text: "v99", type: "plain_text" } },
  },
  { type: "external_select", ...common, initial_option: fullest, min_query_length: 0 },
  { type: "users_select", ...common, initial_user: "U0MARIA" },
  { type: "conversations_select", ...common, initial_conversation: "D01", filter },
  { type: "channels_select", ...common, initial_channel: "C01" },
  {
    type: "multi_static_select",
    options: options(100),
    initial_options: options(100),
    max_selected_items: 1,
  },
  { type: "multi_external_select", initial_options: [option("a")], max_selected_items: 5 },
  { type: "multi_users_select", ...common, initial_users: ["U0MARIA", "W0IVAN"] },
  { type: "multi_conversations_select", ...common, initial_conversations: ["C01"], filter },
  { type: "multi_channels_select", ...common, initial_channels: ["C01", "G01"] },
  {
    type: "checkboxes",
    options: [formatted, ...options(9)],
    initial_options: [formatted],
    confirm: asking,
  },
  { type: "radio_buttons", options: [formatted, ...options(9)], initial_option: formatted },
  { type: "datepicker", ...common, initial_date: "2028-02-29" },
  { type: "timepicker", ...common, initial_time: "23:59", timezone: "Europe/Belgrade" },
];

/** Buttons and their like, each at its limits. */
export const buttons: Json[] = [
  button({
    text: plain(long(75)),
    value: long(2000),
    url: `https://example.com/${long(2980)}`,
    style: "primary",
    accessibility_label: long(75),
    confirm: asking,
    action_id: long(255),
  }),
  {
    type: "workflow_button",
    text: plain(long(75)),
    action_id: "start",
    workflow: {
      trigger: {
        url: "https://slack.com/shortcuts/Ft1",
        customizable_input_parameters: [{ name: "pool", value: "1" }],
      },
    },
  },
  {
    type: "overflow",
    options: [{ ...fullest, url: "https://example.com" }, ...options(4)],
    confirm: asking,
  },
];

/** The picker that stands beside no section. */
export const moment: Json = { type: "datetimepicker", initial_date_time: 9_999_999_999 };

/** A picture as an element. */
export const pictures: Json[] = [
  picture({ alt_text: long(2000) }),
  { type: "image", alt_text: "a", slack_file: { id: "F1" } },
  { type: "image", alt_text: "a", slack_file: { url: "https://files.slack.com/1" } },
];

/** Fields to type into, each at its limits. */
export const fields: Json[] = [
  {
    type: "plain_text_input",
    placeholder,
    initial_value: long(3000),
    multiline: true,
    min_length: 0,
    max_length: 3000,
    dispatch_action_config,
    action_id: long(255),
  },
  { type: "plain_text_input", initial_value: "" },
  { type: "email_text_input", initial_value: "a@example.com", placeholder },
  { type: "url_text_input", initial_value: "https://example.com", placeholder },
  {
    type: "number_input",
    is_decimal_allowed: true,
    initial_value: "0.05",
    min_value: "-10.5",
    max_value: "10",
    placeholder,
  },
  { type: "number_input", is_decimal_allowed: false, min_value: "10", max_value: "10" },
  { type: "rich_text_input", initial_value: richText(), min_lines: 1, max_lines: 100 },
  { type: "rich_text_input", min_lines: 1, max_lines: 1 },
  { type: "rich_text_input", min_lines: 100, max_lines: 100 },
];

/** Fields that only a modal has. */
export const modalFields: Json[] = [
  { type: "file_input", filetypes: ["csv", "tsv"], max_files: 10 },
  {
    type: "conversations_select",
    default_to_current_conversation: true,
    response_url_enabled: true,
  },
  { type: "channels_select", response_url_enabled: true },
];
