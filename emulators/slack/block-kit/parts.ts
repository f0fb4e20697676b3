import { items, member } from "./json.ts";
import { below } from "./rule.ts";

/** A block or an element together with where it stands. */
export type Part = { content: unknown; pointer: string };

const members = (value: unknown, key: string, pointer: string): Part[] =>
  items(member(value, key)).map((content, i) => ({
    content,
    pointer: below(below(pointer, key), i),
  }));

const inner = (part: Part): Part[] => {
  switch (member(part.content, "type")) {
    case "container":
      return members(part.content, "child_blocks", part.pointer);
    case "carousel":
      return members(part.content, "elements", part.pointer);
    default:
      return [];
  }
};

/** All blocks in the member `blocks` of a view, message or attachment, also those in containers and carousels. */
export const blockParts = (owner: unknown, pointer: string): Part[] =>
  members(owner, "blocks", pointer).flatMap((part) => [part, ...inner(part)]);

/** The elements of one block, wherever the block keeps them. */
export const elementParts = ({ content, pointer }: Part): Part[] => [
  ...members(content, "elements", pointer),
  ...members(content, "actions", pointer),
  ...["element", "accessory"].flatMap((key) => {
    const element = member(content, key);
    return element === undefined ? [] : [{ content: element, pointer: below(pointer, key) }];
  }),
];
