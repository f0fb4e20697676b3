import { ActError } from "../acting/act-error.ts";
import { type Actor, notSent, resultOf } from "../acting/actor.ts";
import { actionOf, sendMessageAction, sendViewAction } from "../deliveries/block-action.ts";
import { failureWord, slackbotNote } from "../deliveries/slackbot-note.ts";
import { sendSuggestion } from "../deliveries/suggestion.ts";
import { type JsonObject, objectsOf } from "../json.ts";
import { stateKey } from "../modals/element-state.ts";
import type { ActResult } from "../screen.ts";
import type { PlacedElement } from "../world/block-elements.ts";
import { acceptedState } from "./accepted-state.ts";
import { blocksOf, type Container, messageInSight, placeOf, viewInFront } from "./find-place.ts";

/** What a graphical client did with an element. */
export type ElementUse = {
  readonly in: Container;
  readonly blockId: string;
  readonly actionId: string;
  /** The element's new state in Slack's form; a button has its type only. */
  readonly state: JsonObject;
  /** Whether the use is told to the app: a press, a choice, Enter in a field that dispatches. */
  readonly dispatch: boolean;
  /** The element as the client drew it, for one that the app has taken away since. */
  readonly element?: JsonObject | undefined;
};

/** Whether an element has no state of its own: a press is all that it does. */
const isPressed = (type: string): boolean => /button$|^overflow$/.test(type);

/** What is drawn counts for a press only: an input that was taken away has no place for its state. */
const drawnButton = ({ element }: ElementUse): JsonObject | undefined =>
  element !== undefined && isPressed(String(element.type)) ? element : undefined;

/** Keeps an element's new state, and tells the app where that was asked for. */
export async function useElement(actor: Actor, use: ElementUse): Promise<ActResult> {
  return use.in.kind === "view"
    ? await useInView(actor, use, use.in.viewId)
    : await useInMessage(actor, use, use.in);
}

async function useInView(actor: Actor, use: ElementUse, viewId: string): Promise<ActResult> {
  const view = viewInFront(actor, viewId);
  const place = placeOf(objectsOf(view.payload.blocks), use, drawnButton(use));
  const chosen = chosenOf(actor, place, use.state);
  if (!isPressed(place.type)) {
    view.state.set(stateKey(place), { value: { type: place.type, ...chosen }, touched: true });
    view.fieldErrors.delete(place.blockId);
  }
  if (!use.dispatch) return notSent("not asked for");
  const action = actionOf(place, chosen);
  return resultOf(await sendViewAction(actor.workspace, actor.user, view, action));
}

async function useInMessage(
  actor: Actor,
  use: ElementUse,
  where: { readonly channel: string; readonly ts: string },
): Promise<ActResult> {
  const { channel, message } = messageInSight(actor, where);
  const place = placeOf(blocksOf(message), use, use.element);
  const action = actionOf(place, chosenOf(actor, place, use.state));
  if (!use.dispatch) return notSent("not asked for");
  const { workspace, user } = actor;
  const delivered = await sendMessageAction(workspace, user, channel, message, action);
  if (delivered.outcome !== "acked") {
    const text = `The action failed with the error "${failureWord(delivered)}"`;
    slackbotNote(workspace, channel, user.id, text, message.threadTs);
  }
  return resultOf(delivered);
}

function chosenOf(actor: Actor, place: PlacedElement, state: JsonObject): JsonObject {
  return isPressed(place.type) && place.type !== "overflow"
    ? {}
    : acceptedState(actor, place, state);
}

/** The options the app offers for typed text, as it sent them. */
export async function offersFor(
  actor: Actor,
  ask: {
    readonly viewId: string;
    readonly blockId: string;
    readonly actionId: string;
    readonly query: string;
  },
): Promise<JsonObject[]> {
  const view = viewInFront(actor, ask.viewId);
  const place = placeOf(objectsOf(view.payload.blocks), ask);
  if (!place.type.endsWith("external_select")) {
    throw new ActError("not_external", `${place.actionId} does not ask the app for its options`);
  }
  const { workspace, user } = actor;
  const { options } = await sendSuggestion(workspace, user, view, place, ask.query);
  return options;
}
