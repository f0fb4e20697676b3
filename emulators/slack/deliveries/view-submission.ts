import { isObject, type JsonObject, objectsOf, textOf } from "../json.ts";
import { judgeView } from "../judge.ts";
import { viewShape } from "../modals/view-shape.ts";
import { closeAll, closeTop, pushView, replaceView } from "../modals/view-stack.ts";
import type { Workspace } from "../workspace.ts";
import type { User, View } from "../world/entities.ts";
import type { Delivered } from "./app-link.ts";
import { interactionHead } from "./payload-parts.ts";

/** What Slack shows over a form whose submission failed. */
const TROUBLE = "We had some trouble connecting. Try again?";

/** Sends a submission and carries out what its acknowledgement asks for. */
export async function sendSubmission(
  workspace: Workspace,
  user: User,
  view: View,
): Promise<Delivered> {
  const { world } = workspace;
  view.fieldErrors = new Map();
  view.trouble = undefined;
  const delivered = await workspace.appLink.send({
    type: "view_submission",
    socketType: "interactive",
    form: "payload",
    user: user.id,
    payload: {
      type: "view_submission",
      ...interactionHead(world, user),
      trigger_id: workspace.triggers.issue({
        userId: user.id,
        channelId: view.channelId,
        viewId: view.id,
      }),
      view: viewShape(world, view, true),
      response_urls: [],
    },
  });
  if (delivered.outcome !== "acked") view.trouble = TROUBLE;
  else applyAck(workspace, user, view, delivered.body);
  return delivered;
}

function applyAck(workspace: Workspace, user: User, view: View, body: unknown): void {
  const { world } = workspace;
  // The app may have closed or replaced the stack while it worked on the submission.
  if (!world.views.has(view.id)) return;
  if (body === null || body === "") {
    if (world.stacks.get(user.id)?.at(-1) === view.id) closeTop(world, user.id);
    return;
  }
  const complaint = isObject(body)
    ? actionComplaint(workspace, user, view, body)
    : [`the answer is not a JSON object: ${String(body).slice(0, 100)}`];
  if (complaint.length === 0) return;
  view.trouble = TROUBLE;
  workspace.ledger.append({
    kind: "violation",
    where: "ack of a view_submission",
    messages: complaint,
    payload: body,
  });
}

/** Carries out a `response_action`; returns what is wrong with it. */
function actionComplaint(workspace: Workspace, user: User, view: View, body: JsonObject): string[] {
  switch (body.response_action) {
    case "clear":
      closeAll(workspace.world, user.id);
      return [];
    case "errors":
      return showErrors(view, body.errors);
    case "update":
    case "push": {
      const refusal = judgeView(workspace, body.view, "modal");
      if (refusal !== undefined) return [refusal.error, ...refusal.messages];
      const payload = isObject(body.view) ? body.view : {};
      const stacked =
        body.response_action === "update"
          ? replaceView(workspace.world, view, payload)
          : pushView(workspace.world, user.id, payload);
      return stacked.ok ? [] : [stacked.error];
    }
    default:
      return [`unknown response_action: ${JSON.stringify(body.response_action)}`];
  }
}

/** Errors may stand only at input blocks that the view has, and there must be one. */
function showErrors(view: View, errors: unknown): string[] {
  if (!isObject(errors) || Object.keys(errors).length === 0) return ["errors must name a block"];
  const inputs = new Set(
    objectsOf(view.payload.blocks)
      .filter((block) => block.type === "input")
      .map((block) => textOf(block.block_id)),
  );
  const complaints = Object.entries(errors).flatMap(([blockId, text]) => {
    if (!inputs.has(blockId)) return [`errors names a block that is no input block: ${blockId}`];
    return typeof text === "string" && text !== "" ? [] : [`the error at ${blockId} is not a text`];
  });
  if (complaints.length > 0) return complaints;
  view.fieldErrors = new Map(
    Object.entries(errors).map(([blockId, text]) => [blockId, String(text)]),
  );
  return [];
}
