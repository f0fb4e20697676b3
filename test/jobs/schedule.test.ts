import { sql } from "kysely";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { beginWatch } from "../../src/use-cases/ask-for-watch.ts";
import type { Log } from "../../src/use-cases/ports.ts";
import { type Schedule, startSchedule } from "../../src/watcher/schedule.ts";
import { useDatabase } from "../support/database.ts";
import { silentLog } from "../support/silent-log.ts";

const world = useDatabase();
const started: Schedule[] = [];

afterEach(async () => {
  for (const schedule of started.splice(0)) await schedule.stop();
});

const everySecond = "* * * * * *";
const hardlyEver = "0 0 29 2 *";

describe("the schedule of the watcher", () => {
  test("three processes on one database send one job for each fire", async () => {
    const { database, opened, sent } = world();
    const working = setInterval(() => void beginWatch(database), 50);
    onTestFinished(() => clearInterval(working));
    for (let count = 0; count < 3; count += 1) {
      started.push(await startSchedule({ cron: everySecond, database, log: silentLog }));
    }
    await vi.waitFor(() => expect(sent.length).toBeGreaterThanOrEqual(5), 10_000);
    for (const schedule of started.splice(0)) await schedule.stop();
    const fires = await opened.kysely
      .selectFrom("deliveries")
      .select(sql<number>`count(*)::integer`.as("count"))
      .where("kind", "=", "cron")
      .executeTakeFirstOrThrow();
    expect(sent.length).toBe(3 + fires.count);
  });

  test("a start sends one job, for whatever happened while nothing ran", async () => {
    const { database, sent } = world();
    started.push(await startSchedule({ cron: hardlyEver, database, log: silentLog }));
    expect(sent).toEqual([{ job: { name: "watch" }, afterMs: 0 }]);
  });

  test("a fire without a database is skipped and logged", async () => {
    const { database } = world();
    const warned: string[] = [];
    const log: Log = {
      ...silentLog,
      warn: ({ error }, message) => warned.push(`${message}: ${error}`),
    };
    let gone = false;
    started.push(
      await startSchedule({
        cron: everySecond,
        database: {
          transaction: (work) =>
            gone ? Promise.reject(new Error("connection refused")) : database.transaction(work),
        },
        log,
      }),
    );
    gone = true;
    await vi.waitFor(() => expect(warned.length).toBeGreaterThan(0), 5_000);
    expect(warned[0]).toBe(
      "A watch was skipped because the database did not answer: connection refused",
    );
  });

  test("an expression that is none is refused", async () => {
    const { database } = world();
    await expect(
      startSchedule({ cron: "every minute", database, log: silentLog }),
    ).rejects.toThrow();
  });
});
