import { schedule as cronSchedule, type Logger } from "node-cron";
import { askForWatch } from "../use-cases/ask-for-watch.ts";
import type { Log } from "../use-cases/ports.ts";
import type { Database } from "../use-cases/store-ports.ts";

/** A running schedule. */
export type Schedule = {
  /** The pause between the next two fires, in milliseconds. */
  everyMs(): number;
  stop(): Promise<void>;
};

/**
 * Enqueues one durable `watch` job at every fire of a cron expression (5 or 6 fields, UTC), once among all
 * processes on one database, and one at the start for whatever was missed while nothing ran. A fire during
 * which the database cannot be reached is skipped. Throws when the expression is not valid.
 */
export const startSchedule = async (settings: {
  cron: string;
  database: Pick<Database, "transaction">;
  log: Log;
}): Promise<Schedule> => {
  const { cron, database, log } = settings;
  const task = cronSchedule(cron, () => {}, {
    name: "watch",
    timezone: "UTC",
    distributed: true,
    runCoordinator: { shouldRun: (fire) => claimFire(database, fire, log) },
    logger: forwardTo(log),
  });
  await database.transaction((store) => store.jobs.send({ name: "watch" }));
  return {
    everyMs: () => {
      const [next, then] = task.getNextRuns(2);
      return next === undefined || then === undefined ? 60_000 : then.getTime() - next.getTime();
    },
    stop: async () => {
      await task.destroy();
    },
  };
};

/**
 * Takes a fire for this process: its key and the job are committed together, so that the one who wins cannot
 * lose the job. False when another process was first, or when the database did not answer.
 */
const claimFire = async (
  database: Pick<Database, "transaction">,
  fire: string,
  log: Log,
): Promise<boolean> => {
  try {
    return await database.transaction(async (store) => {
      if (!(await store.deliveries.first(`cron ${fire}`, "cron"))) return false;
      return askForWatch(store);
    });
  } catch (error) {
    log.warn(
      { fire, error: error instanceof Error ? error.message : String(error) },
      "A watch was skipped because the database did not answer",
    );
    return false;
  }
};

/** node-cron's own complaints, such as a fire missed by a busy process. */
const forwardTo = (log: Log): Logger => {
  const warn = (message: string | Error) =>
    log.warn({ error: String(message) }, "The schedule of the watcher complains");
  return { info: () => {}, debug: () => {}, warn, error: warn };
};
