import { type DOMOutputSpec, Schema } from "prosemirror-model";
import type { JsonObject } from "../ui/json.ts";

/** Text that carries Slack's style of this name, and the HTML it is drawn as and pasted from. */
const styled = (tag: string, ...others: string[]) => ({
  parseDOM: [tag, ...others].map((each) => ({ tag: each })),
  toDOM: (): DOMOutputSpec => [tag, 0],
});

/** Words for a part that is no text: a mention, an emoji, a date. */
const partWords = ({ type, ...part }: JsonObject): string => {
  if (type === "emoji") return `:${part.name}:`;
  if (type === "broadcast") return `@${part.range}`;
  if (type === "date") return String(part.fallback ?? part.format);
  const named = part.user_id ?? part.usergroup_id ?? part.team_id;
  if (named !== undefined) return `@${named}`;
  return type === "channel" ? `#${part.channel_id}` : String(part.value ?? type);
};

/**
 * What a rich text field may hold: lines, lists with lists in them, quotes and blocks of code. Its document is turned into
 * Slack's value by `richTextOf` and back by `documentOf`.
 */
export const richSchema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      group: "block",
      content: "inline*",
      parseDOM: [{ tag: "p" }],
      toDOM: () => ["p", 0],
    },
    quote: {
      group: "block",
      content: "paragraph+",
      defining: true,
      parseDOM: [{ tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    code_block: {
      group: "block",
      content: "text*",
      marks: "",
      code: true,
      defining: true,
      parseDOM: [{ tag: "pre", preserveWhitespace: "full" }],
      toDOM: () => ["pre", 0],
    },
    bullet: {
      group: "block list",
      content: "item+",
      parseDOM: [{ tag: "ul" }],
      toDOM: () => ["ul", 0],
    },
    ordered: {
      group: "block list",
      content: "item+",
      attrs: { offset: { default: 0 } },
      parseDOM: [{ tag: "ol" }],
      toDOM: ({ attrs }) => ["ol", { start: Number(attrs.offset) + 1 }, 0],
    },
    item: {
      content: "paragraph list*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
    text: { group: "inline" },
    line_break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    // A part of Slack's that people cannot type here; it is kept as the app gave it.
    part: {
      inline: true,
      group: "inline",
      atom: true,
      attrs: { value: {} },
      toDOM: ({ attrs }) => ["span", { class: "mention" }, partWords(attrs.value)],
    },
  },
  marks: {
    link: {
      attrs: { url: {} },
      inclusive: false,
      parseDOM: [
        { tag: "a[href]", getAttrs: (link) => ({ url: link.getAttribute("href") ?? "" }) },
      ],
      toDOM: ({ attrs }) => ["span", { class: "typed-link", title: String(attrs.url) }, 0],
    },
    bold: styled("strong", "b"),
    italic: styled("em", "i"),
    strike: styled("s", "del"),
    underline: styled("u"),
    code: { ...styled("code"), code: true },
  },
});
