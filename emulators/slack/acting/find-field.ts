import { objectsOf } from "../json.ts";
import { statefulElementsOf } from "../modals/element-state.ts";
import { labelOf } from "../rendering/view-on-screen.ts";
import type { PlacedElement } from "../world/block-elements.ts";
import type { View } from "../world/entities.ts";
import { ActError } from "./act-error.ts";
import { type Actor, readerOf } from "./actor.ts";

/** A field of a view by its label, or by its block_id or action_id. Throws when there is none or more than one. */
export function findField(actor: Actor, view: View, name: string): PlacedElement {
  const reader = readerOf(actor);
  const places = statefulElementsOf(objectsOf(view.payload.blocks));
  const labels = places.map((place) => ({ place, label: labelOf(place, reader) }));
  const byLabel = labels.filter(({ label }) => label === name);
  const found =
    byLabel.length > 0
      ? byLabel
      : labels.filter(({ place }) => place.blockId === name || place.actionId === name);
  const [only] = found;
  if (only === undefined) {
    const known = labels.map(({ label }) => label).join(", ");
    throw new ActError("no_such_field", `There is no field "${name}". There are: ${known}`);
  }
  if (found.length > 1) {
    throw new ActError("ambiguous_field", `More than one field is called "${name}"`);
  }
  return only.place;
}
