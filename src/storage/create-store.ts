import { type Kysely, sql } from "kysely";
import type { Job, Store } from "../use-cases/store-ports.ts";
import { createCards } from "./cards.ts";
import { createDeliveries } from "./deliveries.ts";
import { createEffects } from "./effects.ts";
import { createEvents } from "./events.ts";
import { createHomes } from "./homes.ts";
import { createNotes } from "./notes.ts";
import { createPaint } from "./paint.ts";
import { createPools } from "./pools.ts";
import { createResults } from "./results.ts";
import { createRows } from "./rows.ts";
import { createRuns } from "./runs.ts";
import type { Tables } from "./tables.ts";
import { createVotes } from "./votes.ts";

/**
 * Puts a job into its queue by statements of the given Kysely: inside a transaction the job is committed or
 * rolled back with it. `afterMs` delays it by milliseconds.
 */
export type SendJob = (
  job: Job,
  options: { readonly afterMs: number },
  kysely: Kysely<Tables>,
) => Promise<void>;

/** Everything that is kept, over a database or over an open transaction of it. */
export const createStore = (
  kysely: Kysely<Tables>,
  sendJob: SendJob,
  audit: Store["audit"],
): Store => ({
  runs: createRuns(kysely),
  cards: createCards(kysely),
  events: createEvents(kysely),
  votes: createVotes(kysely),
  deliveries: createDeliveries(kysely),
  effects: createEffects(kysely),
  rows: createRows(kysely),
  results: createResults(kysely),
  pools: createPools(kysely),
  paint: createPaint(kysely),
  homes: createHomes(kysely),
  notes: createNotes(kysely),
  audit,
  jobs: {
    send: (job, options) =>
      sendJob(job, { afterMs: options?.afterMs ?? 0 }, kysely.withoutPlugins()),
    underWay: async (name) => {
      const { rows } = await sql<{ subject: string | null }>`
        select distinct singleton_key as subject from pgboss.job
        where name = ${name} and state in ('created', 'retry', 'active')`.execute(kysely);
      return new Set(rows.flatMap(({ subject }) => (subject === null ? [] : [subject])));
    },
  },
});
