import type { Micros } from "./money.ts";
import type { Results } from "./results/results.ts";
import type { CheckFinding, Cost, PrepareStep, Trouble } from "./run.ts";

/**
 * Everything a run's thread is told. Events are stored with the state change that caused them, in one
 * transaction, and are told in order. Dates travel as ISO text because events are stored as JSON.
 */
export type RunEvent =
  | { readonly type: "step-done"; readonly step: PrepareStep; readonly text: string }
  | {
      readonly type: "problems-file";
      readonly fileName: string;
      readonly problemCount: number;
      readonly checkId: string;
    }
  | { readonly type: "ready"; readonly tasks: number; readonly digest: string }
  | {
      readonly type: "requested";
      readonly by: string;
      readonly code: string;
      readonly cost: Cost;
      readonly balanceMicros: Micros;
      readonly hash: string;
      readonly warnings: readonly CheckFinding[];
      readonly reason: string | null;
      readonly mention: readonly string[];
      readonly mentionGroups: readonly string[];
    }
  | {
      readonly type: "approved";
      readonly by: string;
      readonly entitlement: string;
      readonly hash: string;
    }
  | { readonly type: "denied"; readonly by: string; readonly reason: string }
  | { readonly type: "expired-request"; readonly code: string }
  | { readonly type: "void"; readonly differing: readonly string[] }
  /** An opening was wanted, and the checks found that it cannot even be asked for. */
  | { readonly type: "not-requested"; readonly trouble: Trouble }
  | { readonly type: "not-opened"; readonly trouble: Trouble }
  | {
      readonly type: "opened";
      readonly at: string;
      readonly operationId: string | null;
      readonly balanceMicros: Micros | null;
    }
  | { readonly type: "opened-outside"; readonly at: string | null }
  /** Open again after Toloka or somebody had closed it for an update, which ends by itself. */
  | { readonly type: "reopened"; readonly at: string | null }
  | { readonly type: "expiring"; readonly level: string; readonly willExpire: string }
  | {
      readonly type: "closed";
      readonly reason: string;
      readonly at: string | null;
      readonly by: string | null;
    }
  /** `by` asked for it; null when the bot does it by itself after the closing. */
  | { readonly type: "results"; readonly by: string | null; readonly results: Results }
  | { readonly type: "no-results"; readonly by: string | null; readonly trouble: Trouble }
  /** `why` is what the person typed behind the command, if anything. */
  | { readonly type: "pausing"; readonly by: string; readonly why: string | null }
  /** Toloka has not answered readably since then, and this run waits for it. */
  | { readonly type: "toloka-silent"; readonly since: string; readonly code: string }
  | { readonly type: "toloka-back"; readonly since: string }
  /** Toloka's quota of an hour or a day is used up; the run goes on by itself. */
  | { readonly type: "waiting"; readonly until: string; readonly code: string }
  | { readonly type: "needs-human"; readonly trouble: Trouble };

/** An event as it is kept: its place in the run's order and its computed delivery key. */
export type StoredEvent = {
  readonly runId: string;
  readonly seq: number;
  readonly at: Date;
  readonly event: RunEvent;
  /** The reply's ts, once told. */
  readonly ts: string | null;
};
