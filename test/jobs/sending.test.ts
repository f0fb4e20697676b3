import { sql } from "kysely";
import { describe, expect, test, vi } from "vitest";
import type { Job } from "../../src/use-cases/store-ports.ts";
import { useDatabase } from "../support/database.ts";
import { makeHandlers } from "./make-handlers.ts";
import { useJobs } from "./use-jobs.ts";

const world = useDatabase();
const start = useJobs(world);

const storedJobs = async () => {
  const jobs = await sql<{ state: string }>`select state from pgboss.job`.execute(
    world().opened.kysely,
  );
  return jobs.rows.length;
};

const oneOfEach: Job[] = [
  { name: "prepare-run", runId: "r" },
  { name: "open-run", runId: "r" },
  { name: "close-pool", environment: "sandbox", poolId: "20", runId: "r" },
  { name: "check-file", runId: "r", checkId: "c", viewId: "V1" },
  { name: "tell-thread", runId: "r" },
  {
    name: "tell-person",
    userId: "U1",
    notice: {
      type: "needs-human",
      name: "Cats",
      trouble: { what: "a", next: "b", code: null, requestId: null },
    },
    key: "k",
  },
  { name: "gather-results", runId: "r" },
  { name: "watch" },
];

describe("sending jobs", () => {
  test("a job of every kind reaches its handler unchanged", async () => {
    const { jobs, database } = await start();
    const handled: Job[] = [];
    const note = async (job: Job) => {
      handled.push(job);
      return "done" as const;
    };
    await jobs.work({
      "prepare-run": note,
      "open-run": note,
      "close-pool": note,
      "check-file": note,
      "tell-thread": note,
      "tell-person": note,
      "gather-results": note,
      watch: note,
      "refresh-homes": note,
      "paint-home": note,
      "read-balances": note,
    });
    await database.transaction(async (store) => {
      for (const job of oneOfEach) await store.jobs.send(job);
    });
    await vi.waitFor(() => expect(handled).toHaveLength(oneOfEach.length), 10_000);
    const sorted = (list: readonly Job[]) => list.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(sorted(handled)).toEqual(sorted(oneOfEach));
  });

  test("a job that is sent starts in a fraction of a second, without waiting for the next look", async () => {
    const { jobs, database } = await start();
    const times: number[] = [];
    const waiting: (() => void)[] = [];
    await jobs.work(
      makeHandlers({
        "tell-thread": async () => {
          waiting.shift()?.();
          return "done";
        },
      }),
    );
    for (let count = 0; count < 9; count += 1) {
      const handled = Promise.withResolvers<void>();
      waiting.push(handled.resolve);
      const before = performance.now();
      await database.jobs.send({ name: "tell-thread", runId: `run-${count}` });
      await handled.promise;
      times.push(performance.now() - before);
    }
    expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(500);
  });

  test("a job sent in a transaction that fails is gone with it", async () => {
    const { database } = await start();
    await expect(
      database.transaction(async (store) => {
        await store.jobs.send({ name: "open-run", runId: "run-1" });
        await store.jobs.send({ name: "watch" }, { afterMs: 10 });
        throw new Error("stop");
      }),
    ).rejects.toThrow("stop");
    expect(await storedJobs()).toBe(0);
    await database.transaction((store) => store.jobs.send({ name: "open-run", runId: "run-1" }));
    expect(await storedJobs()).toBe(1);
  });

  test("a job that was sent before anybody worked is worked on later", async () => {
    const { jobs, database } = await start();
    await database.jobs.send({ name: "prepare-run", runId: "run-1" });
    const handled = Promise.withResolvers<Job>();
    await jobs.work(
      makeHandlers({
        "prepare-run": async (job) => {
          handled.resolve(job);
          return "done";
        },
      }),
    );
    expect(await handled.promise).toEqual({ name: "prepare-run", runId: "run-1" });
  });

  test("a delayed job starts when its delay is over, not before and hardly after", async () => {
    const { jobs, database } = await start();
    const handled = Promise.withResolvers<number>();
    await jobs.work(
      makeHandlers({
        watch: async () => {
          handled.resolve(performance.now());
          return "done";
        },
      }),
    );
    const before = performance.now();
    await database.jobs.send({ name: "watch" }, { afterMs: 400 });
    const waited = (await handled.promise) - before;
    expect(waited).toBeGreaterThanOrEqual(400);
    expect(waited).toBeLessThan(1_400);
  });
});
