import type { Answer } from "../domain/answer.ts";
import { mayRequest } from "../domain/approval.ts";
import type { Environment } from "../domain/environment.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Deps } from "./deps.ts";
import type { Person } from "./ports.ts";
import { wishForResults } from "./wish-for-results.ts";

/** Who wants the results of which pool. */
export type ResultsAsk = {
  readonly environment: Environment;
  readonly poolId: string;
  readonly person: Person;
};

/**
 * Asks for what workers have answered so far: it comes into the thread of the pool's card, for everybody who reads
 * there. Whoever may ask for openings may ask for results (product rule: requester, approver).
 */
export const askForResults = async (deps: Deps, ask: ResultsAsk): Promise<Answer> => {
  const { environment, poolId, person } = ask;
  const understood = `Results of pool ${poolId} (${environment})`;
  const refused = (refusal: Refusal): Answer => ({
    type: "refused",
    environment,
    refusal: { ...refusal, understood },
    requestId: null,
  });
  const right = mayRequest({ person, policy: deps.policy.environments[environment], environment });
  if (right.kind === "refused") return refused(right.refusal);
  const run = await deps.database.runs.findByPool(environment, poolId);
  if (run === null) {
    return refused({
      understood,
      wrong: `Pool ${poolId} has no card here, and so no thread for its results.`,
      next: "Download them on Toloka's page, or ask for its opening to give it a card.",
      suggestion: null,
    });
  }
  if (run.openedAt === null) {
    return refused({
      understood,
      wrong: "I have not seen this pool open yet, so nobody can have answered.",
      next: "Its card says what it waits for. If it opened just now, try again in a minute.",
      suggestion: `/toloka status ${poolId}${environment === "production" ? " production" : ""}`,
    });
  }
  await deps.database.transaction(async (store) => {
    await store.audit.write({
      actor: person.id,
      action: "ask-for-results",
      subject: run.id,
      before: run.status,
      after: null,
    });
    await wishForResults(store, run.id, person.id);
  });
  return { type: "gathering", environment, poolId, run, workspaceUrl: deps.workspaceUrl };
};
