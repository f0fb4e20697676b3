import { describe, expect, test } from "vitest";
import { richTextBlock } from "../../emulators/slack/block-kit/rich-text.ts";
import { documentOf } from "../../playground/page/src/rich-input/document-of.ts";
import { linkAddress } from "../../playground/page/src/rich-input/link-address.ts";
import { richTextOf } from "../../playground/page/src/rich-input/rich-text-of.ts";

type Json = { readonly [name: string]: unknown };

const rich = (...elements: Json[]) => ({ type: "rich_text", elements });
const text = (words: string, ...styles: string[]): Json => ({
  ...{ type: "text", text: words },
  ...(styles.length === 0 ? {} : { style: Object.fromEntries(styles.map((name) => [name, true])) }),
});
const section = (...elements: Json[]) => ({ type: "rich_text_section", elements });
const list = (style: string, indent: number, items: string[], more: Json = {}) => ({
  ...{ type: "rich_text_list", style, indent, border: 0, ...more },
  elements: items.map((item) => section(text(item))),
});

describe("what a rich text field holds is Slack's value, unchanged by being drawn and written again", () => {
  const values: readonly [what: string, value: Json][] = [
    ["a line", rich(section(text("look here")))],
    ["lines, one of them empty", rich(section(text("one\n\ntwo")))],
    [
      "styles, alone and together",
      rich(
        section(
          text("bold", "bold"),
          text(" and "),
          text("both", "bold", "italic"),
          text("gone", "strike"),
          text("x = 1", "code"),
        ),
      ),
    ],
    [
      "links, one of them without words of its own",
      rich(
        section({ type: "link", url: "https://example.com/a", text: "here" }, text(" or "), {
          type: "link",
          url: "https://example.com/b",
          style: { bold: true },
        }),
      ),
    ],
    [
      "lists in lists, which go on after them",
      rich(
        section(text("To do:\n")),
        list("ordered", 0, ["first"]),
        list("bullet", 1, ["inner", "other"]),
        list("ordered", 2, ["deep"]),
        list("ordered", 0, ["second"], { offset: 1 }),
        list("bullet", 0, ["another list"]),
      ),
    ],
    [
      "quotes and code between lines",
      rich(
        section(text("before\n")),
        { type: "rich_text_quote", elements: [text("said\nand "), text("meant", "italic")] },
        section(text("between\n")),
        { type: "rich_text_preformatted", elements: [text("if (x)\n\n  y()")], border: 0 },
        section(text("after")),
      ),
    ],
    [
      "mentions, emoji and dates, which are kept as the app gave them",
      rich(
        section(
          { type: "user", user_id: "U0RITA0001" },
          text(" "),
          { type: "emoji", name: "tada", unicode: "1f389" },
          { type: "date", timestamp: 1_796_000_000, format: "{date}", fallback: "a day" },
        ),
      ),
    ],
  ];
  test.each(values)("%s", (_what, value) => {
    expect(richTextOf(documentOf(value))).toEqual(value);
    expect(richTextBlock(value, "")).toEqual([]);
  });

  test("nothing is null, and a field with nothing but the line for the cursor holds nothing", () => {
    expect(richTextOf(documentOf(null))).toBeNull();
    expect(richTextOf(documentOf(rich(section())))).toBeNull();
  });

  test("two sections and a text in pieces become one, as Slack's client writes them", () => {
    const pieces = rich(section(text("a"), text("b")), section(text("c")));
    expect(richTextOf(documentOf(pieces))).toEqual(rich(section(text("ab\nc"))));
  });
});

describe("the address of a link", () => {
  test.each([
    ["https://example.com/a?b#c", "https://example.com/a?b#c"],
    ["example.com/a", "http://example.com/a"],
    [" rita@example.com ", "mailto:rita@example.com"],
    ["mailto:rita@example.com", "mailto:rita@example.com"],
    ["javascript:alert(1)", null],
    ["shoes", null],
    ["", null],
  ])("typed as %j is %j", (typed, url) => {
    expect(linkAddress(typed)).toBe(url);
  });
});
