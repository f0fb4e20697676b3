import type { Actor } from "../acting/actor.ts";
import { visibleMessages } from "../acting/read-screen.ts";
import { SLACKBOT_ID } from "../deliveries/slackbot-note.ts";
import { type JsonObject, objectsOf } from "../json.ts";
import { viewShape } from "../modals/view-shape.ts";
import { openViewsOf } from "../modals/view-stack.ts";
import type { Channel, Message, User, View } from "../world/entities.ts";
import { messageShape } from "../world/message-shape.ts";
import type { World } from "../world/world.ts";
import { filePreview } from "./file-preview.ts";
import { isInSight } from "./in-sight.ts";

function kindOf(user: User): string {
  if (user.isBot) return "bot";
  if (user.isStranger) return "stranger";
  if (user.isRestricted) return "guest";
  return user.isAdmin ? "admin" : "member";
}

function personShape(user: User): JsonObject {
  const { id, name, realName, tz, deleted } = user;
  return { id, name, realName, tz, deleted, kind: kindOf(user) };
}

function channelFacts(actor: Actor, channel: Channel): JsonObject {
  const { user, workspace } = actor;
  const read = workspace.world.readMarks.get(user.id)?.get(channel.id) ?? "0";
  const unread = visibleMessages(actor, channel).filter(
    (message) =>
      message.ts > read &&
      message.user !== user.id &&
      message.threadTs === undefined &&
      message.ephemeralTo === undefined,
  ).length;
  const { id, name, kind, archived, members } = channel;
  return {
    id,
    name: kind === "im" ? workspace.world.app.name : name,
    kind,
    archived,
    member: members.has(user.id),
    members: members.size,
    bot: members.has(workspace.world.app.botUserId),
    unread,
    read,
  };
}

/** Everything around the messages as one person sees it. */
export function workspaceShape(actor: Actor): JsonObject {
  const { workspace, user } = actor;
  const { world, manifest } = workspace;
  world.directMessageOf(user.id);
  const channels = [...world.channels.values()].filter((channel) => isInSight(actor, channel));
  return {
    team: world.team,
    app: world.app,
    me: personShape(user),
    users: [...world.users.values()].map(personShape),
    groups: [...world.groups.values()].map(({ id, handle, name }) => ({ id, handle, name })),
    channels: channels.map((channel) => channelFacts(actor, channel)),
    commands: manifest.commandHints,
    shortcuts: manifest.shortcutNames,
    homeTab: manifest.homeTab,
    now: workspace.clock.now() / 1_000,
  };
}

/** The files of a message with their first lines. */
function withPreviews(world: World, files: unknown): JsonObject[] {
  return objectsOf(files).map((shape) => {
    const file = world.files.get(String(shape.id));
    return file === undefined ? shape : { ...shape, ...filePreview(file) };
  });
}

/** Messages as the Web API shows them, with what only a client knows of them. */
export function messagesShape(
  actor: Actor,
  channel: Channel,
  thread: string | undefined,
): JsonObject[] {
  const { workspace } = actor;
  const stands = (message: Message): boolean =>
    thread === undefined
      ? message.threadTs === undefined || message.broadcast
      : message.ts === thread || message.threadTs === thread;
  return visibleMessages(actor, channel)
    .filter(stands)
    .map((message) => {
      const shape = messageShape(workspace.world, message, workspace.baseUrl(), false);
      return {
        ...shape,
        ...(shape.files === undefined ? {} : { files: withPreviews(workspace.world, shape.files) }),
        is_ephemeral: message.ephemeralTo !== undefined,
        from_slackbot: message.user === SLACKBOT_ID,
      };
    });
}

function viewFacts({ workspace }: Actor, view: View): JsonObject {
  return {
    ...viewShape(workspace.world, view, true),
    errors: Object.fromEntries(view.fieldErrors),
    trouble: view.trouble ?? null,
  };
}

/** The open modals, the top one last, and the Home tab. */
export function viewsShape(actor: Actor): JsonObject {
  const { workspace, user } = actor;
  const home = workspace.world.homes.get(user.id);
  return {
    modals: openViewsOf(workspace.world, user.id).map((view) => viewFacts(actor, view)),
    home: home === undefined ? null : viewFacts(actor, home),
  };
}
