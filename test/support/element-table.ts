import type { Locator, Page } from "playwright-core";

type Json = { readonly [name: string]: unknown };

/** One kind of element: what Slack reports of it untouched, with an initial value, and after a person. */
export type ElementRow = {
  readonly type: string;
  /** Members besides type and action_id. */
  readonly element?: Json;
  /** Members that give it an initial value. */
  readonly initial: Json;
  /** States besides the type. */
  readonly untouched: Json;
  readonly begun: Json;
  readonly touched: Json;
  /** What a person does at it; `field` is its box in the form. */
  readonly act: (field: Locator, page: Page) => Promise<void>;
};

const option = (label: string) => ({
  text: { type: "plain_text", text: label, emoji: true },
  value: label.toLowerCase(),
});
const [boots, sandals, sneakers] = [option("Boots"), option("Sandals"), option("Sneakers")];
const options = [boots, sandals, sneakers];

const section = (...elements: Json[]): Json => ({ type: "rich_text_section", elements });
const styled = (text: string, style: string): Json => ({
  ...{ type: "text", text, style: { [style]: true } },
});

/** Rich text of one line, some of it bold or a link. */
const rich = (...elements: Json[]): Json => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});

const begunRich: Json = {
  type: "rich_text",
  elements: [
    section({ type: "text", text: "See " }, { type: "link", url: "https://example.com/a" }),
    { type: "rich_text_quote", elements: [{ type: "text", text: "said" }] },
  ],
};

const typed =
  (text: string) =>
  async (field: Locator, page: Page): Promise<void> => {
    await field.getByRole("textbox").click();
    await page.keyboard.type(text);
  };

const picked =
  (...labels: string[]) =>
  async (field: Locator, page: Page): Promise<void> => {
    for (const label of labels) {
      await field.getByRole("combobox").click();
      await page.keyboard.type(label);
      // Faster than the list: the words that were typed count, not what it showed before.
      await page.keyboard.press("Enter");
      await field.getByRole("listbox").waitFor({ state: "detached" });
    }
  };

const set =
  (selector: string, value: string) =>
  async (field: Locator): Promise<void> => {
    await field.locator(selector).fill(value);
  };

const text = (type: string, begun: string, touched: string, element?: Json): ElementRow => ({
  type,
  ...(element === undefined ? {} : { element }),
  initial: { initial_value: begun },
  untouched: { value: null },
  begun: { value: begun },
  touched: { value: touched },
  act: typed(touched),
});

const many = { selected_options: [] };
const one = { selected_option: null };

/**
 * Every element that keeps a state in a form, by Slack's reference. The members are those of Bolt's
 * `ViewStateValue`; untouched ones are null or empty lists, initial values are reported as given
 * (docs.slack.dev/reference/views, "state").
 */
export const elementRows: readonly ElementRow[] = [
  text("plain_text_input", "Shoes", "Which shoes?"),
  text("plain_text_input", "one\ntwo", "more lines", { multiline: true }),
  text("number_input", "5", "-2.5", { is_decimal_allowed: true }),
  text("email_text_input", "a@example.com", "rita@example.com"),
  text("url_text_input", "https://example.com/a", "https://example.com/b"),
  {
    type: "rich_text_input",
    initial: { initial_value: rich({ type: "text", text: "old", style: { bold: true } }) },
    untouched: { rich_text_value: null },
    begun: { rich_text_value: rich({ type: "text", text: "old", style: { bold: true } }) },
    touched: { rich_text_value: rich({ type: "text", text: "look here" }) },
    act: typed("look here"),
  },
  {
    type: "rich_text_input",
    initial: { initial_value: begunRich },
    untouched: { rich_text_value: null },
    begun: { rich_text_value: begunRich },
    touched: {
      rich_text_value: {
        type: "rich_text",
        elements: [
          section({ type: "text", text: "plain " }, styled("bold", "bold"), {
            type: "text",
            text: "\n",
          }),
          {
            ...{ type: "rich_text_list", style: "ordered", indent: 0, border: 0 },
            elements: [section({ type: "text", text: "first" })],
          },
          {
            ...{ type: "rich_text_list", style: "bullet", indent: 1, border: 0 },
            elements: [section({ type: "text", text: "inner" })],
          },
          { type: "rich_text_quote", elements: [styled("said", "italic")] },
          {
            ...{ type: "rich_text_preformatted", border: 0 },
            elements: [{ type: "text", text: "x = 1\n  y" }],
          },
        ],
      },
    },
    act: async (field, page) => {
      await field.getByRole("textbox").click();
      const { keyboard } = page;
      await keyboard.type("plain ");
      await keyboard.press("Control+b");
      await keyboard.type("bold");
      await keyboard.press("Control+b");
      await keyboard.press("Enter");
      await field.getByRole("button", { name: "Ordered list" }).click();
      await keyboard.type("first");
      await keyboard.press("Enter");
      await keyboard.press("Tab");
      await keyboard.press("Control+Shift+8");
      await keyboard.type("inner");
      // Enter on an empty item leads out of its list, one list at a time.
      for (let time = 0; time < 3; time += 1) await keyboard.press("Enter");
      await keyboard.type("> _said_");
      for (let time = 0; time < 2; time += 1) await keyboard.press("Enter");
      await field.getByRole("button", { name: "Code block" }).click();
      await keyboard.type("x = 1");
      await keyboard.press("Enter");
      await keyboard.type("  y");
    },
  },
  {
    type: "static_select",
    element: { options },
    initial: { initial_option: sandals },
    untouched: one,
    begun: { selected_option: sandals },
    touched: { selected_option: sneakers },
    act: picked("Sneakers"),
  },
  {
    type: "static_select",
    element: {
      option_groups: [
        { label: { type: "plain_text", text: "High" }, options: [boots] },
        { label: { type: "plain_text", text: "Low" }, options: [sandals, sneakers] },
      ],
    },
    initial: { initial_option: boots },
    untouched: one,
    begun: { selected_option: boots },
    touched: { selected_option: sandals },
    act: picked("Sandals"),
  },
  {
    type: "multi_static_select",
    element: { options },
    initial: { initial_options: [boots] },
    untouched: many,
    begun: { selected_options: [boots] },
    touched: { selected_options: [sandals, boots] },
    act: picked("Sandals", "Boots"),
  },
  {
    type: "external_select",
    element: { min_query_length: 2 },
    initial: { initial_option: boots },
    untouched: one,
    begun: { selected_option: boots },
    touched: { selected_option: sandals },
    act: picked("Sandals"),
  },
  {
    type: "multi_external_select",
    element: { min_query_length: 2 },
    initial: { initial_options: [boots] },
    untouched: many,
    begun: { selected_options: [boots] },
    touched: { selected_options: [sneakers] },
    act: picked("Sneakers"),
  },
  {
    type: "users_select",
    initial: { initial_user: "U0ALAN0001" },
    untouched: { selected_user: null },
    begun: { selected_user: "U0ALAN0001" },
    touched: { selected_user: "U0ANNA0001" },
    act: picked("Anna"),
  },
  {
    type: "multi_users_select",
    initial: { initial_users: ["U0ALAN0001"] },
    untouched: { selected_users: [] },
    begun: { selected_users: ["U0ALAN0001"] },
    touched: { selected_users: ["U0ANNA0001", "U0LENA0001"] },
    act: picked("Anna", "Lena"),
  },
  {
    type: "channels_select",
    initial: { initial_channel: "C0GENERAL1" },
    untouched: { selected_channel: null },
    begun: { selected_channel: "C0GENERAL1" },
    touched: { selected_channel: "C0LABELS01" },
    act: picked("labelling"),
  },
  {
    type: "multi_channels_select",
    initial: { initial_channels: ["C0GENERAL1"] },
    untouched: { selected_channels: [] },
    begun: { selected_channels: ["C0GENERAL1"] },
    touched: { selected_channels: ["C0LABELS01"] },
    act: picked("labelling"),
  },
  {
    type: "conversations_select",
    initial: { initial_conversation: "C0GENERAL1" },
    untouched: { selected_conversation: null },
    begun: { selected_conversation: "C0GENERAL1" },
    touched: { selected_conversation: "C0LABELS01" },
    act: picked("labelling"),
  },
  {
    type: "multi_conversations_select",
    initial: { initial_conversations: ["C0GENERAL1"] },
    untouched: { selected_conversations: [] },
    begun: { selected_conversations: ["C0GENERAL1"] },
    touched: { selected_conversations: ["C0LABELS01", "C0GENERAL1"] },
    act: picked("labelling", "general"),
  },
  {
    type: "datepicker",
    initial: { initial_date: "2026-12-01" },
    untouched: { selected_date: null },
    begun: { selected_date: "2026-12-01" },
    touched: { selected_date: "2026-12-24" },
    act: set("input", "2026-12-24"),
  },
  {
    type: "timepicker",
    initial: { initial_time: "09:30" },
    untouched: { selected_time: null },
    begun: { selected_time: "09:30" },
    touched: { selected_time: "18:05" },
    act: set("input", "18:05"),
  },
  {
    type: "datetimepicker",
    initial: { initial_date_time: 1_796_144_400 },
    untouched: { selected_date_time: null },
    begun: { selected_date_time: 1_796_144_400 },
    // Half past four in Belgrade, where rita is.
    touched: { selected_date_time: Date.parse("2026-12-24T15:30:00Z") / 1_000 },
    act: set("input", "2026-12-24T16:30"),
  },
  {
    type: "radio_buttons",
    element: { options },
    initial: { initial_option: boots },
    untouched: one,
    begun: { selected_option: boots },
    touched: { selected_option: sandals },
    act: (field) => field.getByRole("radio", { name: "Sandals" }).check(),
  },
  {
    type: "checkboxes",
    element: { options },
    initial: { initial_options: [boots] },
    untouched: many,
    begun: { selected_options: [boots] },
    touched: { selected_options: [sneakers, boots] },
    act: async (field) => {
      await field.getByRole("checkbox", { name: "Sneakers" }).check();
      await field.getByRole("checkbox", { name: "Boots" }).check();
    },
  },
];
