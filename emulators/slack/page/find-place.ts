import { ActError } from "../acting/act-error.ts";
import { type Actor, channelOf } from "../acting/actor.ts";
import { visibleMessages } from "../acting/read-screen.ts";
import { type JsonObject, objectsOf } from "../json.ts";
import { openViewsOf } from "../modals/view-stack.ts";
import { elementsOf, type PlacedElement } from "../world/block-elements.ts";
import type { Channel, Message, View } from "../world/entities.ts";

/** Where an element stands: in a view, or in a message of a conversation. */
export type Container =
  | { readonly kind: "view"; readonly viewId: string }
  | { readonly kind: "message"; readonly channel: string; readonly ts: string };

/** The top modal or the Home tab of this person. Throws an ActError when it is not in front any more. */
export function viewInFront({ workspace, user }: Actor, viewId: string): View {
  const { world } = workspace;
  const home = world.homes.get(user.id);
  const top = openViewsOf(world, user.id).at(-1);
  const found = [top, home].find((view) => view?.id === viewId);
  if (found === undefined) throw new ActError("no_such_view", `The view ${viewId} is not in front`);
  return found;
}

/** A message this person sees, with its conversation. */
export function messageInSight(
  actor: Actor,
  { channel: name, ts }: { readonly channel: string; readonly ts: string },
): { channel: Channel; message: Message } {
  const channel = channelOf(actor, name);
  const message = visibleMessages(actor, channel).find((each) => each.ts === ts);
  if (message === undefined) throw new ActError("no_such_message", `There is no message ${ts}`);
  return { channel, message };
}

/** All blocks of a message, those of its attachments included. */
export function blocksOf(message: Message): JsonObject[] {
  const inner = (message.attachments ?? []).flatMap(({ blocks }) => objectsOf(blocks));
  return [...(message.blocks ?? []), ...inner];
}

/** An element that its client still showed; nothing of its block is known any more. */
const drawnPlace = (
  element: JsonObject,
  ids: { readonly blockId: string; readonly actionId: string },
): PlacedElement => ({
  ...{ block: {}, element, type: String(element.type), isInput: false },
  ...{ blockId: ids.blockId, actionId: ids.actionId },
});

/**
 * An element by its ids. One that the app took away while its dialog was open, or just before the press, is `drawn`:
 * Slack takes the act as its client reports it. Throws an ActError when the blocks have none and nothing was drawn.
 */
export function placeOf(
  blocks: JsonObject[],
  ids: { readonly blockId: string; readonly actionId: string },
  drawn?: JsonObject,
): PlacedElement {
  const found = elementsOf(blocks).find(
    ({ blockId, actionId }) => blockId === ids.blockId && actionId === ids.actionId,
  );
  if (found === undefined) {
    if (drawn !== undefined) return drawnPlace(drawn, ids);
    throw new ActError("no_such_element", `There is no element ${ids.blockId}/${ids.actionId}`);
  }
  return found;
}
