import type { Delivered } from "../deliveries/app-link.ts";
import { actionOf, sendMessageAction, sendViewAction } from "../deliveries/block-action.ts";
import { failureWord, slackbotNote } from "../deliveries/slackbot-note.ts";
import { type JsonObject, objectsOf } from "../json.ts";
import { type Pressable, pressablesOf } from "../rendering/buttons.ts";
import type { ActResult } from "../screen.ts";
import type { Channel, Message, View } from "../world/entities.ts";
import { ActError } from "./act-error.ts";
import { type Actor, channelOf, notSent, readerOf, resultOf } from "./actor.ts";
import { readHome, readModal, topView, visibleMessages } from "./read-screen.ts";
import { close, submit } from "./submit.ts";

type PressPlace = "modal" | "message" | "home";

/** Which button: by the text on it, where it stands, and how its confirm dialog is answered. */
export type Press = {
  text: string;
  in?: PressPlace | undefined;
  channel?: string | undefined;
  ts?: string | undefined;
  confirm: boolean;
};

/** Presses a button. Without a place: in the top modal if one is open, else in the newest message that has it. */
export async function press(actor: Actor, wanted: Press): Promise<ActResult> {
  const modalOpen = readModal(actor) !== null;
  const inMessage = wanted.channel !== undefined || wanted.ts !== undefined;
  const place = wanted.in ?? (modalOpen && !inMessage ? "modal" : "message");
  switch (place) {
    case "modal":
      return await pressInModal(actor, wanted);
    case "home":
      return await pressInHome(actor, wanted);
    case "message":
      return await pressInMessage(actor, wanted);
  }
}

async function pressInModal(actor: Actor, wanted: Press): Promise<ActResult> {
  const view = topView(actor);
  const found = find(actor, objectsOf(view.payload.blocks), wanted.text);
  if (found !== undefined) return await pressInView(actor, view, found, wanted.confirm);
  const shown = readModal(actor);
  if (shown?.submit === wanted.text) return await submit(actor);
  if (shown?.close === wanted.text) return await close(actor, false);
  throw noButton(wanted.text, shown?.buttons.map((button) => button.text) ?? []);
}

async function pressInHome(actor: Actor, wanted: Press): Promise<ActResult> {
  const home = actor.workspace.world.homes.get(actor.user.id);
  const found =
    home === undefined ? undefined : find(actor, objectsOf(home.payload.blocks), wanted.text);
  if (home === undefined || found === undefined) {
    throw noButton(wanted.text, readHome(actor)?.buttons.map((button) => button.text) ?? []);
  }
  return await pressInView(actor, home, found, wanted.confirm);
}

async function pressInView(
  actor: Actor,
  view: View,
  found: Pressable,
  confirm: boolean,
): Promise<ActResult> {
  const dialog = found.button.confirm;
  if (dialog !== null && !confirm) return notSent("cancelled", { confirm: dialog });
  const action = actionOf(found.place, chosenOf(found));
  const delivered = await sendViewAction(actor.workspace, actor.user, view, action);
  return resultOf(delivered, dialog);
}

async function pressInMessage(actor: Actor, wanted: Press): Promise<ActResult> {
  const { channel, message, found } = findInMessages(actor, wanted);
  const dialog = found.button.confirm;
  if (dialog !== null && !wanted.confirm) return notSent("cancelled", { confirm: dialog });
  const { workspace, user } = actor;
  const action = actionOf(found.place, chosenOf(found));
  const delivered = await sendMessageAction(workspace, user, channel, message, action);
  if (delivered.outcome !== "acked") tell(actor, channel, message, delivered);
  return resultOf(delivered, dialog);
}

/** Slack shows a warning beside a button whose press failed. */
function tell(actor: Actor, channel: Channel, message: Message, delivered: Delivered): void {
  const text = `The action failed with the error "${failureWord(delivered)}"`;
  slackbotNote(actor.workspace, channel, actor.user.id, text, message.threadTs);
}

function findInMessages(
  actor: Actor,
  wanted: Press,
): { channel: Channel; message: Message; found: Pressable } {
  const { workspace, user } = actor;
  const channels =
    wanted.channel === undefined
      ? [...workspace.world.channels.values()].filter((channel) => channel.members.has(user.id))
      : [channelOf(actor, wanted.channel)];
  const messages = channels
    .flatMap((channel) => visibleMessages(actor, channel).map((message) => ({ channel, message })))
    .filter(({ message }) => wanted.ts === undefined || message.ts === wanted.ts)
    .toSorted((left, right) => Number(right.message.ts) - Number(left.message.ts));
  for (const { channel, message } of messages) {
    const inner = (message.attachments ?? []).flatMap(({ blocks }) => objectsOf(blocks));
    const found = find(actor, [...(message.blocks ?? []), ...inner], wanted.text);
    if (found !== undefined) return { channel, message, found };
  }
  throw noButton(wanted.text, []);
}

function find(actor: Actor, blocks: JsonObject[], text: string): Pressable | undefined {
  return pressablesOf(blocks, readerOf(actor)).find(({ button }) => button.text === text);
}

function chosenOf({ option }: Pressable): JsonObject {
  return option === undefined ? {} : { selected_option: option };
}

function noButton(text: string, known: string[]): ActError {
  const list = known.length === 0 ? "" : ` There are: ${known.join(", ")}`;
  return new ActError("no_such_button", `No button says "${text}".${list}`);
}
