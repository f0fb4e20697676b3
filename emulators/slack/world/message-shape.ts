import type { JsonObject } from "../json.ts";
import type { Message } from "./entities.ts";
import { fileShape } from "./file-shape.ts";
import { repliesOf } from "./post-message.ts";
import type { World } from "./world.ts";

/** A message as the Web API and the payloads of interactions show it. */
export function messageShape(
  world: World,
  message: Message,
  baseUrl: string,
  withMetadata: boolean,
): JsonObject {
  const shape: JsonObject = {
    type: "message",
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: world.team.id,
  };
  if (message.subtype !== undefined) shape.subtype = message.subtype;
  if (message.fromApp) {
    shape.bot_id = world.app.botId;
    shape.app_id = world.app.id;
    shape.bot_profile = botProfile(world);
  }
  if (message.blocks !== undefined) shape.blocks = message.blocks;
  if (message.attachments !== undefined) shape.attachments = message.attachments;
  if (message.edited !== undefined) shape.edited = message.edited;
  if (message.files.length > 0) {
    shape.files = message.files.flatMap((id) => {
      const file = world.files.get(id);
      return file === undefined ? [] : [fileShape(world, file, baseUrl)];
    });
  }
  if (message.reactions.size > 0) {
    shape.reactions = [...message.reactions].map(([name, users]) => ({
      name,
      users,
      count: users.length,
    }));
  }
  if (withMetadata && message.metadata !== undefined) shape.metadata = message.metadata;
  if (message.threadTs !== undefined) {
    shape.thread_ts = message.threadTs;
    const root = world.findMessage(message.channel, message.threadTs);
    if (root !== undefined) shape.parent_user_id = root.user;
    if (message.broadcast) shape.subtype = "thread_broadcast";
    return shape;
  }
  return { ...shape, ...threadFacts(world, message) };
}

function threadFacts(world: World, root: Message): JsonObject {
  const replies = repliesOf(world, root);
  const last = replies.at(-1);
  if (last === undefined) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: root.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: last.ts,
    is_locked: false,
    subscribed: true,
  };
}

/** The app's bot as messages show it. */
function botProfile(world: World): JsonObject {
  return {
    id: world.app.botId,
    deleted: false,
    name: world.app.name,
    updated: 0,
    app_id: world.app.id,
    icons: {},
    team_id: world.team.id,
  };
}
