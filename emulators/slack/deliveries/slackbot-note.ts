import type { Workspace } from "../workspace.ts";
import type { Channel } from "../world/entities.ts";
import { postMessage } from "../world/post-message.ts";
import type { Delivered } from "./app-link.ts";

export const SLACKBOT_ID = "USLACKBOT";

/** Slack's word for a failed delivery, as it stands in the note to the person. */
export function failureWord(delivered: Delivered): "operation_timeout" | "dispatch_failed" {
  return delivered.outcome === "timeout" ? "operation_timeout" : "dispatch_failed";
}

/** Tells one person that something failed, as Slackbot does. */
export function slackbotNote(
  workspace: Workspace,
  channel: Channel,
  userId: string,
  text: string,
  threadTs?: string,
): void {
  postMessage(workspace.world, channel, {
    user: SLACKBOT_ID,
    fromApp: false,
    content: { text, blocks: undefined, attachments: undefined },
    ephemeralTo: userId,
    threadTs,
  });
}
