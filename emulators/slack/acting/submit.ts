import { sendViewClosed } from "../deliveries/view-closed.ts";
import { sendSubmission } from "../deliveries/view-submission.ts";
import { isObject, objectsOf } from "../json.ts";
import { statefulElementsOf, stateKey } from "../modals/element-state.ts";
import { closeAll, closeTop } from "../modals/view-stack.ts";
import { labelOf } from "../rendering/view-on-screen.ts";
import type { ActResult } from "../screen.ts";
import type { View } from "../world/entities.ts";
import { ActError } from "./act-error.ts";
import { type Actor, notSent, readerOf, resultOf } from "./actor.ts";
import { fieldProblem } from "./field-problem.ts";
import { topView } from "./read-screen.ts";

/** Submits the top modal. What Slack's own form checks find is reported instead of being sent. */
export async function submit(actor: Actor): Promise<ActResult> {
  const view = topView(actor);
  if (!isObject(view.payload.submit)) {
    throw new ActError("no_submit", "The modal has no submit button");
  }
  const problems = problemsOf(actor, view);
  if (Object.keys(problems).length > 0) return notSent("invalid", { problems });
  return resultOf(await sendSubmission(actor.workspace, actor.user, view));
}

function problemsOf(actor: Actor, view: View): Record<string, string> {
  const reader = readerOf(actor);
  const problems: Record<string, string> = {};
  for (const place of statefulElementsOf(objectsOf(view.payload.blocks))) {
    if (!place.isInput) continue;
    const problem = fieldProblem(place, view.state.get(stateKey(place))?.value ?? {});
    if (problem === undefined) continue;
    problems[labelOf(place, reader)] = problem;
    view.fieldErrors.set(place.blockId, problem);
  }
  return problems;
}

/** Closes the top modal, or all of them by the cross in the corner. Clears all with `clear_on_close`. */
export async function close(actor: Actor, all: boolean): Promise<ActResult> {
  const { workspace, user } = actor;
  const top = topView(actor);
  const clears = all || top.payload.clear_on_close === true;
  const closed = clears
    ? closeAll(workspace.world, user.id)
    : [closeTop(workspace.world, user.id)].flatMap((view) => view ?? []);
  let result = notSent("not asked for");
  for (const view of closed) {
    const delivered = await sendViewClosed(workspace, user, view, clears);
    if (delivered !== undefined) result = resultOf(delivered);
  }
  return result;
}
