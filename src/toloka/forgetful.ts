import { randomUUID } from "node:crypto";
import type { TolokaConnection } from "../use-cases/ports.ts";

/**
 * A connection without two safeguards, for the fault runs only: what an interrupted creation made is never
 * found, and no upload has a computed operation id. The same kills must then do harm, or the runs that find
 * none prove nothing. The configuration refuses it unless every address is on this machine.
 */
export const forgetful = (connection: TolokaConnection): TolokaConnection => ({
  ...connection,
  projects: (query) => (query.createdAfter === undefined ? connection.projects(query) : nothing()),
  pools: (query) => (query.createdAfter === undefined ? connection.pools(query) : nothing()),
  createTasks: (tasks) => connection.createTasks(tasks, randomUUID()),
});

async function* nothing(): AsyncGenerator<never[]> {
  yield [];
}
