import type { JsonObject } from "../json.ts";
import {
  statefulElementsOf,
  stateKey,
  stateValues,
  untouchedState,
} from "../modals/element-state.ts";
import { viewShape } from "../modals/view-shape.ts";
import type { Workspace } from "../workspace.ts";
import type { PlacedElement } from "../world/block-elements.ts";
import type { Channel, Message, User, View } from "../world/entities.ts";
import { messageShape } from "../world/message-shape.ts";
import type { Delivered } from "./app-link.ts";
import { actionTs, channelPart, interactionHead } from "./payload-parts.ts";

/** Keys of an element that Slack repeats in the action. */
const REPEATED = ["text", "value", "style", "url", "confirm", "placeholder", "min_query_length"];

/** One entry of `actions`. `chosen` is the element's new state, for elements that have one. */
export function actionOf(place: PlacedElement, chosen: JsonObject): JsonObject {
  const { element, type } = place;
  const repeated = Object.fromEntries(
    Object.entries(element).filter(
      ([key]) =>
        (REPEATED.includes(key) && (type === "button" || key !== "text")) ||
        (key.startsWith("initial_") && key !== "initial_value"),
    ),
  );
  return {
    type,
    action_id: place.actionId,
    block_id: place.blockId,
    ...repeated,
    ...chosen,
    action_ts: actionTs(),
  };
}

/** A press or choice in a modal or on the Home tab. */
export function sendViewAction(
  workspace: Workspace,
  user: User,
  view: View,
  action: JsonObject,
): Promise<Delivered> {
  const { world } = workspace;
  return workspace.appLink.send({
    type: "block_actions",
    socketType: "interactive",
    form: "payload",
    user: user.id,
    payload: {
      type: "block_actions",
      ...interactionHead(world, user),
      container: { type: "view", view_id: view.id },
      trigger_id: workspace.triggers.issue({
        userId: user.id,
        channelId: view.channelId,
        viewId: view.type === "modal" ? view.id : undefined,
      }),
      view: viewShape(world, view, true),
      actions: [action],
    },
  });
}

/** A press or choice in a message. An ephemeral message is not repeated in the payload. */
export function sendMessageAction(
  workspace: Workspace,
  user: User,
  channel: Channel,
  message: Message,
  action: JsonObject,
): Promise<Delivered> {
  const { world } = workspace;
  const ephemeral = message.ephemeralTo !== undefined;
  const base = workspace.baseUrl();
  const blocks = message.blocks ?? [];
  const state = new Map(
    statefulElementsOf(blocks).map((place) => [stateKey(place), untouchedState(place, undefined)]),
  );
  return workspace.appLink.send({
    type: "block_actions",
    socketType: "interactive",
    form: "payload",
    user: user.id,
    payload: {
      type: "block_actions",
      ...interactionHead(world, user),
      container: {
        type: "message",
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: ephemeral,
        ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
      },
      trigger_id: workspace.triggers.issue({
        userId: user.id,
        channelId: channel.id,
        viewId: undefined,
      }),
      channel: channelPart(channel),
      ...(ephemeral ? {} : { message: messageShape(world, message, base, false) }),
      state: { values: stateValues(blocks, state) },
      response_url: workspace.responseUrls.issue(base, "actions", {
        userId: user.id,
        channelId: channel.id,
        messageTs: message.ts,
      }),
      actions: [action],
    },
  });
}
