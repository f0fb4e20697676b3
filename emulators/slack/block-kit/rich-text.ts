import { userId } from "./button-elements.ts";
import type { Rule } from "./rule.ts";
import { anyUrl, flag, formatted, integer, oneOf, string } from "./scalar-rules.ts";
import { anything, list, object, tagged } from "./shape-rules.ts";

type Members = Readonly<Record<string, Rule>>;

const boundless = Number.POSITIVE_INFINITY;
const words = string(boundless);
const id = (prefix: string) =>
  formatted(
    `id that starts with ${prefix}`,
    (text) => /^[A-Z][A-Z0-9]+$/.test(text) && prefix.includes(text[0] ?? ""),
  );

const style = object({}, { bold: flag, italic: flag, strike: flag, underline: flag, code: flag });

const leaf = (need: Members, may: Members = {}): Rule =>
  object({ type: anything, ...need }, { style, ...may });

const text = leaf({ text: words });
const link = leaf({ url: anyUrl }, { text: string(boundless, 0), unsafe: flag });

const leaves = tagged({
  text,
  link,
  broadcast: leaf({ range: oneOf("here", "channel", "everyone") }),
  channel: leaf({ channel_id: id("CGD") }),
  color: leaf({ value: formatted("#RRGGBB", (hex) => /^#[0-9A-Fa-f]{6}$/.test(hex)) }),
  date: leaf({ timestamp: integer(0), format: words }, { url: anyUrl, fallback: words }),
  emoji: leaf({ name: words }, { unicode: words, url: anyUrl }),
  team: leaf({ team_id: id("T") }),
  user: leaf({ user_id: userId }),
  usergroup: leaf({ usergroup_id: id("S") }),
});

// Slack takes empty paragraphs: people make them by pressing return twice.
const line = list(leaves, boundless, 0);
const border = integer(0, 1);
const section = object({ type: anything, elements: line });

const part = tagged({
  rich_text_section: section,
  rich_text_list: object(
    {
      type: anything,
      style: oneOf("bullet", "ordered"),
      elements: list(tagged({ rich_text_section: section })),
    },
    { indent: integer(0, 8), offset: integer(0), border },
  ),
  rich_text_quote: object({ type: anything, elements: line }, { border }),
  rich_text_preformatted: object(
    { type: anything, elements: list(tagged({ text, link }), boundless, 0) },
    { border, language: words },
  ),
});

/** The members of a rich text block, without the question whether its type is right. */
export const richTextShape: Rule = object(
  { type: anything, elements: list(part, boundless, 0) },
  { block_id: string(255) },
);

/** Formatted text as a value: in a cell, a title or a field. */
export const richTextBlock: Rule = tagged({ rich_text: richTextShape });
