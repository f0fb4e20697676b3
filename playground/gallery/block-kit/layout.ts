import { marked, options, type Payload, picture, plain } from "./parts.ts";
import { formatted } from "./rich-text.ts";

const markdown = [
  "# Markdown :tada:",
  "**Bold**, _slanted_, **_both_**, ~~struck~~, `code` and a [link](https://toloka.example),",
  "with <@URITA> and a [bad link](javascript:alert(1))",
  "## A smaller heading",
  "1. first\n   - inner\n     - deep\n2. second",
  "",
  "- [x] priced\n- [ ] opened",
  "> a quote\n> - with a list",
  "",
  "```ts\nif (a < b) {\n  open();\n}\n```",
  "",
  "| Pool | Price |\n|:-----|------:|\n| *Shoes* | 0.04 |\n| Hats | 12.5 |",
  "",
  "---",
  "![A red shoe](https://shop.example/red.png) <b>no HTML</b>",
].join("\n");

/** Blocks that stand on every surface, by name. */
export const layoutBlocks: { readonly [name: string]: readonly Payload[] } = {
  header: [{ type: "header", text: plain("A header :tada:") }],
  section: [
    {
      type: "section",
      text: marked("*Bold*, _slanted_, ~struck~, `code`\n> quoted\n```as typed```"),
    },
    { type: "section", text: marked("<@URITA> in <#C1>, <!subteam^SLEADS>, <!here>") },
    {
      ...{ type: "section", text: plain("With fields and a menu") },
      fields: ["One", "Two", "Three", "Four"].map(plain),
      accessory: { type: "overflow", action_id: "more", options },
    },
  ],
  divider: [{ type: "divider" }],
  context: [{ type: "context", elements: [picture, plain("Small words"), marked("*below*")] }],
  image: [{ ...picture, title: plain("A picture with a title") }],
  rich_text: [formatted],
  video: [
    {
      ...{ type: "video", title: plain("How to label shoes"), alt_text: "A film about shoes" },
      thumbnail_url: "https://shop.example/film.png",
      ...{ video_url: "https://shop.example/film", title_url: "https://shop.example/film" },
      ...{ author_name: "Anna", provider_name: "Shop", description: plain("Two minutes long") },
    },
  ],
};

/** The block of messages alone that is written in Markdown. */
export const markdownBlock: Payload = { type: "markdown", text: markdown };
