import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../src/storage/open-database.ts";
import { silentLog } from "./silent-log.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A migrated, empty data folder that journeys start from; none on Postgres. */
    journeyTemplate: string | null;
  }
}

/**
 * Makes one migrated data folder for all journeys: a first start takes seconds of a processor, copying the
 * result does not. The first start itself is covered by the storage tests.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  if (process.env.TEST_DATABASE_URL !== undefined) {
    project.provide("journeyTemplate", null);
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), "lifeguard-template-"));
  const template = join(folder, "db");
  const opened = await openDatabase({ dataDir: template, log: silentLog });
  await opened.close();
  project.provide("journeyTemplate", template);
  return () => rm(folder, { recursive: true, force: true });
};
