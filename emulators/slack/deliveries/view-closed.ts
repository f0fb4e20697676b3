import { viewShape } from "../modals/view-shape.ts";
import type { Workspace } from "../workspace.ts";
import type { User, View } from "../world/entities.ts";
import type { Delivered } from "./app-link.ts";
import { interactionHead } from "./payload-parts.ts";

/** Tells the app that a person closed a view that has `notify_on_close`. What was typed is not sent. */
export async function sendViewClosed(
  workspace: Workspace,
  user: User,
  view: View,
  cleared: boolean,
): Promise<Delivered | undefined> {
  if (view.payload.notify_on_close !== true) return undefined;
  return await workspace.appLink.send({
    type: "view_closed",
    socketType: "interactive",
    form: "payload",
    user: user.id,
    payload: {
      type: "view_closed",
      ...interactionHead(workspace.world, user),
      view: viewShape(workspace.world, view, false),
      is_cleared: cleared,
    },
  });
}
