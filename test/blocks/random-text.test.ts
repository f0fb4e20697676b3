import fc from "fast-check";
import { expect, test } from "vitest";
import { refusalText } from "../../blocks/refusal-text.ts";
import {
  code,
  escapeText,
  marked,
  mention,
  mentionGroup,
  plain,
  quoted,
  short,
} from "../../blocks/text.ts";

/** Random texts of any characters, sprinkled with what Slack gives a meaning. */
const piece = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom(
    "<!channel>",
    "<!here>",
    "<@U1>",
    "<#C1>",
    "<http://a|b>",
    "`",
    "*",
    "_",
    "~",
    ">",
  ),
  fc.constantFrom(
    "\u202E",
    "\u2066",
    "\u200B",
    "\uFEFF",
    "\uD83D",
    "\0",
    "\r\n",
    "😀",
    "&lt;",
    "|",
  ),
);
const text = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(""));

/** Ways of foreign text into a message, with the most characters each may give, entities counted once. */
const ways: readonly (readonly [string, (text: string) => string, number])[] = [
  ["escapeText", escapeText, Number.POSITIVE_INFINITY],
  ["short", (value) => short(value, 40), 40],
  ["marked", (value) => marked(value, 40), 40],
  ["quoted", (value) => quoted(value, 40), 42],
  ["mention", (value) => mention(value), 40],
  ["mentionGroup", (value) => mentionGroup(value), 40],
];

const shown = (written: string): string => written.replace(/&(?:amp|lt|gt);/g, ".");

const runs = { numRuns: 100_000 / (ways.length + 2) };

test.each(ways)(
  "%s lets no control token, mark or hidden character through",
  (_name, way, most) => {
    fc.assert(
      fc.property(text, (value) => {
        const written = way(value);
        expect(written).not.toMatch(/[<>`*~\n\r]|&(?!(?:amp|lt|gt);)/);
        expect(written).not.toMatch(/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cc}]/u);
        expect(written.isWellFormed()).toBe(true);
        expect(shown(written).length).toBeLessThanOrEqual(most);
      }),
      runs,
    );
  },
);

test("code holds exactly one pair of code marks and no token", () => {
  fc.assert(
    fc.property(text, (value) => {
      const written = code(value, 40);
      if (written === "(empty)") return;
      expect(written).toMatch(/^`[^`<>\n\r]*`$/);
      expect(shown(written).length).toBeLessThanOrEqual(42);
    }),
    runs,
  );
});

test("a plain text keeps Slack's limit and is never empty; a refusal is text", () => {
  fc.assert(
    fc.property(text, (value) => {
      const made = plain(value, 75);
      expect(made.text.length).toBeGreaterThan(0);
      expect(made.text.length).toBeLessThanOrEqual(75);
      expect(made.text).not.toMatch(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u);
      const refusal = { understood: value, wrong: value, next: value, suggestion: value };
      expect(refusalText(refusal)).toContain("What to do");
    }),
    runs,
  );
});
