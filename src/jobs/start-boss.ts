import { type ConstructorOptions, PgBoss } from "pg-boss";
import type { Log } from "../use-cases/ports.ts";
import { deadLetterQueue, queueOptions, queues } from "./queues.ts";

/** How pg-boss reaches the database: its own pool on Postgres, the shared connection on PGlite. */
export type BossConnection = Pick<ConstructorOptions, "backend" | "db" | "connectionString">;

/** Starts pg-boss, brings its tables up to date and makes the queues. */
export const startBoss = async (connection: BossConnection, log: Log): Promise<PgBoss> => {
  // How quickly the jobs of a dead process are noticed once their heartbeat is over. On PGlite no other
  // process can die, and looking every second takes two percent of a core.
  const lookSeconds = connection.backend === "pglite" ? 10 : 1;
  const boss = new PgBoss({
    ...connection,
    application_name: "lifeguard jobs",
    max: 5,
    connectionTimeoutMillis: 5_000,
    useListenNotify: true,
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: lookSeconds,
    monitorIntervalSeconds: lookSeconds,
  });
  // Without a listener an error event would end the process.
  boss.on("error", (error) => log.warn({ error: error.message }, "The job queue met an error"));
  boss.on("warning", ({ message }) => log.warn({ warning: message }, "The job queue warns"));
  await boss.start();
  await boss.createQueue(deadLetterQueue, { retentionSeconds: 90 * 24 * 60 * 60 });
  for (const queue of queues) {
    const options = queueOptions(queue);
    // "singleton": one active job a key, any number waiting.
    await boss.createQueue(queue.name, { ...options, policy: "singleton" });
    await boss.updateQueue(queue.name, options);
  }
  if (connection.backend === "pglite") await freeLeftOvers(boss);
  return boss;
};

/**
 * Lets jobs that an earlier process left running start again at once instead of after their heartbeat. Right
 * only where this is the one process, which the lock of the data folder makes sure of.
 */
const freeLeftOvers = (boss: PgBoss) =>
  boss
    .getDb()
    .executeSql(
      "update pgboss.job set state = 'retry', start_after = now() where state = 'active'",
    );
