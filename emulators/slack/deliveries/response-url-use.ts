import { type JsonObject, textOf } from "../json.ts";
import { judgeMessage } from "../judge.ts";
import type { ResponseTarget } from "../response-urls.ts";
import type { Workspace } from "../workspace.ts";
import { contentOf, contentPart } from "../world/message-content.ts";
import { namedContent, postMessage, removeMessage } from "../world/post-message.ts";

export type ResponseResult = { ok: true } | { ok: false; error: string; messages: string[] };

/** Carries out one answer over a response_url: a new message, or a change of the message it came from. */
export function applyResponse(
  workspace: Workspace,
  target: ResponseTarget,
  body: JsonObject,
): ResponseResult {
  const { world } = workspace;
  const channel = world.channels.get(target.channelId);
  if (channel === undefined) return { ok: false, error: "channel_not_found", messages: [] };
  const original =
    target.messageTs === undefined
      ? undefined
      : world.findMessage(target.channelId, target.messageTs);

  if (body.delete_original === true) {
    if (original === undefined) return { ok: false, error: "message_not_found", messages: [] };
    removeMessage(world, original);
    return { ok: true };
  }
  const refusal = judgeMessage(workspace, contentPart(body));
  if (refusal !== undefined) return { ok: false, ...refusal };
  const content = contentOf(body);
  if (body.replace_original === true && target.messageTs !== undefined) {
    if (original === undefined) return { ok: false, error: "message_not_found", messages: [] };
    Object.assign(original, namedContent(content));
    if (original.ephemeralTo === undefined) {
      original.edited = { user: world.app.botUserId, ts: world.ids.nextTs() };
    }
    return { ok: true };
  }
  postMessage(world, channel, {
    user: world.app.botUserId,
    fromApp: true,
    content,
    threadTs: textOf(body.thread_ts),
    ephemeralTo: body.response_type === "in_channel" ? undefined : target.userId,
  });
  return { ok: true };
}
