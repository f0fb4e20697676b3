import { blocksOn } from "./blocks.ts";
import type { Complaint } from "./complaint.ts";
import { isList } from "./json.ts";
import type { Rule } from "./rule.ts";
import { flag, string } from "./scalar-rules.ts";
import { anything, list, object } from "./shape-rules.ts";

const boundless = Number.POSITIVE_INFINITY;
const words = string(boundless, 0);
const mostAttachments = 100;

const legacyWords = [
  "fallback",
  "color",
  "pretext",
  "author_name",
  "author_link",
  "author_icon",
  "author_subname",
  "title",
  "title_link",
  "text",
  "image_url",
  "thumb_url",
  "footer_icon",
  "callback_id",
] as const;

const attachment = object(
  {},
  {
    ...Object.fromEntries(legacyWords.map((key) => [key, words])),
    blocks: blocksOn("message", 50),
    footer: string(300, 0),
    fields: list(object({}, { title: words, value: words, short: flag }), boundless, 0),
    mrkdwn_in: list(words, boundless, 0),
    ts: anything,
    actions: anything,
  },
);

/** The secondary attachments of a message: at most 100, their blocks as strict as those of the message. */
export const attachmentComplaints: Rule = (value, pointer) => {
  const crowd: Complaint[] =
    isList(value) && value.length > mostAttachments
      ? [
          {
            pointer,
            code: "too_many_attachments",
            message: `no more than ${mostAttachments} items allowed`,
            constraint: `max_items ${mostAttachments}`,
          },
        ]
      : [];
  return [...crowd, ...list(attachment, boundless, 0)(value, pointer)];
};
