import { setTimeout as sleep } from "node:timers/promises";
import { type Environment, environments } from "../domain/environment.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import { isFresh, keepBalance } from "./balances.ts";
import type { Deps } from "./deps.ts";
import type { JobOutcome } from "./store-ports.ts";

/** After this long without an answer the Home says so, in milliseconds. */
const patienceMs = 8_000;

/** Asks one account for its balance; null when Toloka does not say it in time. */
const ask = async (deps: Deps, environment: Environment): Promise<number | null> => {
  const connection = deps.toloka.connection(environment);
  if (connection === null) return null;
  const patience = new AbortController();
  const late = sleep(patienceMs, null, { signal: patience.signal }).catch(() => null);
  try {
    return (await Promise.race([connection.requester(), late]))?.balanceMicros ?? null;
  } catch (error) {
    if (!(error instanceof TolokaError)) throw error;
    deps.log.warn({ environment, code: error.facts.code }, "the balance could not be read");
    return null;
  } finally {
    patience.abort();
  }
};

/** Reads the balances that are old, and has the person's Home painted with them or with words. */
export const readBalances = async (deps: Deps, userId: string): Promise<JobOutcome> => {
  await Promise.all(
    environments.map(async (environment) => {
      if (deps.toloka.connection(environment) === null || (await isFresh(deps, environment)))
        return;
      await keepBalance(deps, environment, await ask(deps, environment));
    }),
  );
  await deps.database.jobs.send({ name: "paint-home", userId, isUrgent: true });
  return "done";
};
