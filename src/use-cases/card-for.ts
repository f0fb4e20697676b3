import type { RunCard } from "../domain/card.ts";
import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { tolokaPage } from "./toloka-page.ts";

/** The facts that a run's card is painted from. */
export const cardFor = (deps: Deps, run: Run): RunCard => {
  const policy = deps.policy.environments[run.environment];
  return {
    run,
    approvers: policy?.approvers ?? null,
    requesterMayApprove: policy?.requesterMayApprove ?? false,
    tolokaPage: tolokaPage(run.environment, run.projectId, run.poolId),
  };
};
