import type { Environment } from "../domain/environment.ts";
import type { AnswerRow } from "../domain/results/answer-row.ts";

/** Somebody, or the bot itself after a closing (null), waits for the results of a run's pool. */
export type ResultsWish = { readonly by: string | null };

/** Who waits for results, and answers on their way into files. */
export type ResultsStore = {
  /** Keeps a wish; the same one twice is one. */
  wish(runId: string, by: string | null): Promise<void>;
  wishes(runId: string): Promise<readonly ResultsWish[]>;
  /** The runs of an environment with a wish: up to 200, by chance when there are more. */
  wanted(environment: Environment): Promise<readonly string[]>;
  /** Takes wishes away; false when none of them was there any more. */
  fulfil(runId: string, wishes: readonly ResultsWish[]): Promise<boolean>;
  /** Adds one piece. */
  addRows(runId: string, batch: string, rows: readonly AnswerRow[]): Promise<void>;
  pieces(runId: string, batch: string): Promise<number>;
  /** In the order in which they were added. */
  rows(runId: string, batch: string): AsyncIterable<readonly AnswerRow[]>;
  forget(runId: string, batch: string): Promise<void>;
  /** Forgets answers that were read before a time, unless their run still has something untold. */
  forgetOlderThan(time: Date): Promise<void>;
  /** Forgets the answers of a run except those of these batches. */
  keepOnly(runId: string, batches: readonly string[]): Promise<void>;
};
