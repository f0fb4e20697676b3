import { isObject } from "../json.ts";
import type { Fields } from "./fields.ts";

/** Records what is wrong with a map of language -> text, such as `public_title`. */
export function checkLanguageMap(
  owner: Fields,
  name: string,
  presence: { required?: boolean } = {},
): void {
  const map = owner.object(name, presence);
  const raw = owner.raw(name);
  if (map === undefined || !isObject(raw)) return;
  const languages = Object.keys(raw);
  if (languages.length === 0) owner.fail(name, "EMPTY_OBJECT_NOT_ALLOWED");
  for (const language of languages) map.string(language, { required: true });
}
