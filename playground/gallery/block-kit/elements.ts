import {
  button,
  confirm,
  line,
  options,
  type Payload,
  picture,
  placeholder,
  plain,
  richText,
} from "./parts.ts";

const groups = [
  { label: plain("Shoes"), options },
  { label: plain("Hats"), options: [{ text: plain("Cap"), value: "cap" }] },
];

/** Every element of a form, as its name and its element. */
const elements: readonly (readonly [string, Payload])[] = [
  ["Text", { type: "plain_text_input", min_length: 3, max_length: 80, initial_value: "Shoes" }],
  ["Text of several lines", { type: "plain_text_input", multiline: true }],
  ["Number", { type: "number_input", is_decimal_allowed: true, min_value: "0", max_value: "9" }],
  ["Date", { type: "datepicker", initial_date: "2026-11-27" }],
  ["Time", { type: "timepicker", initial_time: "16:00" }],
  ["Date and time", { type: "datetimepicker", initial_date_time: 1795795200 }],
  ["Address of a page", { type: "url_text_input" }],
  ["Email", { type: "email_text_input" }],
  ["Select", { type: "static_select", placeholder, options, initial_option: options[0] }],
  ["Select with groups", { type: "static_select", placeholder, option_groups: groups }],
  ["Select that asks the app", { type: "external_select", placeholder, min_query_length: 0 }],
  ["Person", { type: "users_select", placeholder, initial_user: "URITA" }],
  ["Conversation", { type: "conversations_select", placeholder }],
  ["Channel", { type: "channels_select", placeholder, initial_channel: "C1" }],
  ["Several choices", { type: "multi_static_select", options, initial_options: [options[1]] }],
  ["Several that ask the app", { type: "multi_external_select", min_query_length: 0 }],
  ["Several persons", { type: "multi_users_select", initial_users: ["URITA", "UANNA"] }],
  ["Several conversations", { type: "multi_conversations_select", placeholder }],
  ["Several channels", { type: "multi_channels_select", placeholder }],
  ["Radio buttons", { type: "radio_buttons", options, initial_option: options[2] }],
  ["Checkboxes", { type: "checkboxes", options, initial_options: [options[0]] }],
  ["Files", { type: "file_input", filetypes: ["csv"], max_files: 2 }],
  ["Rich text", { type: "rich_text_input", initial_value: richText(line("Typed before")) }],
];

const form = (
  label: string,
  blocks: readonly Payload[],
): Payload & { readonly blocks: readonly Payload[] } => ({
  ...{ type: "modal", title: plain(label), submit: plain("Submit"), close: plain("Close") },
  blocks,
});

/** A form with every element, each optional, some filled beforehand. */
export const elementsForm = form(
  "Every element",
  elements.map(([label, element], index) => ({
    ...{ type: "input", block_id: `block-${index}`, label: plain(label), optional: true },
    hint: plain(`A hint below: ${label.toLowerCase()}`),
    element: { ...element, action_id: "value" },
  })),
);

/** A form with an alert of each level. */
export const alertsForm = form(
  "Alerts",
  ["default", "info", "warning", "error", "success"].map((level) => ({
    ...{ type: "alert", level, text: plain(`An alert of the level ${level}`) },
  })),
);

const notFree = ["plain_text_input", "number_input", "url_text_input", "email_text_input"];
const free = elements.filter(([, { type }]) => ![...notFree, "file_input"].includes(String(type)));

/** Elements that act at once, some to a block. */
export const freeElements: readonly Payload[] = [
  {
    ...{ type: "actions", block_id: "buttons" },
    elements: [
      button("Approve", { style: "primary" }),
      button("Pause", { style: "danger", confirm }),
      button("Plain"),
      button("A page", { url: "https://toloka.example" }),
      { type: "overflow", action_id: "more", options, confirm },
      {
        ...{ type: "workflow_button", text: plain("Start a workflow"), action_id: "workflow" },
        workflow: { trigger: { url: "https://slack.com/shortcuts/Ft1/abc" } },
      },
    ],
  },
  ...free.map(([label, element], index) => ({
    ...{ type: "actions", block_id: `free-${index}` },
    elements: [{ ...element, action_id: label }],
  })),
];

const placed = free.filter(
  ([, { type }]) => !["datetimepicker", "rich_text_input"].includes(String(type)),
);

/** Sections with an element at the right. */
export const accessories: readonly Payload[] = [
  ...placed.map(([label, element]): readonly [string, Payload] => [
    label,
    { ...element, action_id: label },
  ]),
  ["Button", button("Press")] as const,
  ["Overflow menu", { type: "overflow", action_id: "more", options }] as const,
  ["Picture", picture] as const,
].map(([label, accessory], index) => ({
  ...{ type: "section", block_id: `beside-${index}`, text: plain(label), accessory },
}));
