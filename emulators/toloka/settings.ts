import type { ACCOUNT_PROBLEMS } from "./account-state.ts";

/** Where an account without money is refused. */
export const BALANCE_MODES = ["refuse-open", "fail-operation", "close-later"] as const;

/** How analytics answer. */
export const ANALYTICS_RESULTS = ["number", "object"] as const;

/** Switches where the documentation is silent or contradicts itself. */
export type Settings = {
  /** What keeps the account from making projects and opening pools. */
  accountProblem: (typeof ACCOUNT_PROBLEMS)[number];
  /** Virtual or real milliseconds from accepting an operation to its end. */
  operationDelayMs: number;
  balanceMode: (typeof BALANCE_MODES)[number];
  /** 409 when a pool is opened after its closing time; otherwise it opens and expires at once. */
  refuseExpiredOpen: boolean;
  requirePublicDescription: boolean;
  /** Dollars a suite; the least price of a paid pool. */
  minReward: number;
  maxTasksPerPool: number;
  maxSuitesPerPool: number;
  /** Share of the documented rate limits and quotas that is allowed; 0 switches them off. */
  rateLimitFactor: number;
  /** Pools left alone for 30 or 90 days are archived. */
  autoArchive: boolean;
  /** Days for which a fresh rejection keeps a pool from being archived. */
  archiveAfterRejectionDays: number;
  /** Times that an event is sent at most; the first time included. */
  webhookAttempts: number;
  /** Virtual milliseconds before the second attempt; doubles with each one. */
  webhookBackoffMs: number;
  /** Real milliseconds that a subscriber has for its answer. */
  webhookTimeoutMs: number;
  /** Most events in one delivery. */
  webhookBatchSize: number;
  /** Share of a payment that Toloka takes besides. */
  feeRate: number;
  /** Dollars; the least fee of a payment. */
  minFee: number;
  /** A pool with so many assignments closes. */
  maxAssignmentsPerPool: number;
  /** HTTP status of an upload that becomes an operation: the sources say 201 and 202. */
  asyncCreateStatus: number;
  /** HTTP status of a single aggregated answer: the sources say 201 and 200. */
  aggregateByTaskStatus: number;
  /** Results of analytics: bare numbers, or objects with a type; both are on record. */
  analyticsResults: (typeof ANALYTICS_RESULTS)[number];
};

/** How an emulator is made. */
export type EmulatorOptions = Partial<Settings> & {
  apiKey: string;
  /** Dollars; default 1000. */
  balance?: number;
  /** Makes the ids of tasks and assignments the same on every run; random without. */
  seed?: number;
  /** JSON-lines file to which each ledger entry is appended. */
  ledgerFile?: string;
  /** The machine's clock, for tests. */
  realNow?: () => number;
  /** How events are delivered, for tests; default: the global `fetch`. */
  webhookFetch?: typeof fetch;
};

/** The switches of `options`, defaults filled in. */
export function settingsOf(options: Partial<Settings>): Settings {
  return {
    accountProblem: options.accountProblem ?? "NONE",
    operationDelayMs: options.operationDelayMs ?? 0,
    balanceMode: options.balanceMode ?? "refuse-open",
    refuseExpiredOpen: options.refuseExpiredOpen ?? true,
    requirePublicDescription: options.requirePublicDescription ?? true,
    minReward: options.minReward ?? 0.005,
    maxTasksPerPool: options.maxTasksPerPool ?? 1_000_000,
    maxSuitesPerPool: options.maxSuitesPerPool ?? 1_000_000,
    rateLimitFactor: options.rateLimitFactor ?? 0,
    autoArchive: options.autoArchive ?? true,
    archiveAfterRejectionDays: options.archiveAfterRejectionDays ?? 9,
    webhookAttempts: options.webhookAttempts ?? 5,
    webhookBackoffMs: options.webhookBackoffMs ?? 1000,
    webhookTimeoutMs: options.webhookTimeoutMs ?? 10_000,
    webhookBatchSize: options.webhookBatchSize ?? 100,
    feeRate: options.feeRate ?? 0.3,
    minFee: options.minFee ?? 0.005,
    maxAssignmentsPerPool: options.maxAssignmentsPerPool ?? 2_000_000,
    asyncCreateStatus: options.asyncCreateStatus ?? 202,
    aggregateByTaskStatus: options.aggregateByTaskStatus ?? 201,
    analyticsResults: options.analyticsResults ?? "number",
  };
}
