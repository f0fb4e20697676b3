import { type Actor, writableChannel } from "./actor.ts";
import { postAs } from "./other-acts.ts";

/** Uploads a file as this person, and shares it in a conversation if one is named. Returns the file's id. */
export async function uploadFile(
  actor: Actor,
  name: string,
  content: Uint8Array,
  channelName: string | undefined,
): Promise<string> {
  const { world, clock } = actor.workspace;
  const channel = channelName === undefined ? undefined : writableChannel(actor, channelName);
  const id = world.ids.next("F");
  world.files.set(id, {
    id,
    name,
    title: name,
    user: actor.user.id,
    size: content.length,
    content,
    state: "complete",
    createdSeconds: Math.floor(clock.now() / 1000),
    channels: new Set(channel === undefined ? [] : [channel.id]),
  });
  if (channel !== undefined) await postAs(actor, channel.id, "", undefined, [id]);
  return id;
}
