import { objectOf } from "../ui/json.ts";
import type { ElementProps } from "./host.ts";

/** Whether a field tells the app at this: on Enter unless it says otherwise, or with each character. */
export const dispatchOn = (
  { element, isInput, dispatches }: ElementProps,
  what: "on_enter_pressed" | "on_character_entered",
): boolean => {
  if (isInput && !dispatches) return false;
  const on = objectOf(element.dispatch_action_config).trigger_actions_on ?? ["on_enter_pressed"];
  return Array.isArray(on) && on.includes(what);
};
