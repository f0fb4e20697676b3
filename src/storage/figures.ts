import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Tables } from "./tables.ts";

/** What an operator watches of the database's content. */
export type Figures = {
  readonly outbox: { readonly depth: number; readonly oldestSeconds: number };
  /** Threads and people whose messages wait behind one that failed three times or more. */
  readonly blockedKeys: number;
  readonly givenUp: number;
  /** Effects that were sent more than ten minutes ago and whose outcome is not known. */
  readonly unknownEffects: number;
  /** Decisions so far, by their name. */
  readonly decisions: ReadonlyMap<string, number>;
};

const row = z.object({
  depth: z.coerce.number(),
  oldest: z.coerce.number(),
  blocked: z.coerce.number(),
  givenUp: z.coerce.number(),
  unknown: z.coerce.number(),
});

/** Counts what waits, what is stuck and what was decided. */
export const readFigures = async (kysely: Kysely<Tables>): Promise<Figures> => {
  const counted = await sql`
    select
      (select count(*) from pgboss.job where name in ('tell-thread', 'tell-person')
        and state in ('created', 'retry', 'active')) as depth,
      (select coalesce(greatest(0, extract(epoch from max(now() - start_after))), 0) from pgboss.job
        where name in ('tell-thread', 'tell-person') and state in ('created', 'retry')) as oldest,
      (select count(distinct name || singleton_key) from pgboss.job
        where name in ('tell-thread', 'tell-person') and state in ('retry', 'active')
          and retry_count >= 3) as blocked,
      (select count(*) from pgboss.job where name = 'given-up') as "givenUp",
      (select count(*) from effects where status = 'sent'
        and sent_at < now() - interval '10 minutes') as "unknown"`.execute(kysely);
  const figures = row.parse(counted.rows[0]);
  const votes = await kysely
    .selectFrom("votes")
    .select(["decision", ({ fn }) => fn.countAll().as("count")])
    .groupBy("decision")
    .execute();
  return {
    outbox: { depth: figures.depth, oldestSeconds: figures.oldest },
    blockedKeys: figures.blocked,
    givenUp: figures.givenUp,
    unknownEffects: figures.unknown,
    decisions: new Map(votes.map(({ decision, count }) => [decision, Number(count)])),
  };
};
