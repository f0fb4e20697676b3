import type { Complaint } from "./complaint.ts";
import { member } from "./json.ts";
import { elementParts, type Part } from "./parts.ts";
import { below, failed } from "./rule.ts";

const repeatedIds = (parts: readonly Part[], key: string): Complaint[] => {
  const seen = new Set<string>();
  return parts.flatMap(({ content, pointer }) => {
    const id = member(content, key);
    if (typeof id !== "string") return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [failed(below(pointer, key), `\`${key}\` "${id}" already exists`, "unique")];
  });
};

const secondFocus = (blocks: readonly Part[]): Complaint[] =>
  blocks
    .flatMap(elementParts)
    .filter(({ content }) => member(content, "focus_on_load") === true)
    .slice(1)
    .map(({ pointer }) =>
      failed(below(pointer, "focus_on_load"), "only one element can be focused", "unique"),
    );

/**
 * What must be unique among the blocks of one message or view: each `block_id`, each `action_id` within its block
 * (submissions are keyed by both), and the element that has the focus.
 */
export const uniqueness = (blocks: readonly Part[]): Complaint[] => [
  ...repeatedIds(blocks, "block_id"),
  ...blocks.flatMap((block) => repeatedIds(elementParts(block), "action_id")),
  ...secondFocus(blocks),
];
