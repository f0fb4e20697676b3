import { denyForm } from "../../blocks/deny-form.ts";
import type { Answer } from "../domain/answer.ts";
import { decideVote } from "../domain/approval.ts";
import type { Refusal } from "../domain/refusal.ts";
import { SlackFailure } from "../use-cases/ports.ts";
import { readGroups } from "../use-cases/read-groups.ts";
import { oldButton } from "./click.ts";
import type { Press } from "./press.ts";
import { slackCall } from "./slack-calls.ts";

/** Asks for the reason of a denial, unless the person could not deny anyway. */
export const openDenyForm: Press = async (tools, click) => {
  const { runValue } = click;
  const run = runValue === null ? null : await tools.deps.database.runs.find(runValue.run);
  if (runValue === null || run === null) return oldButton();
  const policy = tools.deps.policy.environments[run.environment];
  const decision = decideVote({
    run,
    voter: click.person,
    shown: { version: runValue.version },
    policy,
    groups: await readGroups(tools.deps, policy),
    now: tools.deps.clock.now(),
  });
  const refused = (refusal: Refusal): Answer => ({
    type: "refused",
    environment: run.environment,
    refusal,
    requestId: null,
  });
  if (decision.kind === "refused") return refused(decision.refusal);
  const view = denyForm({ runId: run.id, version: runValue.version, poolName: run.poolName ?? "" });
  try {
    await slackCall(() => click.client.views.open({ trigger_id: click.triggerId, view }));
    return null;
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    return refused({
      understood: "Deny a request",
      wrong: `Slack did not let me open the form (${error.code}). Nothing was decided.`,
      next: "Press Deny again.",
      suggestion: null,
    });
  }
};
