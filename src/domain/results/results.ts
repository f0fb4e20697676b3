import type { Micros } from "../money.ts";
import type { Agreement, SuiteCounts } from "./summary.ts";

/** The fields of a pool's answers, in the order in which they were met. */
export type ResultColumns = {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
};

/** What came out of a pool up to a moment, as its thread is told. */
export type Results = {
  /** People may still be working on suites: the pool is open, or somebody holds one. */
  readonly isInterim: boolean;
  readonly suites: SuiteCounts;
  /** Usable answers: sent in, not rejected, to tasks whose answer was not known before. */
  readonly answers: number;
  /** General tasks with a usable answer; null when there were too many answers to tell them apart. */
  readonly tasks: number | null;
  readonly agreement: readonly Agreement[];
  /** What was approved, with fee; null when nobody approved this pool here. */
  readonly signed: {
    readonly plannedMicros: Micros;
    readonly worstMicros: Micros | null;
    /** Suites to pay. */
    readonly suites: number;
    readonly tasks: number;
  } | null;
  readonly fee: { readonly percent: number; readonly minMicros: Micros };
  /** The files beside the message; null when there is no answer, or there are too many for a file. */
  readonly files:
    | ({
        /** Under this name the answers are kept until the files are sent. */
        readonly batch: string;
      } & ResultColumns)
    | null;
};

/** The files of results: every answer, and the most frequent answer to each task. */
export type ResultFile = "raw" | "majority";

/** The files that results have; without an answer that counts there is no most frequent one. */
export const filesOf = ({ files, answers }: Results): readonly ResultFile[] =>
  files === null ? [] : answers === 0 ? ["raw"] : ["raw", "majority"];

/** With more answers than this no file is made: it would have to be held in memory as a whole. */
export const mostAnswersInFiles = 200_000;
