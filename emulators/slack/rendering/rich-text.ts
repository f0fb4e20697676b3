import { type JsonObject, objectsOf, textOf } from "../json.ts";
import { renderDateToken } from "./date-token.ts";
import type { Reader } from "./mrkdwn.ts";

/** A rich text block as lines of plain text. */
export function renderRichText(block: JsonObject, reader: Reader): string {
  return objectsOf(block.elements)
    .map((part) => section(part, reader))
    .join("\n");
}

function section(part: JsonObject, reader: Reader): string {
  if (part.type === "rich_text_list") {
    return objectsOf(part.elements)
      .map((item, at) => {
        const mark = part.style === "ordered" ? `${at + 1}.` : "•";
        return `${mark} ${section(item, reader)}`;
      })
      .join("\n");
  }
  const text = objectsOf(part.elements)
    .map((element) => inline(element, reader))
    .join("");
  return part.type === "rich_text_quote" ? `> ${text}` : text;
}

function inline(element: JsonObject, reader: Reader): string {
  const { world } = reader;
  switch (element.type) {
    case "user":
      return `@${world.users.get(textOf(element.user_id) ?? "")?.name ?? element.user_id}`;
    case "channel":
      return `#${world.channels.get(textOf(element.channel_id) ?? "")?.name ?? element.channel_id}`;
    case "usergroup":
      return `@${world.groups.get(textOf(element.usergroup_id) ?? "")?.handle ?? element.usergroup_id}`;
    case "broadcast":
      return `@${element.range}`;
    case "emoji":
      return `:${element.name}:`;
    case "date":
      return typeof element.timestamp === "number" && typeof element.format === "string"
        ? renderDateToken(element.timestamp, element.format, reader)
        : (textOf(element.fallback) ?? "");
    case "link":
      return textOf(element.text) ?? textOf(element.url) ?? "";
    default:
      return textOf(element.text) ?? "";
  }
}
