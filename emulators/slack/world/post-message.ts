import type { JsonObject } from "../json.ts";
import { withBlockIds } from "./block-ids.ts";
import type { Channel, Message, MessageContent } from "./entities.ts";
import type { World } from "./world.ts";

/** A message to be put into a conversation. What is left out is off. */
export type Posting = {
  user: string;
  fromApp: boolean;
  content: MessageContent;
  threadTs?: string | undefined;
  broadcast?: boolean;
  metadata?: JsonObject | undefined;
  ephemeralTo?: string | undefined;
  files?: string[];
  subtype?: string | undefined;
};

/** Stores a message as it was sent and gives it its timestamp. */
export function postMessage(world: World, channel: Channel, posting: Posting): Message {
  const message: Message = {
    ...namedContent(posting.content),
    ts: world.ids.nextTs(),
    channel: channel.id,
    user: posting.user,
    fromApp: posting.fromApp,
    subtype: posting.subtype,
    threadTs: posting.threadTs,
    broadcast: posting.broadcast ?? false,
    metadata: posting.metadata,
    edited: undefined,
    files: posting.files ?? [],
    reactions: new Map(),
    ephemeralTo: posting.ephemeralTo,
  };
  const list = world.messages.get(channel.id);
  if (list === undefined) world.messages.set(channel.id, [message]);
  else list.push(message);
  return message;
}

/** The content with Slack's own block ids filled in. */
export function namedContent(content: MessageContent): MessageContent {
  return {
    text: content.text,
    blocks: content.blocks === undefined ? undefined : withBlockIds(content.blocks),
    attachments: content.attachments,
  };
}

/** Takes a message out of its conversation. */
export function removeMessage(world: World, message: Message): void {
  const list = world.messages.get(message.channel) ?? [];
  const at = list.indexOf(message);
  if (at >= 0) list.splice(at, 1);
}

/** The visible replies below a root message; ephemeral ones are not part of a thread's count. */
export function repliesOf(world: World, root: Message): Message[] {
  return (world.messages.get(root.channel) ?? []).filter(
    (message) =>
      message.threadTs === root.ts && message.ts !== root.ts && message.ephemeralTo === undefined,
  );
}
