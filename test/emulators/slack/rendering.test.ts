import { describe, expect, test } from "vitest";
import { defaultSeed } from "../../../emulators/slack/default-seed.ts";
import { renderBlocks } from "../../../emulators/slack/rendering/block-text.ts";
import { renderDateToken } from "../../../emulators/slack/rendering/date-token.ts";
import { renderMrkdwn } from "../../../emulators/slack/rendering/mrkdwn.ts";
import { createClock } from "../../../emulators/slack/world/clock.ts";
import { createIds } from "../../../emulators/slack/world/ids.ts";
import { createWorld } from "../../../emulators/slack/world/world.ts";

const NOW_MS = Date.UTC(2026, 10, 23, 12, 0);
const clock = createClock(() => NOW_MS);
const world = createWorld(defaultSeed, createIds(clock), NOW_MS);
const reader = { world, tz: "Europe/Belgrade", nowMs: NOW_MS };
const at = Date.UTC(2026, 10, 22, 23, 30, 5) / 1000;

describe("what a person reads", () => {
  test.each([
    ["{date_num}", "2026-11-23"],
    ["{date}", "November 23rd, 2026"],
    ["{date_short}", "Nov 23, 2026"],
    ["{date_long}", "Monday, November 23rd, 2026"],
    ["{date_pretty} at {time}", "today at 12:30 AM"],
    ["{date_short_pretty}", "today"],
    ["{time_secs}", "12:30:05 AM"],
    ["{ago}", "12 hours ago"],
    ["{nonsense}", "{nonsense}"],
  ])("the date token %s is %s in Belgrade", (format, text) => {
    expect(renderDateToken(at, format, reader)).toBe(text);
  });

  test.each([
    ["*bold* _it_ `code`", "*bold* _it_ `code`"],
    ["<@U0ALAN0001> and <@U0NOBODY01|ghost>", "@alan and @ghost"],
    ["<#C0LABELS01> <#C0NOWHERE1|gone>", "#labelling #gone"],
    ["<!here> <!channel>", "@here @channel"],
    ["<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2"],
    ["<https://example.com|the page>", "the page"],
    ["<!date^soon^{date}|later>", "later"],
    ["1 &lt; 2 &amp;&amp; &lt;!here&gt;", "1 < 2 && <!here>"],
  ])("the text %s is read as %s", (text, read) => {
    expect(renderMrkdwn(text, reader)).toBe(read);
  });

  test("blocks are read from top to bottom", () => {
    const plain = (text: string) => ({ type: "plain_text", text });
    const blocks = [
      { type: "header", text: plain("Run") },
      {
        type: "section",
        text: { type: "mrkdwn", text: "*Price* 0.02" },
        fields: [plain("a <b>"), plain("c")],
        accessory: { type: "button", text: plain("Edit") },
      },
      { type: "divider" },
      { type: "context", elements: [plain("by"), { type: "image", alt_text: "face" }] },
      { type: "input", label: plain("Name"), element: { type: "plain_text_input" } },
      {
        type: "rich_text",
        elements: [
          { type: "rich_text_section", elements: [{ type: "user", user_id: "U0RITA0001" }] },
          {
            type: "rich_text_list",
            style: "bullet",
            elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "one" }] }],
          },
        ],
      },
      {
        type: "table",
        rows: [
          [
            { type: "raw_text", text: "x" },
            { type: "raw_text", text: "y" },
          ],
        ],
      },
      { type: "alert", level: "warning", text: plain("Careful") },
    ];
    expect(renderBlocks(blocks, reader).split("\n")).toEqual([
      "Run",
      "*Price* 0.02",
      "a <b>",
      "c",
      "[Edit]",
      "---",
      "by [image: face]",
      "[Name]",
      "@rita",
      "• one",
      "x | y",
      "Careful",
    ]);
  });
});
