import { ActError } from "../acting/act-error.ts";
import { type Actor, channelOf } from "../acting/actor.ts";
import type { Channel, StoredFile } from "../world/entities.ts";

/** Whether a person sees a conversation: their own ones; full members of the team all public ones. */
export function isInSight({ user }: Actor, channel: Channel): boolean {
  if (channel.members.has(user.id)) return true;
  return channel.kind === "public" && !user.isRestricted && !user.isStranger;
}

/** A conversation by name or id. Throws an ActError when this person does not see it. */
export function channelInSight(actor: Actor, name: string): Channel {
  const channel = channelOf(actor, name);
  if (isInSight(actor, channel)) return channel;
  throw new ActError("no_such_channel", `${actor.user.name} sees no channel ${name}`);
}

/** A file that is this person's own, or is shared where they see it. Throws an ActError otherwise. */
export function readableFile(actor: Actor, id: string): StoredFile {
  const { world } = actor.workspace;
  const file = world.files.get(id);
  const isShared = [...(file?.channels ?? [])].some((channelId) => {
    const channel = world.channels.get(channelId);
    return channel !== undefined && isInSight(actor, channel);
  });
  if (file?.state === "complete" && (isShared || file.user === actor.user.id)) return file;
  throw new ActError("no_such_file", `${actor.user.name} sees no file ${id}`);
}
