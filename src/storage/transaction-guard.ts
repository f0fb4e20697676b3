import { AsyncLocalStorage } from "node:async_hooks";
import type { KyselyPlugin } from "kysely";

/** What runs inside the work of a transaction, and whether that is still going on. */
const current = new AsyncLocalStorage<{ open: boolean }>();

/** Runs the work of a transaction; statements that go around it are refused meanwhile. */
export const insideTransaction = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const state = { open: true };
  try {
    return await current.run(state, work);
  } finally {
    state.open = false;
  }
};

/**
 * Throws when the caller runs inside the work of an open transaction. With one connection (PGlite) such a
 * statement would wait for the transaction and the transaction for it, for ever; with many it would silently
 * not be part of it.
 */
export const refuseInsideTransaction = (): void => {
  if (current.getStore()?.open === true) {
    throw new Error("Inside a transaction, use the store that it hands out");
  }
};

/** Refuses statements of a Kysely that is not the transaction's. */
export const transactionGuard: KyselyPlugin = {
  transformQuery: ({ node }) => {
    refuseInsideTransaction();
    return node;
  },
  transformResult: async ({ result }) => result,
};
