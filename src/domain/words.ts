/** One word of a command, or one text in quotes. */
export type Word = {
  /** As typed, without its quotes. */
  readonly raw: string;
  /** Lower case, with every kind of dash as `-`; what keywords are compared with. */
  readonly key: string;
  readonly quoted: boolean;
};

const doubleQuotes = '"“”„‟«»';
const singleQuotes = "'‘’‚‛";
const dashes = /[‐‑‒–—―−]/gu;
/** Letters that show nothing and come along with copied text. */
const invisible = /\u200b|\u200c|\u200d|\u2060|\ufeff/gu;
/** Control characters, and those that turn the direction of a line and so could forge what is read. */
const forbidden = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const pieces = new RegExp(
  `[${doubleQuotes}]([^${doubleQuotes}]*)[${doubleQuotes}]` +
    `|(?<=^|\\s)[${singleQuotes}]([^${singleQuotes}]*)[${singleQuotes}](?=\\s|$)` +
    "|\\S+",
  "gu",
);

/** Slack escapes these three in what people type. */
const unescaped = (text: string): string =>
  text.replace(/&lt;/gu, "<").replace(/&gt;/gu, ">").replace(/&amp;/gu, "&");

/** Says whether a text has characters that a person cannot see and a command does not need. */
export const hasForbiddenCharacters = (text: string): boolean =>
  forbidden.test(text.replace(/[\t\n\r]/gu, " "));

/** Whether a word opens a quote that nothing closes. */
export const opensQuote = (word: Word): boolean =>
  !word.quoted && new RegExp(`^[${doubleQuotes}]`, "u").test(word.raw);

/** A text with quotes of all kinds taken out, safe to be put between straight ones. */
export const withoutQuotes = (text: string): string =>
  text.replace(new RegExp(`[${doubleQuotes}]`, "gu"), "");

/** Cuts a command into words and quoted texts. Typographic quotes and dashes count as their plain forms. */
export const wordsOf = (text: string): readonly Word[] =>
  [...text.replace(invisible, "").matchAll(pieces)].map(([whole, double, single]) => {
    const inside = double ?? single;
    const raw = unescaped((inside ?? whole).replace(/\s+/gu, " ").trim());
    return { raw, key: raw.toLowerCase().replace(dashes, "-"), quoted: inside !== undefined };
  });

/** Writes words back as they would be typed. */
export const typed = (words: readonly Word[]): string =>
  words.map((word) => (word.quoted ? `"${withoutQuotes(word.raw)}"` : word.raw)).join(" ");
