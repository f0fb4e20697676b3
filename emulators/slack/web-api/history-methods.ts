import type { JsonObject } from "../json.ts";
import type { Message } from "../world/entities.ts";
import { messageShape } from "../world/message-shape.ts";
import { repliesOf } from "../world/post-message.ts";
import {
  type ApiCall,
  ApiError,
  type ApiMethods,
  flag,
  optionalText,
  pageOf,
  requiredText,
} from "./api-call.ts";
import { scopeByKind, visibleChannel } from "./channel-access.ts";

/** Keeps messages between `oldest` and `latest` (ts, both outside unless `inclusive`). */
function within(call: ApiCall, messages: Message[]): Message[] {
  const oldest = Number(optionalText(call, "oldest") ?? 0);
  const latest = Number(optionalText(call, "latest") ?? Number.POSITIVE_INFINITY);
  const inclusive = flag(call, "inclusive");
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function answer(call: ApiCall, messages: Message[]): JsonObject {
  const { workspace } = call;
  const page = pageOf(call, messages, 100);
  const withMetadata = flag(call, "include_all_metadata");
  const base = workspace.baseUrl();
  return {
    messages: page.items.map((message) =>
      messageShape(workspace.world, message, base, withMetadata),
    ),
    has_more: page.response_metadata.next_cursor !== "",
    response_metadata: page.response_metadata,
  };
}

function memberOnly(call: ApiCall): ReturnType<typeof visibleChannel> {
  const channel = visibleChannel(call);
  if (!channel.members.has(call.workspace.world.app.botUserId)) {
    throw new ApiError("not_in_channel");
  }
  return channel;
}

/** Reading back what was posted. Ephemeral messages cannot be read. */
export const historyMethods: ApiMethods = {
  "conversations.history": {
    scopes: scopeByKind("history"),
    run(call) {
      const channel = memberOnly(call);
      const roots = (call.workspace.world.messages.get(channel.id) ?? []).filter(
        (message) =>
          message.ephemeralTo === undefined &&
          (message.threadTs === undefined || message.broadcast),
      );
      return { ...answer(call, within(call, roots).toReversed()), pin_count: 0 };
    },
  },
  "conversations.replies": {
    scopes: scopeByKind("history"),
    run(call) {
      const channel = memberOnly(call);
      const { world } = call.workspace;
      const named = world.findMessage(channel.id, requiredText(call, "ts"));
      if (named === undefined || named.ephemeralTo !== undefined) {
        throw new ApiError("thread_not_found");
      }
      const root = world.findMessage(channel.id, named.threadTs ?? named.ts) ?? named;
      return answer(call, [root, ...within(call, repliesOf(world, root))]);
    },
  },
};
