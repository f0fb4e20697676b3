import { sendSuggestion } from "../deliveries/suggestion.ts";
import type { JsonObject } from "../json.ts";
import { renderText } from "../rendering/block-text.ts";
import type { ActResult } from "../screen.ts";
import type { PlacedElement } from "../world/block-elements.ts";
import type { View } from "../world/entities.ts";
import { ActError } from "./act-error.ts";
import { type Actor, notSent, readerOf, resultOf } from "./actor.ts";
import { findField } from "./find-field.ts";
import { pickOption } from "./pick-option.ts";
import { topView } from "./read-screen.ts";

/** Slack asks the app from this many typed characters on, unless the element says otherwise. */
const DEFAULT_MIN_QUERY = 3;

export type Suggestions = { options: string[]; result: ActResult };

/** Types into an external select of the top modal and reads what it offers. */
export async function suggest(actor: Actor, name: string, typed: string): Promise<Suggestions> {
  const view = topView(actor);
  const place = externalField(actor, view, name);
  const { min_query_length: min } = place.element;
  if (typed.length < (typeof min === "number" ? min : DEFAULT_MIN_QUERY)) {
    return { options: [], result: notSent("query too short") };
  }
  const { delivered, options } = await sendSuggestion(
    actor.workspace,
    actor.user,
    view,
    place,
    typed,
  );
  const reader = readerOf(actor);
  return {
    options: options.map((option) => renderText(option.text, reader)),
    result: resultOf(delivered),
  };
}

/** The state after choosing options by their texts; each text is typed as the query first. */
export async function chooseSuggested(
  actor: Actor,
  view: View,
  place: PlacedElement,
  texts: unknown[],
): Promise<JsonObject> {
  const chosen: JsonObject[] = [];
  for (const text of texts) {
    const typed = String(text);
    const { delivered, options } = await sendSuggestion(
      actor.workspace,
      actor.user,
      view,
      place,
      typed,
    );
    if (delivered.outcome !== "acked") {
      throw new ActError("no_suggestions", `The app did not offer options (${delivered.outcome})`);
    }
    chosen.push(pickOption(options, typed, readerOf(actor)));
  }
  return place.type === "external_select"
    ? { selected_option: chosen[0] ?? null }
    : { selected_options: chosen };
}

function externalField(actor: Actor, view: View, name: string): PlacedElement {
  const place = findField(actor, view, name);
  if (!place.type.endsWith("external_select")) {
    throw new ActError("not_external", `"${name}" does not ask the app for its options`);
  }
  return place;
}
