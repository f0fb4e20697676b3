import { accessory, actionElement, inputElement } from "./elements.ts";
import { picture } from "./image-parts.ts";
import { member } from "./json.ts";
import { layout } from "./layout.ts";
import { below, every, failed, type Rule } from "./rule.ts";
import { flag, httpsUrl, oneOf, string, webUrl } from "./scalar-rules.ts";
import { list, someOf, tagged } from "./shape-rules.ts";
import type { Surface } from "./surface.ts";
import { anyText, plainText, textMembers } from "./text-objects.ts";

const boundless = Number.POSITIVE_INFINITY;

/** Up to 25 elements to act on. */
export const actions = (surface: Surface): Rule =>
  layout({ elements: list(actionElement(surface), 25) });

/** Text, up to 10 fields, or both, with an element at the right. */
export const section = (surface: Surface): Rule =>
  every(
    layout(
      {},
      {
        text: anyText(3000),
        fields: list(anyText(2000), 10),
        accessory: accessory(surface),
        expand: flag,
      },
    ),
    someOf("text", "fields"),
  );

const noDispatchOfFiles: Rule = (value, pointer) =>
  member(member(value, "element"), "type") === "file_input" &&
  member(value, "dispatch_action") === true
    ? [failed(below(pointer, "dispatch_action"), "not allowed with file_input", "dispatch_action")]
    : [];

/** A question with its field. */
export const input = (surface: Surface): Rule =>
  every(
    layout(
      { label: plainText(2000), element: inputElement(surface) },
      { hint: plainText(2000), optional: flag, dispatch_action: flag },
    ),
    noDispatchOfFiles,
  );

/** Up to 10 small texts and pictures. */
export const context: Rule = layout({
  elements: list(tagged({ ...textMembers, image: picture() }), 10),
});

/** A line. */
export const divider: Rule = layout({});

/** A large line of text. */
export const header: Rule = layout({ text: plainText(150) });

/** A large picture. */
export const image: Rule = picture({ block_id: string(255), title: plainText(2000) });

/** A coloured notice. */
export const alert: Rule = layout(
  { text: anyText(200) },
  { level: oneOf("default", "info", "warning", "error", "success") },
);

/** Markdown; its 12,000 characters are counted over the whole message, not here. */
export const markdown: Rule = layout({ text: string(boundless) });

/** A player; title and author must be *less* than 200 and 50 characters. */
export const video: Rule = layout(
  { alt_text: string(2000), title: plainText(199), thumbnail_url: webUrl, video_url: httpsUrl },
  {
    title_url: httpsUrl,
    author_name: string(49),
    provider_name: string(boundless),
    provider_icon_url: webUrl,
    description: plainText(),
  },
);
