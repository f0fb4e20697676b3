import { isObject } from "../json.ts";
import type { Fields } from "./fields.ts";

/** Metadata is a map of text to a list of texts. */
export function checkMetadata(owner: Fields): void {
  const metadata = owner.object("metadata");
  const raw = owner.raw("metadata");
  if (metadata === undefined || !isObject(raw)) return;
  for (const name of Object.keys(raw)) {
    for (const [index, value] of (metadata.array(name) ?? []).entries()) {
      if (typeof value !== "string") metadata.fail(`${name}.${index}`, "STRING_EXPECTED");
    }
  }
}
