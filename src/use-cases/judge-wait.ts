import { formatDuration } from "../domain/durations.ts";
import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { isStuck } from "./outage.ts";
import { say } from "./say.ts";
import type { StepOutcome, Waiting } from "./step-outcome.ts";

/** Waits this long are told in the thread, in milliseconds. */
const tellableMs = 5 * 60_000;

/** Tells once for each step that a quota of Toloka has to be waited for. */
const tellQuota = async (deps: Deps, run: Run, ms: number): Promise<void> => {
  const kind = `waiting:${run.step}`;
  if ((await deps.database.effects.find(run.id, kind, 0)) !== null) return;
  const until = new Date(deps.clock.now().getTime() + ms).toISOString();
  await deps.database.transaction(async (store) => {
    await store.effects.begin(run.id, kind, 0, kind);
    await say(store, run.id, { type: "waiting", until, code: "TOO_MANY_REQUESTS" });
  });
};

/** A quota is waited for, and a long one told; anything else that lasts too long stops for a person. */
export const judgeWait = async (deps: Deps, run: Run, wait: Waiting): Promise<StepOutcome> => {
  if (wait.limited === true) {
    if (wait.ms >= tellableMs) await tellQuota(deps, run, wait.ms);
    return wait;
  }
  if (!(await isStuck(deps, run))) return wait;
  return {
    kind: "stopped",
    trouble: {
      what: `Toloka has not finished the step "${run.step}" within ${formatDuration(deps.policy.stuckAfterMs)}.`,
      next: "Nothing is open. Try again: what was done is found first, so that nothing is done twice.",
      code: "STEP_TIMEOUT",
      requestId: null,
    },
  };
};
