import { isObject, type JsonObject } from "../json.ts";
import { judgeMessage } from "../judge.ts";
import type { Workspace } from "../workspace.ts";
import type { Channel, Message } from "../world/entities.ts";
import { contentOf } from "../world/message-content.ts";
import { messageShape } from "../world/message-shape.ts";
import { postMessage } from "../world/post-message.ts";
import {
  type ApiCall,
  ApiError,
  type ApiMethods,
  flag,
  jsonArgument,
  optionalText,
  requiredText,
} from "./api-call.ts";
import { postingChannel } from "./channel-access.ts";

/** Reads and judges the content of a message. Throws the code Slack answers. */
export function judgedContent(call: ApiCall): JsonObject {
  const message: JsonObject = {};
  const text = call.args.text;
  if (text !== undefined && text !== null) message.text = String(text);
  const blocks = jsonArgument(call, "blocks", "invalid_blocks_format");
  if (blocks !== undefined) message.blocks = blocks;
  const attachments = jsonArgument(call, "attachments", "invalid_attachments");
  if (attachments !== undefined) message.attachments = attachments;
  const metadata = jsonArgument(call, "metadata", "invalid_metadata_format");
  if (metadata !== undefined) message.metadata = metadata;
  const refusal = judgeMessage(call.workspace, message);
  if (refusal !== undefined) {
    throw new ApiError(refusal.error, {
      errors: refusal.messages.map((each) => each.replace(/^\[ERROR\] /, "")),
      response_metadata: { messages: refusal.messages },
    });
  }
  return message;
}

/** The root that `thread_ts` names; a reply's ts leads to its root. */
function threadRoot(call: ApiCall, channel: Channel): string | undefined {
  const threadTs = optionalText(call, "thread_ts");
  if (threadTs === undefined) return undefined;
  if (!/^\d{10}\.\d{6}$/.test(threadTs)) throw new ApiError("invalid_thread_ts");
  const root = call.workspace.world.findMessage(channel.id, threadTs);
  if (root === undefined || root.ephemeralTo !== undefined) throw new ApiError("thread_not_found");
  return root.threadTs ?? root.ts;
}

/** A message that the app posts. */
function postByApp(
  call: ApiCall,
  channel: Channel,
  content: JsonObject,
  ephemeralTo: string | undefined,
): Message {
  const { world } = call.workspace;
  const needsCustomize = ["username", "icon_emoji", "icon_url"].some((name) => name in call.args);
  if (needsCustomize && !call.workspace.manifest.scopes.includes("chat:write.customize")) {
    throw new ApiError("missing_scope", {
      needed: "chat:write.customize",
      provided: call.workspace.manifest.scopes.join(","),
    });
  }
  return postMessage(world, channel, {
    user: world.app.botUserId,
    fromApp: true,
    content: contentOf(content),
    threadTs: threadRoot(call, channel),
    broadcast: flag(call, "reply_broadcast"),
    metadata: isObject(content.metadata) ? content.metadata : undefined,
    ephemeralTo,
  });
}

/** Slack's special limit of about one message a second in a conversation, where it is switched on. */
function checkPace(workspace: Workspace, channel: Channel): void {
  const limit = workspace.settings.messagesPerMinute;
  if (limit === null) return;
  const from = workspace.clock.now() / 1000 - 60;
  const recent = (workspace.world.messages.get(channel.id) ?? []).filter(
    (message) => message.fromApp && message.ephemeralTo === undefined && Number(message.ts) > from,
  );
  const oldest = recent.at(-limit);
  if (recent.length < limit || oldest === undefined) return;
  throw new ApiError("ratelimited", {
    retry_after: Math.max(1, Math.ceil(Number(oldest.ts) - from)),
  });
}

export const chatPostMethods: ApiMethods = {
  "chat.postMessage": {
    scopes: ["chat:write"],
    run(call) {
      const { workspace } = call;
      const channel = postingChannel(call);
      const content = judgedContent(call);
      checkPace(workspace, channel);
      const message = postByApp(call, channel, content, undefined);
      const shape = messageShape(workspace.world, message, workspace.baseUrl(), true);
      return { channel: channel.id, ts: message.ts, message: shape };
    },
  },
  "chat.postEphemeral": {
    scopes: ["chat:write"],
    run(call) {
      const user = call.workspace.world.users.get(requiredText(call, "user"));
      const channel = postingChannel(call);
      if (user === undefined || user.deleted) throw new ApiError("user_not_found");
      if (!channel.members.has(user.id)) throw new ApiError("user_not_in_channel");
      const message = postByApp(call, channel, judgedContent(call), user.id);
      return { message_ts: message.ts };
    },
  },
};
