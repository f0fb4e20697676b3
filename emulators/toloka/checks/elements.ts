import { isObject } from "../json.ts";
import type { Fields, Range } from "./fields.ts";

/** The objects of an array member as readers; elements of another kind are recorded as wrong. */
export function elementsOf(owner: Fields, name: string, range?: Range): Fields[] {
  const elements: Fields[] = [];
  for (const [index, value] of (owner.array(name, range) ?? []).entries()) {
    const element = isObject(value) ? owner.nested(`${name}.${index}`, value) : undefined;
    if (element === undefined) owner.fail(`${name}.${index}`, "OBJECT_EXPECTED");
    else elements.push(element);
  }
  return elements;
}
