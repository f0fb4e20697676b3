import { fromKysely, type KyselyTransactionLike, type PgBoss } from "pg-boss";
import type { Job } from "../use-cases/store-ports.ts";
import { subjectOf } from "./subject.ts";

/**
 * Puts a job into its queue with statements of the given Kysely, so that an open transaction takes the job
 * with it when it commits or rolls back. `afterMs` delays the job by milliseconds of the database clock.
 * A second job with the same `id` is not stored.
 */
export const sendJob = async (
  boss: PgBoss,
  job: Job,
  options: { readonly afterMs: number; readonly id?: string },
  kysely?: KyselyTransactionLike,
): Promise<void> => {
  await boss.send(job.name, job, {
    singletonKey: subjectOf(job),
    ...(options.afterMs > 0 ? { startAfter: options.afterMs / 1_000 } : {}),
    ...(options.id === undefined ? {} : { id: options.id }),
    // On PGlite a statement beside the open transaction would wait for it, and it for the statement.
    ...(kysely === undefined ? {} : { db: fromKysely(kysely) }),
  });
};
