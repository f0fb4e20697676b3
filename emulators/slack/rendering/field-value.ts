import { isObject, type JsonObject, objectsOf, textOf, textsOf } from "../json.ts";
import type { ScreenField } from "../screen.ts";
import { renderText } from "./block-text.ts";
import type { Reader } from "./mrkdwn.ts";
import { renderRichText } from "./rich-text.ts";

/** What an element's state looks like to a person. */
export function shownValue(state: JsonObject, reader: Reader): ScreenField["value"] {
  const { world } = reader;
  const user = (id: string) => `@${world.users.get(id)?.name ?? id}`;
  const channel = (id: string) => `#${world.channels.get(id)?.name ?? id}`;
  for (const [key, value] of Object.entries(state)) {
    switch (key) {
      case "value":
      case "selected_date":
      case "selected_time":
        return textOf(value) ?? null;
      case "selected_date_time":
        return typeof value === "number" ? value : null;
      case "selected_option":
        return isObject(value) ? renderText(value.text, reader) : null;
      case "selected_options":
        return objectsOf(value).map((option) => renderText(option.text, reader));
      case "selected_user":
        return typeof value === "string" ? user(value) : null;
      case "selected_users":
        return textsOf(value).map(user);
      case "selected_channel":
      case "selected_conversation":
        return typeof value === "string" ? channel(value) : null;
      case "selected_channels":
      case "selected_conversations":
        return textsOf(value).map(channel);
      case "files":
        return objectsOf(value).map((file) => textOf(file.name) ?? "");
      case "rich_text_value":
        return isObject(value) ? renderRichText(value, reader) : null;
    }
  }
  return null;
}
