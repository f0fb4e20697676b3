import { type JsonObject, objectsOf, textOf } from "../json.ts";
import type { MessageContent } from "./entities.ts";

const JUDGED = ["text", "blocks", "attachments", "metadata"];

/** The parts of a body that Slack validates as a message. */
export function contentPart(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([key]) => JUDGED.includes(key)));
}

/** The content of a message as an app sent it. */
export function contentOf(body: JsonObject): MessageContent {
  return {
    text: textOf(body.text) ?? "",
    blocks: filled(body.blocks),
    attachments: filled(body.attachments),
  };
}

/** An empty list takes the blocks away, like a list that is left out. */
function filled(value: unknown): JsonObject[] | undefined {
  const objects = objectsOf(value);
  return objects.length === 0 ? undefined : objects;
}
