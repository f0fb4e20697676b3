import { checkFile } from "./use-cases/check-file.ts";
import { closePool } from "./use-cases/close-pool.ts";
import type { Deps } from "./use-cases/deps.ts";
import { gatherResults } from "./use-cases/gather-results.ts";
import { openRun } from "./use-cases/open-run.ts";
import { paintHome } from "./use-cases/paint-home.ts";
import { prepareRun } from "./use-cases/prepare-run.ts";
import { readBalances } from "./use-cases/read-balances.ts";
import { refreshHomes } from "./use-cases/refresh-homes.ts";
import type { JobHandlers } from "./use-cases/store-ports.ts";
import { tellPerson } from "./use-cases/tell-person.ts";
import { tellThread } from "./use-cases/tell-thread.ts";
import { watch } from "./use-cases/watch.ts";

/** Each durable job and the use case that does it. */
export const jobHandlers = (deps: Deps): JobHandlers => ({
  "prepare-run": (job) => prepareRun(deps, job.runId),
  "open-run": (job) => openRun(deps, job.runId),
  "close-pool": (job) => closePool(deps, job),
  "check-file": (job) => checkFile(deps, job),
  "tell-thread": (job) => tellThread(deps, job.runId),
  "tell-person": (job) => tellPerson(deps, job),
  "gather-results": (job) => gatherResults(deps, job.runId),
  watch: () => watch(deps),
  "refresh-homes": (job) => refreshHomes(deps, job.userIds),
  "paint-home": (job) => paintHome(deps, job),
  "read-balances": (job) => readBalances(deps, job.userId),
});
