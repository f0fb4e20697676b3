import type { Workspace } from "../workspace.ts";
import type { Channel, Message, User } from "../world/entities.ts";
import { messageShape } from "../world/message-shape.ts";
import type { Delivered } from "./app-link.ts";
import { actionTs, channelPart, interactionHead } from "./payload-parts.ts";

/** A message shortcut (`message_action`), picked from the menu of a message. */
export function sendMessageShortcut(
  workspace: Workspace,
  user: User,
  channel: Channel,
  message: Message,
  callbackId: string,
): Promise<Delivered> {
  const { world } = workspace;
  const base = workspace.baseUrl();
  return workspace.appLink.send({
    type: "message_action",
    socketType: "interactive",
    form: "payload",
    user: user.id,
    payload: {
      type: "message_action",
      ...interactionHead(world, user),
      callback_id: callbackId,
      trigger_id: workspace.triggers.issue({
        userId: user.id,
        channelId: channel.id,
        viewId: undefined,
      }),
      message_ts: message.ts,
      response_url: workspace.responseUrls.issue(base, "actions", {
        userId: user.id,
        channelId: channel.id,
        messageTs: message.ts,
      }),
      channel: channelPart(channel),
      message: messageShape(world, message, base, false),
      action_ts: actionTs(),
    },
  });
}
