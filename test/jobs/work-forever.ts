/**
 * Sends one job and works on it for ever, on the database of the only argument: an address of Postgres or a
 * data folder. Says "working" once it does.
 */
import { startJobs } from "../../src/jobs/start-jobs.ts";
import { createDatabase } from "../../src/storage/create-database.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { silentLog as log } from "../support/silent-log.ts";
import { makeHandlers } from "./make-handlers.ts";

const place = process.argv[2] ?? "";
const opened = await openDatabase(
  place.startsWith("postgres") ? { databaseUrl: place, log } : { dataDir: place, log },
);
const jobs = await startJobs({ boss: opened.boss, log });
await jobs.work(
  makeHandlers({
    "open-run": async () => {
      console.log("working");
      return await new Promise<never>(() => {});
    },
  }),
);
const database = createDatabase(opened.kysely, jobs.send);
await database.jobs.send({ name: "open-run", runId: "run-1" });
