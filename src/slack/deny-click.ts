import { denyForm } from "../../blocks/deny-form.ts";
import { decideVote } from "../domain/approval.ts";
import { SlackFailure } from "../use-cases/ports.ts";
import { readGroups } from "../use-cases/read-groups.ts";
import { type Click, oldButton } from "./click.ts";
import { slackCall } from "./slack-calls.ts";
import type { Toolbox } from "./toolbox.ts";

/** Asks for the reason of a denial, unless the person could not deny anyway. */
export const openDenyForm = async (tools: Toolbox, click: Click): Promise<void> => {
  const { runValue } = click;
  const run = runValue === null ? null : await tools.deps.database.runs.find(runValue.run);
  if (runValue === null || run === null) return click.say(oldButton());
  const policy = tools.deps.policy.environments[run.environment];
  const decision = decideVote({
    run,
    voter: click.person,
    shown: { version: runValue.version },
    policy,
    groups: await readGroups(tools.deps, policy),
    now: tools.deps.clock.now(),
  });
  const refused = (refusal: (typeof decision & { kind: "refused" })["refusal"]) =>
    click.say({ type: "refused", environment: run.environment, refusal, requestId: null });
  if (decision.kind === "refused") return refused(decision.refusal);
  const view = denyForm({ runId: run.id, version: runValue.version, poolName: run.poolName ?? "" });
  try {
    await slackCall(() => click.client.views.open({ trigger_id: click.triggerId, view }));
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    await refused({
      understood: "Deny a request",
      wrong: `Slack did not let me open the form (${error.code}). Nothing was decided.`,
      next: "Press Deny again.",
      suggestion: null,
    });
  }
};
