import { afterEach } from "vitest";
import { type Jobs, startJobs } from "../../src/jobs/start-jobs.ts";
import { createDatabase } from "../../src/storage/create-database.ts";
import type { Log } from "../../src/use-cases/ports.ts";
import type { Database } from "../../src/use-cases/store-ports.ts";
import type { TestDatabase } from "../support/database.ts";
import { silentLog } from "../support/silent-log.ts";

/** Starts the queues for one test and stops them after it. */
export const useJobs = (world: () => TestDatabase) => {
  const started: Jobs[] = [];
  afterEach(async () => {
    for (const jobs of started.splice(0)) await jobs.stop(1_000);
  });
  return async (log: Log = silentLog): Promise<{ jobs: Jobs; database: Database }> => {
    const { opened } = world();
    const jobs = await startJobs({ boss: opened.boss, log });
    started.push(jobs);
    return { jobs, database: createDatabase(opened.kysely, jobs.send) };
  };
};
