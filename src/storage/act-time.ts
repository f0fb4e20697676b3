import { AsyncLocalStorage } from "node:async_hooks";
import { type Cutoff, TooLate } from "../use-cases/store-ports.ts";

/** The act that is going on, when it has an end. */
const current = new AsyncLocalStorage<Cutoff>();

/** Does the work of an act that is over when the cutoff says so. */
export const inTime = <Result>(cutoff: Cutoff, work: () => Promise<Result>): Promise<Result> =>
  current.run(cutoff, work);

/** Throws TooLate when the act that is going on may not commit any more. */
export const refuseWhenOver = (): void => {
  if (current.getStore()?.mayCommit() === false) throw new TooLate();
};
