import { environments } from "../domain/environment.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import { archiveOrphans } from "./archive-orphans.ts";
import { beginWatch } from "./ask-for-watch.ts";
import type { Deps } from "./deps.ts";
import { expireRequests } from "./expire-requests.ts";
import { forgetOldThings } from "./forget-old-things.ts";
import { noteAnswered, noteSilent } from "./outage.ts";
import { refreshAgedHomes } from "./refresh-homes.ts";
import type { JobOutcome } from "./store-ports.ts";
import { wakeForgotten } from "./wake-forgotten.ts";
import { warnOfExpiry } from "./warn-of-expiry.ts";
import { watchPools } from "./watch-pools.ts";
import { returnToWishes } from "./wish-for-results.ts";

/**
 * One look at everything that time or other people change: pools, closing times, waiting requests, work
 * that lost its job. Warnings come from stored times, so they are given also while Toloka is silent.
 */
export const watch = async (deps: Deps): Promise<JobOutcome> => {
  await beginWatch(deps.database);
  await wakeForgotten(deps);
  await forgetOldThings(deps);
  await expireRequests(deps);
  await refreshAgedHomes(deps);
  for (const environment of environments) {
    const connection = deps.toloka.connection(environment);
    if (connection === null) continue;
    try {
      await watchPools(deps, connection);
      await noteAnswered(deps, environment);
      await returnToWishes(deps, environment);
      await archiveOrphans(deps, connection);
    } catch (error) {
      if (!(error instanceof TolokaError)) throw error;
      deps.log.warn(
        { environment, code: error.facts.code },
        "the pools could not be read; the next tick tries again",
      );
      await noteSilent(deps, environment, error.facts.code);
    }
    await warnOfExpiry(deps, connection);
  }
  return "done";
};
