import { type Kysely, sql, type Transaction } from "kysely";
import type { AuditLine, Store } from "../use-cases/store-ports.ts";
import { chainStart, hashOf } from "./audit-chain.ts";
import type { Tables } from "./tables.ts";

/** The number of the lock under which lines are appended, one writer at a time. */
const auditLock = 7_301_846;

/** Lines read at once when the chain is checked. */
const pageSize = 1_000;

/**
 * Appends lines to the chain. The lock is held until the transaction ends, so that two processes cannot
 * follow the same line; call it as the last thing of a transaction.
 */
export const appendAudit = async (
  transaction: Transaction<Tables>,
  lines: readonly AuditLine[],
): Promise<void> => {
  if (lines.length === 0) return;
  await sql`select pg_advisory_xact_lock(${sql.lit(auditLock)})`.execute(transaction);
  const last = await transaction
    .selectFrom("audit")
    .select(["seq", "hash"])
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const clock = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(transaction);
  const at = clock.rows[0]?.at ?? new Date();
  let { seq, hash } = last ?? { seq: 0, hash: chainStart };
  for (const { actor, action, subject, before, after } of lines) {
    seq += 1;
    const line = { seq, at, actor, action, subject, before, after };
    hash = hashOf(line, hash);
    await transaction
      .insertInto("audit")
      .values({ ...line, hash })
      .execute();
  }
};

/** Reads of the chain. */
export const createAuditReads = (kysely: Kysely<Tables>): Omit<Store["audit"], "write"> => ({
  list: (subject) =>
    kysely.selectFrom("audit").selectAll().where("subject", "=", subject).orderBy("seq").execute(),

  firstBroken: async () => {
    let seq = 0;
    let hash = chainStart;
    for (;;) {
      const lines = await kysely
        .selectFrom("audit")
        .selectAll()
        .where("seq", ">", seq)
        .orderBy("seq")
        .limit(pageSize)
        .execute();
      for (const line of lines) {
        if (line.seq !== seq + 1 || line.hash !== hashOf(line, hash)) return line.seq;
        ({ seq, hash } = line);
      }
      if (lines.length < pageSize) return null;
    }
  },
});
