import { isObject } from "../json.ts";
import type { Message } from "../world/entities.ts";
import { contentOf } from "../world/message-content.ts";
import { messageShape } from "../world/message-shape.ts";
import { namedContent, removeMessage } from "../world/post-message.ts";
import { type ApiCall, ApiError, type ApiMethods, requiredText } from "./api-call.ts";
import { visibleChannel } from "./channel-access.ts";
import { judgedContent } from "./chat-post-methods.ts";

/** The message that `channel` and an argument with its ts name. Ephemeral ones cannot be reached. */
function reachedMessage(call: ApiCall, tsArgument: string): Message {
  const channel = visibleChannel(call);
  const message = call.workspace.world.findMessage(channel.id, requiredText(call, tsArgument));
  if (message === undefined || message.ephemeralTo !== undefined) {
    throw new ApiError("message_not_found");
  }
  return message;
}

function ownMessage(call: ApiCall, refusal: string): Message {
  const message = reachedMessage(call, "ts");
  if (!message.fromApp) throw new ApiError(refusal);
  const channel = call.workspace.world.channels.get(message.channel);
  if (channel?.archived === true) throw new ApiError("is_archived");
  return message;
}

export const chatChangeMethods: ApiMethods = {
  "chat.update": {
    scopes: ["chat:write"],
    run(call) {
      const { workspace } = call;
      const message = ownMessage(call, "cant_update_message");
      const content = judgedContent(call);
      // Text without blocks takes the blocks away.
      Object.assign(message, namedContent(contentOf(content)));
      if (isObject(content.metadata)) message.metadata = content.metadata;
      message.edited = { user: workspace.world.app.botUserId, ts: workspace.world.ids.nextTs() };
      const shape = messageShape(workspace.world, message, workspace.baseUrl(), true);
      return { channel: message.channel, ts: message.ts, text: message.text, message: shape };
    },
  },
  "chat.delete": {
    scopes: ["chat:write"],
    run(call) {
      const message = ownMessage(call, "cant_delete_message");
      removeMessage(call.workspace.world, message);
      return { channel: message.channel, ts: message.ts };
    },
  },
  "chat.getPermalink": {
    scopes: [],
    run(call) {
      const message = reachedMessage(call, "message_ts");
      const { team } = call.workspace.world;
      const place = `archives/${message.channel}/p${message.ts.replace(".", "")}`;
      const thread =
        message.threadTs === undefined
          ? ""
          : `?thread_ts=${message.threadTs}&cid=${message.channel}`;
      return {
        channel: message.channel,
        permalink: `https://${team.domain}.slack.com/${place}${thread}`,
      };
    },
  },
  "reactions.add": {
    scopes: ["reactions:write"],
    run(call) {
      const name = requiredText(call, "name");
      const message = reachedMessage(call, "timestamp");
      const users = message.reactions.get(name) ?? [];
      const bot = call.workspace.world.app.botUserId;
      if (users.includes(bot)) throw new ApiError("already_reacted");
      message.reactions.set(name, [...users, bot]);
      return {};
    },
  },
};
