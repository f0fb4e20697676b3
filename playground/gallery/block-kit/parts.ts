/** A JSON object of Block Kit. */
export type Payload = { readonly [key: string]: unknown };

export const plain = (text: string): Payload => ({ type: "plain_text", text });

export const marked = (text: string): Payload => ({ type: "mrkdwn", text });

/** An option whose value is its text. */
const option = (text: string): Payload => ({ text: plain(text), value: text });

export const options: readonly Payload[] = ["Boots", "Sandals", "Sneakers"].map(option);

export const placeholder: Payload = plain("Choose");

/** A button whose id is its text. */
export const button = (text: string, more: Payload = {}): Payload => ({
  ...{ type: "button", text: plain(text), action_id: text },
  ...more,
});

/** The question before something that cannot be taken back. */
export const confirm: Payload = {
  title: plain("Are you sure?"),
  text: plain("The pool closes."),
  confirm: plain("Pause"),
  deny: plain("Keep"),
};

/** A picture as an element; it is named, because nothing is loaded from outside. */
export const picture: Payload = {
  type: "image",
  image_url: "https://shop.example/boots.png",
  alt_text: "A pair of boots",
};

const leaf = (text: string, style?: Payload): Payload => ({
  type: "text",
  text,
  ...(style === undefined ? {} : { style }),
});

/** A line of formatted text. */
export const line = (...elements: readonly (Payload | string)[]): Payload => ({
  type: "rich_text_section",
  elements: elements.map((element) => (typeof element === "string" ? leaf(element) : element)),
});

/** A word of formatted text in one or more styles. */
export const styled = (text: string, ...styles: readonly string[]): Payload =>
  leaf(text, Object.fromEntries(styles.map((style) => [style, true])));

/** A block of formatted text. */
export const richText = (...elements: readonly Payload[]): Payload => ({
  type: "rich_text",
  elements,
});
