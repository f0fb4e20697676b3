import { actionOf, sendViewAction } from "../deliveries/block-action.ts";
import { stateKey } from "../modals/element-state.ts";
import type { ActResult } from "../screen.ts";
import type { PlacedElement } from "../world/block-elements.ts";
import type { View } from "../world/entities.ts";
import { acceptedValue } from "./accepted-value.ts";
import { ActError } from "./act-error.ts";
import { type Actor, resultOf } from "./actor.ts";
import { findField } from "./find-field.ts";
import { topView } from "./read-screen.ts";
import { chooseSuggested } from "./suggest.ts";

/**
 * Fills fields of the top modal in the given order. An element that acts at once tells the app and waits
 * for its acknowledgement. Returns what was sent. Throws an ActError at the first value Slack would refuse.
 */
export async function fill(actor: Actor, values: Record<string, unknown>): Promise<ActResult[]> {
  const results: ActResult[] = [];
  for (const [name, value] of Object.entries(values)) {
    const view = topView(actor);
    const place = findField(actor, view, name);
    try {
      const result = await enter(actor, view, place, value);
      if (result !== undefined) results.push(result);
    } catch (error) {
      if (!(error instanceof ActError)) throw error;
      throw new ActError(error.code, `${name}: ${error.message}`);
    }
  }
  return results;
}

async function enter(
  actor: Actor,
  view: View,
  place: PlacedElement,
  value: unknown,
): Promise<ActResult | undefined> {
  const external = place.type === "external_select" || place.type === "multi_external_select";
  const chosen =
    external && value !== null && value !== ""
      ? await chooseSuggested(actor, view, place, Array.isArray(value) ? value : [value])
      : external
        ? emptied(place)
        : acceptedValue(actor, place, value);
  view.state.set(stateKey(place), { value: { type: place.type, ...chosen }, touched: true });
  view.fieldErrors.delete(place.blockId);
  if (!actsAtOnce(place)) return undefined;
  const action = actionOf(place, chosen);
  return resultOf(await sendViewAction(actor.workspace, actor.user, view, action));
}

function emptied(place: PlacedElement) {
  return place.type === "external_select" ? { selected_option: null } : { selected_options: [] };
}

/** Elements outside of input blocks always tell the app; those of input blocks do with `dispatch_action`. */
function actsAtOnce({ block, isInput }: PlacedElement): boolean {
  return !isInput || block.dispatch_action === true;
}
