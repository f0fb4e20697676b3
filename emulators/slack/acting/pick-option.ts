import type { JsonObject } from "../json.ts";
import { renderText } from "../rendering/block-text.ts";
import type { Reader } from "../rendering/mrkdwn.ts";
import { ActError } from "./act-error.ts";

/** The option with this text. Throws an ActError that lists what there is. */
export function pickOption(options: JsonObject[], text: unknown, reader: Reader): JsonObject {
  const found = options.find((option) => renderText(option.text, reader) === text);
  if (found !== undefined) return found;
  const known = options.map((option) => renderText(option.text, reader)).join(", ");
  throw new ActError("no_such_option", `"${String(text)}" is not an option. There are: ${known}`);
}
