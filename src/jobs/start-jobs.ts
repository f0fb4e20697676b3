import type { KyselyTransactionLike } from "pg-boss";
import type { Log } from "../use-cases/ports.ts";
import type { Job, JobHandlers } from "../use-cases/store-ports.ts";
import { queues } from "./queues.ts";
import { runJob, type SendAgain } from "./run-job.ts";
import { sendJob } from "./send-job.ts";
import { type BossConnection, startBoss } from "./start-boss.ts";
import { createWakeUps } from "./wake-ups.ts";

/** The durable jobs of this process. */
export type Jobs = {
  /** Sends a job by the statements of a Kysely or of one of its transactions; `afterMs` delays it. */
  send(
    job: Job,
    options: { readonly afterMs: number },
    kysely: KyselyTransactionLike,
  ): Promise<void>;
  /** Begins to work on the queues. */
  work(handlers: JobHandlers): Promise<void>;
  /** Takes no more jobs, waits for the running ones, and frees those that are not done in time for another start. */
  stop(timeoutMs: number): Promise<void>;
};

/**
 * Starts the queues, ready for sending; `work` begins the working. Jobs of one name and one subject run one
 * at a time over all processes.
 */
export const startJobs = async (settings: { boss: BossConnection; log: Log }): Promise<Jobs> => {
  const { log } = settings;
  const boss = await startBoss(settings.boss, log);
  const wakeUps = createWakeUps((workId) => boss.notifyWorker(workId));
  const send: Jobs["send"] = async (job, options, kysely) => {
    await sendJob(boss, job, options, kysely);
    wakeUps.plan(job.name, options.afterMs);
  };
  const sendAgain: SendAgain = async (job, options) => {
    await sendJob(boss, job, options);
    wakeUps.plan(job.name, options.afterMs);
  };
  // A single process learns of every job by a notice or a wake-up; others may have died with theirs.
  const pollSeconds = settings.boss.backend === "pglite" ? 2 : 1;
  return {
    send,
    work: async (handlers) => {
      for (const { name, atOnce } of queues) {
        const workId = await boss.work(
          name,
          {
            localConcurrency: atOnce,
            includeMetadata: true,
            pollingIntervalSeconds: pollSeconds,
            notifyPollingIntervalSeconds: pollSeconds,
          },
          async (stored: Parameters<typeof runJob>[0][]) => {
            try {
              for (const job of stored) await runJob(job, { handlers, sendAgain, log });
            } finally {
              // The next job of this subject could not start before; look for it without waiting.
              wakeUps.wake(name);
            }
          },
        );
        wakeUps.know(name, workId);
      }
    },
    stop: async (timeoutMs) => {
      wakeUps.stop();
      await boss.stop({ graceful: true, timeout: timeoutMs });
    },
  };
};
