import { type JsonObject, objectOf } from "../ui/json.ts";

/** The answer of a group of checkboxes after one of them changed; undefined when nothing is left in it. */
export const ticked = (
  held: unknown,
  name: string,
  isTicked: boolean,
  preserveFalse: boolean,
): JsonObject | undefined => {
  const others = Object.entries(objectOf(held)).filter(([each]) => each !== name);
  const own: [string, boolean][] = isTicked || preserveFalse ? [[name, isTicked]] : [];
  const all = [...others, ...own];
  return all.length === 0 ? undefined : Object.fromEntries(all);
};
