import { copyOf, isObject, type JsonObject, objectsOf } from "../json.ts";
import { randomHex } from "./ids.ts";

/** A copy of the blocks in which Slack's own ids fill the gaps: `block_id` and `action_id`. */
export function withBlockIds(blocks: JsonObject[]): JsonObject[] {
  return copyOf(blocks).map((block) => {
    const named: JsonObject = {
      ...block,
      block_id: typeof block.block_id === "string" ? block.block_id : randomHex(3),
    };
    if (isObject(named.element)) named.element = withActionId(named.element);
    if (isObject(named.accessory)) named.accessory = withActionId(named.accessory);
    if (named.type === "actions" || named.type === "context_actions") {
      named.elements = objectsOf(named.elements).map(withActionId);
    }
    return named;
  });
}

function withActionId(element: JsonObject): JsonObject {
  if (element.type === "image" || typeof element.action_id === "string") return element;
  return { ...element, action_id: randomHex(3) };
}
