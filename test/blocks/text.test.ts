import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { message, section } from "../../blocks/block.ts";
import {
  code,
  count,
  counted,
  cut,
  cutMarkup,
  dollars,
  escapeText,
  marked,
  mention,
  mentionGroup,
  mrkdwn,
  packLines,
  plain,
  quoted,
  several,
  short,
  unmarked,
} from "../../blocks/text.ts";
import { dateToken, utc, when } from "../../blocks/times.ts";
import { validateMessage } from "../../emulators/slack/block-kit/validate-message.ts";
import { friday } from "../../playground/gallery/samples.ts";

describe("foreign text in mrkdwn", () => {
  test.each([
    ["a channel cannot be called", "<!channel> look", "&lt;!channel&gt; look"],
    ["a person cannot be mentioned", "<@U123ABC>", "&lt;@U123ABC&gt;"],
    ["a link cannot be made", "<http://evil|good>", "&lt;http://evil|good&gt;"],
    ["an entity is shown as typed", "&lt;!here&gt;", "&amp;lt;!here&amp;gt;"],
    ["bold cannot be forged", "*approved*", "∗approved∗"],
    ["code cannot be forged", "`x`", "ˋxˋ"],
    ["strike cannot be forged", "~x~", "∼x∼"],
    ["italics cannot be forged", "_x_ but shoes_pool_1", "ˍxˍ but shoes_pool_1"],
    ["no underline of several is left", "__x__ 木_村_ 1_x _", "ˍˍxˍˍ 木_村ˍ 1_x ˍ"],
    ["an emoji cannot be forged", ":white_check_mark: 12:30", "∶white_check_mark: 12:30"],
    ["a quote cannot be forged", ">> said", "›› said"],
    ["a line cannot be started", "a\n\n*[PRODUCTION]*\tb", "a ∗[PRODUCTION]∗ b"],
    ["the reading direction cannot be turned", "a\u202Eb\u2066c\u200Fd", "abcd"],
    ["nothing invisible stays", "a\u200B\u200D\u2060\uFEFF\u00AD\u3164b", "ab"],
    ["half a character is replaced", "a\uD83D", "a\uFFFD"],
    ["control characters become spaces", "a\u0000\u0007b", "a b"],
  ])("%s", (_, typed, shown) => {
    expect(escapeText(typed)).toBe(shown);
  });

  test("a name cannot close its own quotation marks", () => {
    expect(quoted("x” · “REQ-1")).toBe('“x" · "REQ-1”');
  });

  test("a value between code marks keeps its signs but cannot leave them", () => {
    expect([code("a_*b*`<@U1>"), code(" \u200b ")]).toEqual(["`a_*b*ˋ&lt;@U1&gt;`", "(empty)"]);
  });

  test("nothing left becomes a dash", () => {
    expect([short("\u200b", 10), plain("  ", 10)]).toEqual([
      "–",
      { type: "plain_text", text: "–", emoji: false },
    ]);
  });

  test("plain text keeps its words and its lines, whatever ended them", () => {
    expect(plain("a\r\nb\rc\nd", 20)).toEqual({
      type: "plain_text",
      text: "a\nb\nc\nd",
      emoji: false,
    });
  });

  test("the marks of a sentence of ours become quotation marks, others stay", () => {
    expect(unmarked("*Shoes* and *x y*, 2 * 3\n* 4")).toBe("“Shoes” and “x y”, 2 * 3\n* 4");
    expect(marked("*<@U1>* is *out*", 9)).toBe("“&lt;@U1&gt;” …");
  });

  test("our own words are sent as they are, and Slack makes no links of them", () => {
    expect([mrkdwn("*a* <@U1>"), mrkdwn("")]).toEqual([
      { type: "mrkdwn", text: "*a* <@U1>", verbatim: true },
      { type: "mrkdwn", text: "–", verbatim: true },
    ]);
  });
});

describe("cutting", () => {
  test.each([
    ["abcdef", 6, "abcdef"],
    ["abcdef", 4, "abc…"],
    ["ab😀😀", 4, "ab…"],
    ["ab😀😀", 5, "ab😀…"],
  ])("%s at %i is %s", (text, max, expected) => {
    expect(cut(text, max)).toBe(expected);
  });

  test("markup is never cut inside a token or an entity", () => {
    const parts = fc.constantFrom("<@U123ABC>", "&amp;", "&lt;", "`code` ", "word ", "😀");
    fc.assert(
      fc.property(fc.array(parts), fc.integer({ min: 2, max: 60 }), (list, max) => {
        const shown = cutMarkup(list.join(""), max);
        expect(shown.length).toBeLessThanOrEqual(max);
        expect(
          shown.replace(/<@U123ABC>|&amp;|&lt;|`code`( |…$|$)|word |😀|w?o?r?d?…$/gu, ""),
        ).toBe("");
        expect(shown.isWellFormed()).toBe(true);
      }),
    );
  });

  test("lines are packed in order, and none is lost", () => {
    expect(packLines(["aaa", "bbb", "cccc", "dddddddddddd"], 8)).toEqual([
      "aaa\nbbb",
      "cccc",
      "ddddddd…",
    ]);
    // Filled to the last character, and one over.
    expect([packLines(["aaa", "bbbb"], 8), packLines(["aaaa", "bbbb"], 8)]).toEqual([
      ["aaa\nbbbb"],
      ["aaaa", "bbbb"],
    ]);
  });

  test("a text of exactly the limit is not cut", () => {
    expect([cutMarkup("<@U1>", 5), cutMarkup("abc <@U1>", 8)]).toEqual(["<@U1>", "abc …"]);
  });

  test("a long list ends with the number of the others", () => {
    expect([2, 3, 4].map((max) => several(["a", "b", "c"], max))).toEqual([
      "a, b and 1 more",
      "a, b, c",
      "a, b, c",
    ]);
    expect(several(["a", "b", "c", "d"], 3)).toBe("a, b, c and 1 more");
  });

  test("things are counted in words", () => {
    expect([
      count(12_000),
      counted(1, "row"),
      counted(0, "row"),
      counted(1200, "row"),
      counted(2, "entry", "entries"),
      counted(1, "entry", "entries"),
    ]).toEqual(["12,000", "1 row", "0 rows", "1,200 rows", "2 entries", "1 entry"]);
  });
});

test("money is exact", () => {
  expect([40_000, 23_322_000, -10_400_000, 0].map(dollars)).toEqual([
    "$0.04",
    "$23.322",
    "-$10.40",
    "$0.00",
  ]);
});

test("only ids become mentions", () => {
  expect([
    mention("U123ABC"),
    mention("U1|x> <!here"),
    mentionGroup("S123"),
    mentionGroup("here"),
    mention("xU123"),
    mention("W123|here"),
    mentionGroup("xS123"),
    mentionGroup("S123|here"),
    mention("U1"),
    mentionGroup("S1"),
  ]).toEqual([
    "<@U123ABC>",
    "U1|x&gt; &lt;!here",
    "<!subteam^S123>",
    "here",
    "xU123",
    "W123|here",
    "xS123",
    "S123|here",
    "U1",
    "S1",
  ]);
});

test("times are told in the reader's zone and in UTC, and a broken one in words", () => {
  const token = "<!date^1795795200^{date_short_pretty} {time}|2026-11-27 16:00 UTC>";
  expect([
    dateToken(friday),
    when(friday),
    utc(new Date(Number.NaN)),
    when(new Date(8e15)),
  ]).toEqual([token, `${token} (2026-11-27 16:00 UTC)`, "an unknown time", "an unknown time"]);
});

test("a message never grows over Slack's limits", () => {
  const grown = message(
    "x".repeat(5000),
    Array.from({ length: 80 }, () => section("y".repeat(5000))),
  );
  expect([grown.text.length, grown.blocks.length, validateMessage(grown)]).toEqual([3000, 50, []]);
});
