import type { Kysely, Transaction } from "kysely";
import type { AuditLine, Database, Store } from "../use-cases/store-ports.ts";
import { inTime, refuseWhenOver } from "./act-time.ts";
import { appendAudit, createAuditReads } from "./audit.ts";
import { createStore, type SendJob } from "./create-store.ts";
import type { Tables } from "./tables.ts";
import {
  insideTransaction,
  refuseInsideTransaction,
  transactionGuard,
} from "./transaction-guard.ts";

/**
 * The database as the use cases know it. Its own methods are one transaction each; inside the work of
 * `transaction` they throw, because the store that the work is given has to be used there.
 */
export const createDatabase = (kysely: Kysely<Tables>, sendJob: SendJob): Database => {
  const guarded = kysely.withPlugin(transactionGuard);
  const transaction = async <Result>(work: (store: Store) => Promise<Result>): Promise<Result> => {
    refuseInsideTransaction();
    return await kysely.transaction().execute(async (open) => {
      const { store, appendPending } = transactionStore(open, sendJob);
      const result = await insideTransaction(() => work(store));
      await appendPending();
      refuseWhenOver();
      return result;
    });
  };
  const sendAlone: SendJob = async (job, options, executor) => {
    refuseInsideTransaction();
    await sendJob(job, options, executor);
  };
  const audit: Store["audit"] = {
    ...createAuditReads(guarded),
    write: (line) => transaction((store) => store.audit.write(line)),
  };
  return { ...createStore(guarded, sendAlone, audit), transaction, within: inTime };
};

/**
 * A store over an open transaction. Audit lines are written at its end: then every transaction takes the
 * lock of the chain last, none waits for another in a circle, and the chain is locked as shortly as possible.
 */
const transactionStore = (open: Transaction<Tables>, sendJob: SendJob) => {
  const pending: AuditLine[] = [];
  const appendPending = () => appendAudit(open, pending.splice(0));
  const reads = createAuditReads(open);
  const audit: Store["audit"] = {
    write: async (line) => {
      pending.push(line);
    },
    list: async (subject) => {
      await appendPending();
      return await reads.list(subject);
    },
    firstBroken: async () => {
      await appendPending();
      return await reads.firstBroken();
    },
  };
  return { store: createStore(open, sendJob, audit), appendPending };
};
