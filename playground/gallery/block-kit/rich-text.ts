import { line, type Payload, richText, styled } from "./parts.ts";

const list = (style: string, indent: number, ...items: readonly string[]): Payload => ({
  ...{ type: "rich_text_list", style, indent },
  elements: items.map((item) => line(item)),
});

/** Formatted text with each of its parts. */
export const formatted: Payload = richText(
  line(
    styled("Bold", "bold"),
    ", ",
    styled("slanted", "italic"),
    ", ",
    styled("struck", "strike"),
    ", ",
    styled("code", "code"),
    " and ",
    styled("both", "bold", "italic"),
  ),
  line(
    { type: "user", user_id: "URITA" },
    " in ",
    { type: "channel", channel_id: "C1" },
    " calls ",
    { type: "usergroup", usergroup_id: "SLEADS" },
    ", ",
    { type: "broadcast", range: "here" },
    " ",
    { type: "emoji", name: "tada" },
    " ",
    { type: "color", value: "#0B3D2E" },
    " of ",
    { type: "team", team_id: "T1" },
  ),
  line({ type: "link", url: "https://toloka.example", text: "a link" }, ", ", {
    ...{ type: "date", timestamp: 1795795200, format: "{date_long} {time}" },
    fallback: "27 November 2026",
  }),
  list("bullet", 0, "One", "Two"),
  list("bullet", 1, "Two and a half"),
  list("ordered", 0, "First", "Second"),
  { type: "rich_text_quote", elements: [{ type: "text", text: "Quoted" }] },
  { type: "rich_text_preformatted", elements: [{ type: "text", text: "as  typed" }] },
);
