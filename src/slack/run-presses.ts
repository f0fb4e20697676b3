import { type ActionId, actions } from "../../blocks/ids.ts";
import type { Answer } from "../domain/answer.ts";
import type { Environment } from "../domain/environment.ts";
import { cancelRequest } from "../use-cases/cancel-request.ts";
import { pausePool } from "../use-cases/pause-pool.ts";
import { requestOpening } from "../use-cases/request-opening.ts";
import { retryRun } from "../use-cases/retry-run.ts";
import { deleteDraft } from "../use-cases/save-draft.ts";
import { vote } from "../use-cases/vote.ts";
import { oldButton } from "./click.ts";
import { openDenyForm } from "./deny-click.ts";
import { openTasksForm } from "./open-form.ts";
import { aboutRun, type Press } from "./press.ts";
import { resumeDraft } from "./resume-draft.ts";
import type { Toolbox } from "./toolbox.ts";

/** The pool that a run's card is about; null while it has none. */
const poolOf = async (
  tools: Toolbox,
  runId: string,
): Promise<{ environment: Environment; poolId: string } | null> => {
  const run = await tools.deps.database.runs.find(runId);
  return run?.poolId == null ? null : { environment: run.environment, poolId: run.poolId };
};

const remove = async (
  tools: Toolbox,
  runId: string,
  person: Parameters<typeof deleteDraft>[2],
): Promise<Answer> => {
  const deleted = await deleteDraft(tools.deps, runId, person);
  if ("refusal" in deleted) {
    return { type: "refused", environment: "sandbox", refusal: deleted.refusal, requestId: null };
  }
  const text = "The draft is deleted. Nothing was sent to Toloka.";
  return { type: "said", environment: deleted.run.environment, text };
};

/**
 * Buttons that are decided in one short transaction: it is committed before Slack gets its
 * acknowledgement.
 */
export const committingPresses: { readonly [Id in ActionId]?: Press } = {
  [actions.approve]: aboutRun(async (tools, { person }, run) => {
    const outcome = await vote(tools.deps, { ...run, person, decision: "approve", reason: null });
    return outcome.answer;
  }),
  [actions.cancelRequest]: aboutRun((tools, { person }, run) =>
    cancelRequest(tools.deps, { ...run, person }),
  ),
  [actions.retry]: aboutRun((tools, { person }, run) => retryRun(tools.deps, { ...run, person })),
  [actions.deleteDraft]: aboutRun((tools, { person }, { runId }) => remove(tools, runId, person)),
};

/** Buttons of cards that ask Toloka or open a form, after the acknowledgement. */
export const askingPresses: { readonly [Id in ActionId]?: Press } = {
  [actions.deny]: openDenyForm,
  [actions.resumeDraft]: resumeDraft,
  [actions.requestOpening]: aboutRun(async (tools, click, { runId }) => {
    const pool = await poolOf(tools, runId);
    return pool === null ? oldButton() : requestOpening(tools.deps, { ...click, ...pool });
  }),
  [actions.pause]: aboutRun(async (tools, click, { runId }) => {
    const pool = await poolOf(tools, runId);
    return pool === null ? oldButton() : pausePool(tools.deps, { ...click, ...pool, why: null });
  }),
  [actions.addTasks]: aboutRun(async (tools, click, { runId }) => {
    const pool = await poolOf(tools, runId);
    if (pool === null) return oldButton();
    await openTasksForm(
      tools,
      { ...click, environment: pool.environment },
      { kind: "pool", poolId: pool.poolId },
    );
    return null;
  }),
};
