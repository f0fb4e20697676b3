import type { JsonObject } from "../json.ts";
import type { StoredFile } from "../world/entities.ts";

/** Kinds of files that Slack shows by their first lines. */
const textTypes: ReadonlySet<string> = new Set(["csv", "tsv", "txt", "md", "json", "jsonl"]);

/** At most so much of a file is shown, in bytes and in lines. */
const mostBytes = 4_096;
const mostLines = 6;

/** The beginning as text, without a letter that its end cuts in two; null when it is no text. */
function beginningOf(content: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const text = decoder.decode(content.subarray(0, mostBytes), { stream: true });
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

/** The first lines of a text file, under the names that Slack's file objects have for them; nothing of other files. */
export function filePreview({ name, content }: StoredFile): JsonObject {
  const extension = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const beginning = textTypes.has(extension) ? beginningOf(content) : null;
  if (beginning === null || beginning === "") return {};
  const preview = beginning
    .split(/(?<=\n)/)
    .slice(0, mostLines)
    .join("");
  const isWhole = preview === beginning && content.length <= mostBytes;
  return { preview, preview_is_truncated: !isWhole };
}
