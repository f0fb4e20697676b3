import type { Channel } from "../world/entities.ts";
import { type ApiCall, ApiError, requiredText } from "./api-call.ts";

/** Whether the bot may know of a conversation: all public ones, others only as a member. */
export function isVisible({ workspace }: ApiCall, channel: Channel): boolean {
  return channel.kind === "public" || channel.members.has(workspace.world.app.botUserId);
}

/** The conversation an argument names. A private one without the bot does not exist for it. */
export function visibleChannel(call: ApiCall, name = "channel"): Channel {
  const channel = call.workspace.world.findChannel(requiredText(call, name));
  if (channel === undefined || !isVisible(call, channel)) throw new ApiError("channel_not_found");
  return channel;
}

/** The conversation a message is for. A person's id stands for the direct message with that person. */
export function postingChannel(call: ApiCall): Channel {
  const { world, manifest } = call.workspace;
  const wanted = requiredText(call, "channel");
  const user = world.users.get(wanted);
  if (user !== undefined) {
    if (user.isBot || user.deleted) throw new ApiError("channel_not_found");
    return world.directMessageOf(user.id);
  }
  const channel = visibleChannel(call);
  const mayPost =
    channel.members.has(world.app.botUserId) ||
    (channel.kind === "public" && manifest.scopes.includes("chat:write.public"));
  if (!mayPost) throw new ApiError("not_in_channel");
  if (channel.archived) throw new ApiError("is_archived");
  return channel;
}

const READ_SCOPES = { public: "channels", private: "groups", im: "im" } as const;

/** The scope that a method on one conversation needs: `channels:`, `groups:` or `im:` by its kind. */
export function scopeByKind(suffix: "read" | "history") {
  return ({ workspace, args }: ApiCall): string[] => {
    const channel = workspace.world.findChannel(String(args.channel ?? ""));
    return [`${READ_SCOPES[channel?.kind ?? "public"]}:${suffix}`];
  };
}
