import { z } from "zod";
import type { JsonObject } from "../json.ts";
import { viewShape } from "../modals/view-shape.ts";
import type { Workspace } from "../workspace.ts";
import type { PlacedElement } from "../world/block-elements.ts";
import type { User, View } from "../world/entities.ts";
import type { Delivered } from "./app-link.ts";
import { interactionHead } from "./payload-parts.ts";

const plainText = (max: number) =>
  z.looseObject({ type: z.literal("plain_text"), text: z.string().min(1).max(max) });
const option = z.looseObject({ text: plainText(75), value: z.string().min(1).max(150) });
const group = z.looseObject({ label: plainText(75), options: z.array(option).max(100) });

/** Slack accepts up to 100 options, or up to 100 groups of them. */
const suggestionsSchema = z.union([
  z.looseObject({ options: z.array(option).max(100) }),
  z.looseObject({ option_groups: z.array(group).max(100) }),
]);

export type Suggested = { delivered: Delivered; options: JsonObject[] };

/** Asks the app what to offer for what was typed into an external select. */
export async function sendSuggestion(
  workspace: Workspace,
  user: User,
  view: View,
  place: PlacedElement,
  typed: string,
): Promise<Suggested> {
  const delivered = await workspace.appLink.send({
    type: "block_suggestion",
    socketType: "interactive",
    form: "payload",
    user: user.id,
    payload: {
      type: "block_suggestion",
      ...interactionHead(workspace.world, user),
      container: { type: "view", view_id: view.id },
      action_id: place.actionId,
      block_id: place.blockId,
      value: typed,
      view: viewShape(workspace.world, view, true),
    },
  });
  if (delivered.outcome !== "acked") return { delivered, options: [] };
  const parsed = suggestionsSchema.safeParse(delivered.body);
  if (!parsed.success) {
    workspace.ledger.append({
      kind: "violation",
      where: "answer to a block_suggestion",
      messages: parsed.error.issues.map((issue) => `${issue.path.join("/")}: ${issue.message}`),
      payload: delivered.body,
    });
    return { delivered, options: [] };
  }
  const answer = parsed.data;
  const options =
    "options" in answer ? answer.options : answer.option_groups.flatMap((each) => each.options);
  return { delivered, options: Array.isArray(options) ? options : [] };
}
