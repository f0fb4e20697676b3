import { sql } from "kysely";
import { describe, expect, test, vi } from "vitest";
import type { Log } from "../../src/use-cases/ports.ts";
import { useDatabase } from "../support/database.ts";
import { silentLog } from "../support/silent-log.ts";
import { makeHandlers } from "./make-handlers.ts";
import { useJobs } from "./use-jobs.ts";

const world = useDatabase();
const start = useJobs(world);

const rows = async (condition: string) => {
  const query = `select name, state::text as state, output from pgboss.job where ${condition}`;
  const jobs = await sql
    .raw<{ name: string; state: string; output: unknown }>(query)
    .execute(world().opened.kysely);
  return jobs.rows;
};

const recordingLog = () => {
  const lines: { level: string; message: string; fields: object }[] = [];
  const record = (level: string): Log["info"] => {
    return (fields, message) => lines.push({ level, message, fields });
  };
  const log: Log = { info: record("info"), warn: record("warn"), error: record("error") };
  return { lines, log };
};

describe("working on jobs", () => {
  test("jobs about one thing run one after the other, jobs about others beside them", async () => {
    const { jobs, database } = await start();
    const active = new Map<string, number>();
    const finished: string[] = [];
    let mostOfOne = 0;
    let mostOfAll = 0;
    await jobs.work(
      makeHandlers({
        "tell-thread": async ({ runId }) => {
          active.set(runId, (active.get(runId) ?? 0) + 1);
          mostOfOne = Math.max(mostOfOne, ...active.values());
          mostOfAll = Math.max(
            mostOfAll,
            [...active.values()].reduce((sum, count) => sum + count, 0),
          );
          await new Promise((resolve) => setTimeout(resolve, 30));
          active.set(runId, (active.get(runId) ?? 0) - 1);
          finished.push(runId);
          return "done";
        },
      }),
    );
    await database.transaction(async (store) => {
      for (let count = 0; count < 5; count += 1) {
        for (const runId of ["a", "b", "c"]) await store.jobs.send({ name: "tell-thread", runId });
      }
    });
    await vi.waitFor(() => expect(finished).toHaveLength(15), 20_000);
    expect(mostOfOne).toBe(1);
    expect(mostOfAll).toBeGreaterThan(1);
  });

  test("a job that wants to run again does, after its while, and is not counted as failed", async () => {
    const { lines, log } = recordingLog();
    const { jobs, database } = await start(log);
    const times: number[] = [];
    await jobs.work(
      makeHandlers({
        "open-run": async () => {
          times.push(performance.now());
          return times.length < 4 ? { againAfterMs: 150 } : "done";
        },
      }),
    );
    await database.jobs.send({ name: "open-run", runId: "run-1" });
    await vi.waitFor(
      async () => expect(await rows("name = 'open-run' and state = 'completed'")).toHaveLength(4),
      10_000,
    );
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(149);
    expect([times.length, lines]).toEqual([4, []]);
  });

  test("a job that throws is tried again, and only its message is stored", async () => {
    const { lines, log } = recordingLog();
    const { jobs, database } = await start(log);
    let tries = 0;
    await jobs.work(
      makeHandlers({
        "open-run": async () => {
          tries += 1;
          if (tries > 1) return "done";
          throw Object.assign(new Error("no answer"), { config: { headers: "ApiKey secret" } });
        },
      }),
    );
    await database.jobs.send({ name: "open-run", runId: "run-1" });
    await vi.waitFor(() => expect(lines).toHaveLength(1), 5_000);
    const [failed] = await rows("name = 'open-run'");
    expect(JSON.stringify(failed)).not.toContain("secret");
    expect(lines).toEqual([
      {
        level: "warn",
        message: "A job failed and will be tried again",
        fields: {
          job: "open-run",
          jobId: expect.any(String),
          subject: "run-1",
          attempt: 1,
          error: "Error: no answer",
        },
      },
    ]);
    await vi.waitFor(() => expect(tries).toBe(2), 10_000);
  });

  test("a job that fails for good is set aside for an operator, and logged", async () => {
    const { lines, log } = recordingLog();
    const { jobs, database } = await start(log);
    await database.jobs.send({ name: "open-run", runId: "run-1" });
    await sql`update pgboss.job set retry_limit = 0`.execute(world().opened.kysely);
    await jobs.work(
      makeHandlers({
        "open-run": async () => {
          throw new Error("never");
        },
      }),
    );
    await vi.waitFor(
      async () =>
        expect((await rows("name = 'given-up'")).map((job) => job.state)).toEqual(["created"]),
      10_000,
    );
    expect(lines.map(({ level, message }) => [level, message])).toEqual([
      ["error", "A job was given up; it waits in the queue given-up"],
    ]);
  });

  test("stopping waits for the running job", async () => {
    const { jobs, database } = await start();
    const running = Promise.withResolvers<void>();
    let finished = false;
    await jobs.work(
      makeHandlers({
        watch: async () => {
          running.resolve();
          await new Promise((resolve) => setTimeout(resolve, 200));
          finished = true;
          return "done";
        },
      }),
    );
    await database.jobs.send({ name: "watch" });
    await running.promise;
    await jobs.stop(5_000);
    expect([finished, (await rows("name = 'watch'")).map((job) => job.state)]).toEqual([
      true,
      ["completed"],
    ]);
  });

  test("a job that does not end before the stop runs again at the next start", async () => {
    const first = await start();
    const running = Promise.withResolvers<void>();
    const endless = Promise.withResolvers<"done">();
    await first.jobs.work(
      makeHandlers({
        watch: () => {
          running.resolve();
          return endless.promise;
        },
      }),
    );
    await first.database.jobs.send({ name: "watch" });
    await running.promise;
    const before = performance.now();
    await first.jobs.stop(1_000);
    expect(performance.now() - before).toBeLessThan(3_000);
    const second = await start(silentLog);
    const again = Promise.withResolvers<string>();
    await second.jobs.work(
      makeHandlers({
        watch: async ({ name }) => {
          again.resolve(name);
          return "done";
        },
      }),
    );
    expect(await again.promise).toBe("watch");
    endless.resolve("done");
  });
});
