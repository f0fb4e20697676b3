import { openViewsOf } from "../modals/view-stack.ts";
import { messageOnScreen } from "../rendering/message-on-screen.ts";
import { viewOnScreen } from "../rendering/view-on-screen.ts";
import type { ScreenMessage, ScreenView } from "../screen.ts";
import type { Channel, Message, View } from "../world/entities.ts";
import { ActError } from "./act-error.ts";
import { type Actor, readerOf } from "./actor.ts";

/** All messages of a conversation that this person sees, threads included, the oldest first. */
export function visibleMessages({ workspace, user }: Actor, channel: Channel): Message[] {
  return (workspace.world.messages.get(channel.id) ?? []).filter(
    (message) => message.ephemeralTo === undefined || message.ephemeralTo === user.id,
  );
}

/** What stands in the conversation itself: roots, broadcast replies and own ephemeral messages. */
export function readChannel(actor: Actor, channel: Channel): ScreenMessage[] {
  const reader = readerOf(actor);
  return visibleMessages(actor, channel)
    .filter((message) => message.threadTs === undefined || message.broadcast)
    .map((message) => messageOnScreen(message, reader));
}

/** A thread: its root, then the replies. */
export function readThread(actor: Actor, channel: Channel, ts: string): ScreenMessage[] {
  const reader = readerOf(actor);
  return visibleMessages(actor, channel)
    .filter((message) => message.ts === ts || message.threadTs === ts)
    .map((message) => messageOnScreen(message, reader));
}

/** The modal on top, or null. */
export function readModal(actor: Actor): ScreenView | null {
  const open = openViewsOf(actor.workspace.world, actor.user.id);
  const top = open.at(-1);
  return top === undefined ? null : viewOnScreen(top, open.length, readerOf(actor));
}

/** The Home tab as it was last published, or null. */
export function readHome(actor: Actor): ScreenView | null {
  const home = actor.workspace.world.homes.get(actor.user.id);
  return home === undefined ? null : viewOnScreen(home, 0, readerOf(actor));
}

/** The modal on top as it is stored. Throws an ActError when none is open. */
export function topView({ workspace, user }: Actor): View {
  const top = openViewsOf(workspace.world, user.id).at(-1);
  if (top === undefined) throw new ActError("no_modal", `${user.name} has no modal open`);
  return top;
}
