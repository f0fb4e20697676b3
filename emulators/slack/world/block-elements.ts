import { isObject, type JsonObject, objectsOf, textOf } from "../json.ts";

/** An interactive element with the block it stands in. */
export type PlacedElement = {
  block: JsonObject;
  element: JsonObject;
  type: string;
  blockId: string;
  actionId: string;
  /** Whether it is the element of an input block. */
  isInput: boolean;
};

/** All interactive elements of blocks in reading order, containers and cards included. */
export function elementsOf(blocks: JsonObject[]): PlacedElement[] {
  return blocks.flatMap((block) => {
    const inner = ["child_blocks", "blocks", "elements"].flatMap((key) =>
      block.type === "container" || block.type === "carousel" ? objectsOf(block[key]) : [],
    );
    return [...own(block), ...elementsOf(inner)];
  });
}

function own(block: JsonObject): PlacedElement[] {
  const candidates: JsonObject[] = [];
  if (isObject(block.element)) candidates.push(block.element);
  if (isObject(block.accessory)) candidates.push(block.accessory);
  if (block.type === "actions" || block.type === "context_actions") {
    candidates.push(...objectsOf(block.elements));
  }
  if (block.type === "card") candidates.push(...objectsOf(block.actions));
  return candidates.flatMap((element) => {
    const type = textOf(element.type);
    if (type === undefined || type === "image") return [];
    return [
      {
        block,
        element,
        type,
        blockId: textOf(block.block_id) ?? "",
        actionId: textOf(element.action_id) ?? "",
        isInput: block.type === "input",
      },
    ];
  });
}
