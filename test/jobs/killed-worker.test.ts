import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { startJobs } from "../../src/jobs/start-jobs.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { startChild } from "../support/child.ts";
import { makePostgresDatabase } from "../support/database.ts";
import { silentLog as log } from "../support/silent-log.ts";
import { makeHandlers } from "./make-handlers.ts";

const cleanUps: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

const server = process.env.TEST_DATABASE_URL;

/** Where parent and child meet: a new folder, or a new database of the server. */
const makePlace = async () => {
  if (server !== undefined) {
    const { url, drop } = await makePostgresDatabase(server);
    cleanUps.push(drop);
    return { place: url, settings: { databaseUrl: url, log } };
  }
  const dataDir = await mkdtemp(join(tmpdir(), "lifeguard-killed-"));
  cleanUps.push(() => rm(dataDir, { recursive: true, force: true }));
  return { place: dataDir, settings: { dataDir, log } };
};

describe("a worker that is killed", () => {
  test("its job runs again: at the next start on PGlite, within 15 s elsewhere on Postgres", async () => {
    const { place, settings } = await makePlace();
    const child = startChild(new URL("work-forever.ts", import.meta.url), [place]);
    cleanUps.push(child.kill);
    expect(await child.line()).toBe("working");
    await child.kill();
    const killed = performance.now();

    const opened = await openDatabase(settings);
    cleanUps.push(opened.close);
    const jobs = await startJobs({ boss: opened.boss, log });
    cleanUps.push(() => jobs.stop(1_000));
    const again = Promise.withResolvers<number>();
    await jobs.work(
      makeHandlers({
        "open-run": async ({ runId }) => {
          if (runId === "run-1") again.resolve(performance.now() - killed);
          return "done";
        },
      }),
    );
    const limitMs = server === undefined ? 8_000 : 15_000;
    expect(await again.promise).toBeLessThan(limitMs);
  }, 60_000);
});
