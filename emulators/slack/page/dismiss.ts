import { ActError } from "../acting/act-error.ts";
import type { Actor } from "../acting/actor.ts";
import { removeMessage } from "../world/post-message.ts";
import { messageInSight } from "./find-place.ts";

/**
 * "Dismiss message": takes a message away that only this person sees. Nobody is told, as in Slack. Throws an ActError for
 * a message of others.
 */
export function dismiss(
  actor: Actor,
  where: { readonly channel: string; readonly ts: string },
): void {
  const { message } = messageInSight(actor, where);
  if (message.ephemeralTo === undefined) {
    throw new ActError("not_ephemeral", "Only a message that nobody else sees can be dismissed");
  }
  removeMessage(actor.workspace.world, message);
}
