import { decideVote } from "../domain/approval.ts";
import { differences } from "../domain/plan-hash.ts";
import type { Run, Trouble } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";
import { readGroups } from "./read-groups.ts";
import { readPlanAround, readTasks } from "./read-plan.ts";
import { blockingTrouble, judgePool } from "./request-change.ts";

/** An approval that was not used for this long is void, in milliseconds. */
const approvalLivesMs = 60 * 60_000;

/** What the last look before opening showed. */
export type Preflight =
  | { readonly kind: "go"; readonly checkedAtMs: number }
  | { readonly kind: "changed"; readonly differing: readonly string[] }
  | { readonly kind: "stopped"; readonly trouble: Trouble };

const stopped = (what: string, next: string): Preflight => ({
  kind: "stopped",
  trouble: { what, next, code: null, requestId: null },
});

/** Whether the person who approved may still do so, read fresh from Slack; the refusal in words otherwise. */
const stillEntitled = async (deps: Deps, run: Run): Promise<Preflight | null> => {
  const { approval, request } = run;
  if (approval === null || request === null) return stopped("There is no approval.", "Ask again.");
  const policy = deps.policy.environments[run.environment];
  const voter = await deps.people.find(approval.userId);
  const decision = decideVote({
    run: { ...run, status: "requested" },
    voter,
    shown: { version: run.version },
    policy,
    groups: await readGroups(deps, policy),
    now: approval.at,
  });
  if (decision.kind === "counted") return null;
  return stopped(
    `The approval does not count any more: ${decision.refusal.wrong}`,
    "Ask for the opening again.",
  );
};

/**
 * Everything that must be true in the moment before `open`: the approval is young and its giver still
 * entitled, the plan read from Toloka now has the approved hash, and no check has an error. Throws
 * TolokaError and SlackFailure: what cannot be read opens nothing.
 */
export const preflight = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  poolId: string,
): Promise<Preflight> => {
  const { approval, request } = run;
  if (approval === null || request === null) return stopped("There is no approval.", "Ask again.");
  if (deps.clock.now().getTime() - approval.at.getTime() > approvalLivesMs) {
    return stopped(
      "The approval was not used within an hour and is void.",
      "Ask for the opening again.",
    );
  }
  // Reading the tasks of a large pool takes minutes in which rights can be lost: it comes before.
  const tasks = await readTasks(connection, poolId);
  const disentitled = await stillEntitled(deps, run);
  if (disentitled !== null) return disentitled;
  const facts = await readPlanAround(connection, poolId, tasks);
  const checkedAtMs = performance.now();
  if (facts.plan.hash !== request.plan.hash) {
    return { kind: "changed", differing: differences(request.plan, facts.plan) };
  }
  const trouble = blockingTrouble(judgePool(deps, connection, facts).findings);
  return trouble === null ? { kind: "go", checkedAtMs } : { kind: "stopped", trouble };
};
