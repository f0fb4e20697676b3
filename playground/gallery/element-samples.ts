/** A JSON object of Block Kit. */
export type Payload = { readonly [key: string]: unknown };

const plain = (text: string): Payload => ({ type: "plain_text", text });
const option = (text: string): Payload => ({ text: plain(text), value: text });
const options = ["Boots", "Sandals", "Sneakers"].map(option);
const placeholder = plain("Choose");

/** Every element of a form, as its name, its element, and whether it may stay empty. */
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
  ["Select that asks the app", { type: "external_select", placeholder, min_query_length: 0 }],
  ["Person", { type: "users_select", placeholder }],
  ["Conversation", { type: "conversations_select", placeholder }],
  ["Channel", { type: "channels_select", placeholder }],
  ["Several choices", { type: "multi_static_select", options, initial_options: [options[1]] }],
  ["Several that ask the app", { type: "multi_external_select", min_query_length: 0 }],
  ["Several persons", { type: "multi_users_select", placeholder }],
  ["Several conversations", { type: "multi_conversations_select", placeholder }],
  ["Several channels", { type: "multi_channels_select", placeholder }],
  ["Radio buttons", { type: "radio_buttons", options, initial_option: options[2] }],
  ["Checkboxes", { type: "checkboxes", options, initial_options: [options[0]] }],
  ["Files", { type: "file_input", filetypes: ["csv"], max_files: 2 }],
  ["Rich text", { type: "rich_text_input" }],
];

/** A form with every element, each optional, some filled beforehand. */
export const elementsForm: Payload & { readonly blocks: readonly Payload[] } = {
  type: "modal",
  title: plain("Every element"),
  submit: plain("Submit"),
  close: plain("Close"),
  blocks: elements.map(([label, element], index) => ({
    type: "input",
    block_id: `block-${index}`,
    label: plain(label),
    hint: plain(`A hint below: ${label.toLowerCase()}`),
    optional: true,
    element: { ...element, action_id: "value" },
  })),
};

const button = (text: string, more: Payload = {}): Payload => ({
  type: "button",
  text: plain(text),
  action_id: text,
  ...more,
});

const confirm: Payload = {
  title: plain("Are you sure?"),
  text: plain("The pool closes."),
  confirm: plain("Pause"),
  deny: plain("Keep"),
};

const cell = (text: string): Payload => ({ type: "raw_text", text });

/** A message with every layout block that the page draws. */
export const blocksMessage: Payload = {
  text: "Every block",
  blocks: [
    { type: "header", text: plain("A header :tada:") },
    { type: "section", text: { type: "mrkdwn", text: "*Bold*, _slanted_, ~struck~, `code`" } },
    {
      type: "section",
      text: plain("With fields and a menu"),
      fields: ["One", "Two", "Three", "Four"].map(plain),
      accessory: { type: "overflow", action_id: "more", options },
    },
    { type: "divider" },
    { type: "context", elements: [plain("Small words below")] },
    {
      type: "rich_text",
      elements: [
        {
          type: "rich_text_section",
          elements: [{ type: "text", text: "Rich text", style: { bold: true } }],
        },
      ],
    },
    { type: "table", rows: [["Pool", "Tasks"].map(cell), ["4711", "3"].map(cell)] },
    {
      type: "actions",
      elements: [
        button("Approve", { style: "primary" }),
        button("Pause", { style: "danger", confirm }),
        button("Plain"),
      ],
    },
  ],
};
