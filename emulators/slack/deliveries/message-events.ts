import type { Workspace } from "../workspace.ts";
import type { Channel, Message } from "../world/entities.ts";
import { messageShape } from "../world/message-shape.ts";
import { sendEvent } from "./event.ts";

const CHANNEL_TYPES = { public: "channel", private: "group", im: "im" } as const;
const SUBSCRIPTIONS = {
  public: "message.channels",
  private: "message.groups",
  im: "message.im",
} as const;

/** Tells the app of a person's message, where it may hear it, and of a mention of its bot. */
export async function sendMessageEvents(
  workspace: Workspace,
  channel: Channel,
  message: Message,
): Promise<void> {
  const { world } = workspace;
  if (!channel.members.has(world.app.botUserId)) return;
  const shape = messageShape(world, message, workspace.baseUrl(), false);
  const event = { ...shape, channel: channel.id, event_ts: message.ts };
  await sendEvent(workspace, SUBSCRIPTIONS[channel.kind], {
    ...event,
    channel_type: CHANNEL_TYPES[channel.kind],
  });
  if (message.text.includes(`<@${world.app.botUserId}>`)) {
    await sendEvent(workspace, "app_mention", { ...event, type: "app_mention" });
  }
}

/** Tells the app who came into a conversation or left it. The bot's own coming is told as well. */
export async function sendMembershipEvent(
  workspace: Workspace,
  type: "member_joined_channel" | "member_left_channel",
  channel: Channel,
  userId: string,
): Promise<void> {
  const { world } = workspace;
  if (!channel.members.has(world.app.botUserId)) return;
  await sendEvent(workspace, type, {
    type,
    user: userId,
    channel: channel.id,
    channel_type: channel.kind === "public" ? "C" : "G",
    team: world.team.id,
    event_ts: world.ids.nextTs(),
  });
}
