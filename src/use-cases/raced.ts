import type { Database, Store } from "./store-ports.ts";

/** Thrown inside a transaction that found its run changed by somebody else: everything in it is undone. */
export class Raced extends Error {
  constructor() {
    super("the run was changed meanwhile");
    this.name = "Raced";
  }
}

/** How often work is done anew on what the others left behind. */
const attempts = 4;

/** Does the work in a transaction, and again from the start when somebody else was faster; null when always. */
export const unlessRaced = async <Result>(
  database: Database,
  work: (store: Store) => Promise<Result>,
): Promise<Result | null> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (!(error instanceof Raced)) throw error;
    }
  }
  return null;
};
