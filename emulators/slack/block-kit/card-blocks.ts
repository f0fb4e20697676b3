import { button } from "./button-elements.ts";
import { picture } from "./image-parts.ts";
import { member } from "./json.ts";
import { layout } from "./layout.ts";
import { richTextBlock } from "./rich-text.ts";
import { below, every, failed, type Rule } from "./rule.ts";
import { flag, oneOf } from "./scalar-rules.ts";
import { list, someOf, tagged } from "./shape-rules.ts";
import { anyText, plainText } from "./text-objects.ts";

const pictureElement = tagged({ image: picture() });

/** A card; it needs at least one of its four large parts. The reference named 2 buttons at first, later 3. */
export const card: Rule = every(
  layout(
    {},
    {
      hero_image: pictureElement,
      icon: pictureElement,
      title: anyText(150),
      subtitle: anyText(150),
      body: anyText(200),
      actions: list(tagged({ button }), 3),
    },
  ),
  someOf("hero_image", "title", "actions", "body"),
);

/** 1 to 10 cards side by side. */
export const carousel: Rule = layout({ elements: list(tagged({ card }), 10) });

const collapsedNeedsCollapsible: Rule = (value, pointer) =>
  member(value, "default_collapsed") === true && member(value, "is_collapsible") !== true
    ? [
        failed(
          below(pointer, "default_collapsed"),
          "requires is_collapsible to be true",
          "is_collapsible",
        ),
      ]
    : [];

/** Up to 10 blocks under a title; `child` says which blocks may stand in it. */
export const container = (child: Rule): Rule =>
  every(
    layout(
      { child_blocks: list(child, 10) },
      {
        title: plainText(150),
        rich_text_title: richTextBlock,
        subtitle: anyText(150),
        icon: pictureElement,
        width: oneOf("narrow", "standard", "wide", "full"),
        is_collapsible: flag,
        default_collapsed: flag,
        has_header_divider: flag,
      },
    ),
    someOf("title", "rich_text_title"),
    collapsedNeedsCollapsible,
  );
