import type { JsonObject } from "../json.ts";
import type { Channel } from "./entities.ts";
import type { World } from "./world.ts";

/** A conversation as `conversations.info` shows it to the bot. */
export function channelShape(world: World, channel: Channel): JsonObject {
  const shared = {
    id: channel.id,
    created: channel.createdSeconds,
    updated: channel.createdSeconds * 1000,
    is_archived: channel.archived,
    is_org_shared: false,
    context_team_id: world.team.id,
    is_im: channel.kind === "im",
  };
  if (channel.kind === "im") {
    return { ...shared, user: channel.partner, is_user_deleted: false, priority: 0, is_open: true };
  }
  const isPrivate = channel.kind === "private";
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_mpim: false,
    is_private: isPrivate,
    is_general: channel.name === "general",
    is_member: channel.members.has(world.app.botUserId),
    is_shared: false,
    is_ext_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    pending_connected_team_ids: [],
    shared_team_ids: [world.team.id],
    previous_names: [],
    unlinked: 0,
    creator: world.app.botUserId,
    topic: { value: "", creator: "", last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
    num_members: channel.members.size,
  };
}
