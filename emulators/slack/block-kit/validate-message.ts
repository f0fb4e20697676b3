import { attachmentComplaints } from "./attachments.ts";
import { blocksOn } from "./blocks.ts";
import type { Complaint } from "./complaint.ts";
import { isList, isRecord, items, member } from "./json.ts";
import { metadataComplaints } from "./message-metadata.ts";
import { blockParts } from "./parts.ts";
import { failed, type Rule } from "./rule.ts";
import { totals } from "./totals.ts";
import { uniqueness } from "./uniqueness.ts";

const longestText = 40_000;
const messageBlocks = blocksOn("message", 50);

const textComplaints: Rule = (value, pointer) => {
  if (typeof value !== "string") {
    return [failed(pointer, "must provide a string", "type string")];
  }
  return value.length > longestText
    ? [
        {
          pointer,
          code: "msg_too_long",
          message: `must be less than ${longestText + 1} characters`,
          constraint: `max_length ${longestText}`,
        },
      ]
    : [];
};

const threadComplaints: Rule = (value, pointer) =>
  typeof value === "string" && /^\d{10}\.\d{6}$/.test(value)
    ? []
    : [
        {
          pointer,
          code: "invalid_thread_ts",
          message: "must be a message timestamp",
          constraint: "format 0000000000.000000",
        },
      ];

const rules: Readonly<Record<string, Rule>> = {
  text: textComplaints,
  blocks: messageBlocks,
  attachments: attachmentComplaints,
  metadata: metadataComplaints,
  thread_ts: threadComplaints,
};

const isBlank = (value: unknown): boolean => isRecord(value) && Object.keys(value).length === 0;

const hasNone = (value: unknown, isNothing = (_: unknown): boolean => false): boolean =>
  value === undefined || (isList(value) && value.every(isNothing));

const nothingToShow = (message: unknown): Complaint[] =>
  ["", undefined].some((nothing) => member(message, "text") === nothing) &&
  hasNone(member(message, "blocks")) &&
  hasNone(member(message, "attachments"), isBlank)
    ? [
        {
          pointer: "/text",
          code: "no_text",
          message: "must provide text, blocks or attachments",
          constraint: "required",
        },
      ]
    : [];

/**
 * All that Slack would refuse in a message to post or to update: its `text`, `blocks`, `attachments`, `metadata` and
 * `thread_ts`. Other arguments of the method are the method's business and are not looked at.
 */
export const validateMessage = (message: unknown): Complaint[] => {
  if (!isRecord(message)) return [failed("", "must provide an object", "type object")];
  const parts = [
    ...blockParts(message, ""),
    ...items(member(message, "attachments")).flatMap((one, i) =>
      blockParts(one, `/attachments/${i}`),
    ),
  ];
  return [
    ...nothingToShow(message),
    ...Object.entries(rules).flatMap(([key, rule]) => {
      const value = member(message, key);
      return value === undefined ? [] : rule(value, `/${key}`);
    }),
    ...uniqueness(parts),
    ...totals(parts),
  ];
};
