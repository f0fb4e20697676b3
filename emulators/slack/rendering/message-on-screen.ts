import { SLACKBOT_ID } from "../deliveries/slackbot-note.ts";
import { type JsonObject, objectsOf, textOf } from "../json.ts";
import type { ScreenFile, ScreenMessage } from "../screen.ts";
import type { Message } from "../world/entities.ts";
import { repliesOf } from "../world/post-message.ts";
import { renderBlocks } from "./block-text.ts";
import { pressablesOf } from "./buttons.ts";
import { linksIn, type Reader, renderMrkdwn } from "./mrkdwn.ts";

/** A message as its reader sees it. */
export function messageOnScreen(message: Message, reader: Reader): ScreenMessage {
  const { world } = reader;
  const blocks = message.blocks ?? [];
  const attachments = message.attachments ?? [];
  const inner = attachments.flatMap((attachment) => objectsOf(attachment.blocks));
  const all = [...blocks, ...inner];
  return {
    ts: message.ts,
    threadTs: message.threadTs ?? null,
    from: nameOf(message.user, reader),
    fromApp: message.fromApp,
    text: bodyText(message, reader),
    notification: renderMrkdwn(message.text, reader),
    links: linksIn(JSON.stringify([message.text, all])),
    blocks,
    attachments,
    buttons: pressablesOf(all, reader).map(({ button }) => button),
    ephemeral: message.ephemeralTo !== undefined,
    broadcast: message.broadcast,
    edited: message.edited !== undefined,
    replyCount: message.threadTs === undefined ? repliesOf(world, message).length : 0,
    files: message.files.flatMap((id) => fileOnScreen(id, reader) ?? []),
    metadata: message.metadata ?? null,
  };
}

function nameOf(userId: string, { world }: Reader): string {
  if (userId === SLACKBOT_ID) return "slackbot";
  return world.users.get(userId)?.name ?? userId;
}

/** Blocks stand in place of the text; attachments come below. */
function bodyText(message: Message, reader: Reader): string {
  const main =
    message.blocks === undefined
      ? renderMrkdwn(message.text, reader)
      : renderBlocks(message.blocks, reader);
  const below = (message.attachments ?? []).map((attachment) => attachmentText(attachment, reader));
  return [main, ...below].filter((text) => text !== "").join("\n");
}

function attachmentText(attachment: JsonObject, reader: Reader): string {
  const texts = ["pretext", "title", "text"].flatMap((key) => textOf(attachment[key]) ?? []);
  const fields = objectsOf(attachment.fields).map((field) => `${field.title}: ${field.value}`);
  const footer = textOf(attachment.footer);
  return [
    ...[...texts, ...fields].map((text) => renderMrkdwn(text, reader)),
    renderBlocks(objectsOf(attachment.blocks), reader),
    footer === undefined ? "" : renderMrkdwn(footer, reader),
  ]
    .filter((text) => text !== "")
    .join("\n");
}

function fileOnScreen(id: string, { world }: Reader): ScreenFile | undefined {
  const file = world.files.get(id);
  if (file === undefined) return undefined;
  return { id, name: file.name, size: file.size, content: asText(file.content) };
}

/** The bytes as UTF-8 text; null when they are none. */
function asText(content: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
