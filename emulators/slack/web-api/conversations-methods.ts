import { channelShape } from "../world/channel-shape.ts";
import type { Channel } from "../world/entities.ts";
import {
  type ApiCall,
  ApiError,
  type ApiMethods,
  flag,
  optionalText,
  pageOf,
  requiredText,
} from "./api-call.ts";
import { isVisible, scopeByKind, visibleChannel } from "./channel-access.ts";

const TYPE_KINDS: Readonly<Record<string, Channel["kind"]>> = {
  public_channel: "public",
  private_channel: "private",
  im: "im",
};
const LIST_SCOPES = { public: "channels:read", private: "groups:read", im: "im:read" } as const;

function wantedKinds(call: ApiCall): Channel["kind"][] {
  const types = (optionalText(call, "types") ?? "public_channel").split(",");
  return types.flatMap((type) => {
    const kind = TYPE_KINDS[type.trim()];
    if (kind === undefined && type.trim() !== "mpim") throw new ApiError("invalid_types");
    return kind ?? [];
  });
}

export const conversationsMethods: ApiMethods = {
  "conversations.info": {
    scopes: scopeByKind("read"),
    run(call) {
      const channel = visibleChannel(call);
      const { num_members, ...shape } = channelShape(call.workspace.world, channel);
      return {
        channel: flag(call, "include_num_members") ? { ...shape, num_members } : shape,
      };
    },
  },
  "conversations.list": {
    scopes: (call) => wantedKinds(call).map((kind) => LIST_SCOPES[kind]),
    run(call) {
      const { world } = call.workspace;
      const kinds = wantedKinds(call);
      const hideArchived = flag(call, "exclude_archived");
      const channels = [...world.channels.values()].filter(
        (channel) =>
          kinds.includes(channel.kind) &&
          isVisible(call, channel) &&
          !(hideArchived && channel.archived),
      );
      const page = pageOf(call, channels, 100);
      return {
        channels: page.items.map((channel) => channelShape(world, channel)),
        response_metadata: page.response_metadata,
      };
    },
  },
  "conversations.members": {
    scopes: scopeByKind("read"),
    run(call) {
      const page = pageOf(call, [...visibleChannel(call).members], 100);
      return { members: page.items, response_metadata: page.response_metadata };
    },
  },
  "conversations.open": {
    scopes: ["im:write"],
    run(call) {
      const { world } = call.workspace;
      const named = optionalText(call, "channel");
      if (named !== undefined) {
        const channel = visibleChannel(call);
        return { channel: { id: channel.id }, no_op: true, already_open: true };
      }
      const ids = requiredText(call, "users").split(",");
      const [id = ""] = ids;
      if (ids.length > 1) throw new ApiError("method_not_supported_for_channel_type");
      const user = world.users.get(id);
      if (user === undefined) throw new ApiError("user_not_found");
      if (user.deleted) throw new ApiError("user_disabled");
      if (user.isBot) throw new ApiError("cannot_dm_bot");
      const channel = world.directMessageOf(user.id);
      if (!flag(call, "return_im")) return { channel: { id: channel.id } };
      return { channel: channelShape(world, channel) };
    },
  },
};
