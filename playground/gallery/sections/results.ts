import type { Results } from "../../../src/domain/results/results.ts";
import type { SuiteCounts } from "../../../src/domain/results/summary.ts";
import { events } from "../events.ts";
import type { Exhibit, Section } from "../exhibit.ts";
import { results } from "../results-samples.ts";
import { told } from "../told.ts";

type Changes = Omit<Partial<Results>, "suites"> & {
  readonly suites?: Partial<SuiteCounts>;
  readonly by?: string;
};

const came = (name: string, { by, suites, ...changes }: Changes): Exhibit =>
  told(name, {
    ...{ type: "results", by: by ?? null },
    results: { ...results, ...changes, suites: { ...results.suites, ...suites } },
  });

const signed = { plannedMicros: 130_000, worstMicros: 130_000, suites: 5, tasks: 15 };
const none = { answers: 0, tasks: 0, agreement: [], files: null };
const fields = ["kind", "colour", "heel", "laces", "sole", "brand", "price"];
const agreementOn = (count: number): Results["agreement"] =>
  fields.slice(0, count).map((field, at) => ({ field, share: 1 - at / 20, tasks: 3 - (at % 2) }));

/** What came out of a pool, in every way that this can be told. */
export const resultsSection: Section = {
  title: "The run's thread, by what came out of the pool",
  exhibits: [
    came("asked for by somebody, after the closing", { by: "URITA" }),
    came("so far", {
      ...{ isInterim: true, by: "URITA", answers: 3 },
      suites: { accepted: 1, active: 1, workers: 1, paidMicros: 26_000 },
      agreement: [],
    }),
    came("so far, and nothing yet", {
      ...{ ...none, isInterim: true, by: "UANNA" },
      suites: { accepted: 0, active: 2, workers: 0, paidMicros: 0 },
    }),
    came("nothing came in", {
      ...none,
      suites: { accepted: 0, skipped: 3, expired: 1, workers: 0, paidMicros: 0 },
    }),
    came("all of it was rejected", {
      ...{ answers: 0, tasks: 0, agreement: [] },
      suites: { accepted: 0, rejected: 2, paidMicros: 0 },
    }),
    came("some of it waits for review", {
      suites: { accepted: 1, submitted: 1, paidMicros: 26_000, waitingMicros: 26_000 },
    }),
    came("all of it waits for review", {
      suites: { accepted: 0, submitted: 2, paidMicros: 0, waitingMicros: 52_000 },
    }),
    came("suites are missing", {
      signed,
      suites: { rejected: 1, skipped: 4, expired: 2, workers: 3 },
    }),
    came("more suites than planned, one in a status of later years", {
      signed: { ...signed, suites: 1, tasks: 2 },
      suites: { other: 1 },
    }),
    came("approved without an upper bound", { signed: { ...signed, worstMicros: null } }),
    came("nobody approved it here", { signed: null, answers: 5 }),
    came("six fields", { agreement: agreementOn(6) }),
    came("seven fields", { agreement: agreementOn(7) }),
    came("too many answers for files", {
      ...{ answers: 250_000, tasks: null, agreement: [], files: null, by: "URITA" },
      signed: { plannedMicros: 2_170_000_000, worstMicros: null, suites: 83_334, tasks: 125_000 },
      suites: { accepted: 83_334, workers: 912, paidMicros: 2_166_684_000 },
    }),
    told("not readable after the closing", { ...events["no-results"], by: null }),
  ],
};
