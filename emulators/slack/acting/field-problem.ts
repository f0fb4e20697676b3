import { type JsonObject, textOf } from "../json.ts";
import type { PlacedElement } from "../world/block-elements.ts";

/** What Slack's form says about a field before it sends a submission; undefined when nothing is wrong. */
export function fieldProblem(place: PlacedElement, state: JsonObject): string | undefined {
  const { element, block, type } = place;
  if (isEmpty(state)) {
    return block.optional === true ? undefined : "Please complete this required field.";
  }
  const value = textOf(state.value);
  if (value === undefined) return undefined;
  switch (type) {
    case "plain_text_input":
      return typeof element.min_length === "number" && value.length < element.min_length
        ? `Please enter at least ${element.min_length} characters.`
        : undefined;
    case "number_input":
      return numberProblem(element, Number(value));
    case "email_text_input":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
        ? undefined
        : "Please enter a valid email address.";
    case "url_text_input":
      return /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value) ? undefined : "Please enter a valid URL.";
    default:
      return undefined;
  }
}

function numberProblem(element: JsonObject, value: number): string | undefined {
  const min = textOf(element.min_value);
  const max = textOf(element.max_value);
  if (min !== undefined && value < Number(min)) {
    return `Please enter a number greater than or equal to ${min}.`;
  }
  if (max !== undefined && value > Number(max)) {
    return `Please enter a number less than or equal to ${max}.`;
  }
  return undefined;
}

function isEmpty(state: JsonObject): boolean {
  return Object.entries(state).every(
    ([key, value]) =>
      key === "type" || value === null || (Array.isArray(value) && value.length === 0),
  );
}
