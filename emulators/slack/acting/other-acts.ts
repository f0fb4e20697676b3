import { sendCommand } from "../deliveries/command.ts";
import { sendEvent } from "../deliveries/event.ts";
import { sendMessageEvents } from "../deliveries/message-events.ts";
import { sendMessageShortcut } from "../deliveries/message-shortcut.ts";
import { viewShape } from "../modals/view-shape.ts";
import { closeAll } from "../modals/view-stack.ts";
import type { ActResult } from "../screen.ts";
import type { Message } from "../world/entities.ts";
import { postMessage } from "../world/post-message.ts";
import { ActError } from "./act-error.ts";
import { type Actor, channelOf, notSent, resultOf, writableChannel } from "./actor.ts";
import { visibleMessages } from "./read-screen.ts";

/** Types a slash command in a conversation. Open modals are closed first: one cannot type behind them. */
export async function typeCommand(
  actor: Actor,
  channelName: string,
  line: string,
): Promise<ActResult> {
  const channel = writableChannel(actor, channelName);
  closeAll(actor.workspace.world, actor.user.id);
  const delivered = await sendCommand(actor.workspace, actor.user, channel, line);
  return delivered === undefined ? notSent("unknown command") : resultOf(delivered);
}

/** Posts a message as this person, perhaps in a thread. Returns its ts. */
export async function postAs(
  actor: Actor,
  channelName: string,
  text: string,
  threadTs: string | undefined,
  files: string[] = [],
): Promise<string> {
  const channel = writableChannel(actor, channelName);
  const message = postMessage(actor.workspace.world, channel, {
    user: actor.user.id,
    fromApp: false,
    content: { text, blocks: undefined, attachments: undefined },
    threadTs,
    files,
    subtype: files.length > 0 ? "file_share" : undefined,
  });
  await sendMessageEvents(actor.workspace, channel, message);
  return message.ts;
}

/** Picks a message shortcut from the menu of a message. */
export async function useShortcut(
  actor: Actor,
  callbackId: string,
  channelName: string,
  ts: string,
): Promise<ActResult> {
  const known = actor.workspace.manifest.messageShortcuts;
  if (known !== undefined && !known.includes(callbackId)) {
    throw new ActError("no_such_shortcut", `The app has no message shortcut ${callbackId}`);
  }
  const channel = channelOf(actor, channelName);
  const message: Message | undefined = visibleMessages(actor, channel).find(
    (each) => each.ts === ts,
  );
  if (message === undefined) throw new ActError("no_such_message", `There is no message ${ts}`);
  return resultOf(
    await sendMessageShortcut(actor.workspace, actor.user, channel, message, callbackId),
  );
}

/** Opens the Home tab of the app. */
export async function openHome(actor: Actor): Promise<ActResult> {
  const { workspace, user } = actor;
  const { world } = workspace;
  const home = world.homes.get(user.id);
  const delivered = await sendEvent(workspace, "app_home_opened", {
    type: "app_home_opened",
    user: user.id,
    channel: world.directMessageOf(user.id).id,
    tab: "home",
    ...(home === undefined ? {} : { view: viewShape(world, home, true) }),
    event_ts: world.ids.nextTs(),
  });
  return delivered === undefined ? notSent("not asked for") : resultOf(delivered);
}
