/** Pieces of Block Kit for the tables of good and bad payloads. */
export type Json = Record<string, unknown>;

export const long = (length: number): string => "x".repeat(length);
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export const plain = (text = "words"): Json => ({ type: "plain_text", text });
export const mrkdwn = (text = "*words*"): Json => ({ type: "mrkdwn", text });
export const option = (value: string, over: Json = {}): Json => ({
  text: plain(value),
  value,
  ...over,
});
export const options = (count: number): Json[] => times(count, (i) => option(`v${i}`));

export const divider: Json = { type: "divider" };
export const section = (over: Json = {}): Json => ({ type: "section", text: plain(), ...over });
export const picture = (over: Json = {}): Json => ({
  type: "image",
  image_url: "https://example.com/cat.png",
  alt_text: "a cat",
  ...over,
});
export const button = (over: Json = {}): Json => ({ type: "button", text: plain(), ...over });
export const actions = (...elements: Json[]): Json => ({ type: "actions", elements });
export const input = (element: Json, over: Json = {}): Json => ({
  type: "input",
  label: plain("Question"),
  element,
  ...over,
});
export const confirm = (over: Json = {}): Json => ({
  title: plain(),
  text: mrkdwn(),
  confirm: plain(),
  deny: plain(),
  ...over,
});
export const richText = (text = "words"): Json => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});
export const rawText = (text = "cell"): Json => ({ type: "raw_text", text });
export const card = (over: Json = {}): Json => ({ type: "card", title: mrkdwn(), ...over });
export const task = (over: Json = {}): Json => ({
  type: "task_card",
  task_id: "t1",
  title: "Step",
  status: "pending",
  ...over,
});
export const chart = (over: Json = {}): Json => ({
  type: "data_visualization",
  title: "Answers",
  chart: {
    type: "bar",
    series: [{ name: "a", data: [{ label: "one", value: 1 }] }],
    axis_config: { categories: ["one"] },
  },
  ...over,
});

export const modal = (blocks: unknown, over: Json = {}): Json => ({
  type: "modal",
  title: plain("Title"),
  submit: plain("Go"),
  blocks,
  ...over,
});
export const home = (blocks: unknown, over: Json = {}): Json => ({ type: "home", blocks, ...over });
export const message = (...blocks: unknown[]): Json => ({ text: "words", blocks });

/** A modal that asks one question with the element. */
export const asking = (element: Json, over: Json = {}): Json => modal([input(element, over)]);
