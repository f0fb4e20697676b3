/** Where an account without money is refused. */
export const BALANCE_MODES = ["refuse-open", "fail-operation", "close-later"] as const;

/** Switches where the documentation is silent or contradicts itself. */
export type Settings = {
  /** Virtual or real milliseconds from accepting an operation to its end. */
  operationDelayMs: number;
  balanceMode: (typeof BALANCE_MODES)[number];
  /** 409 when a pool is opened after its closing time; otherwise it opens and expires at once. */
  refuseExpiredOpen: boolean;
  requirePublicDescription: boolean;
  /** Dollars a suite; the least price of a paid pool. */
  minReward: number;
  maxTasksPerPool: number;
};

/** How an emulator is made. */
export type EmulatorOptions = Partial<Settings> & {
  apiKey: string;
  /** Dollars; default 1000. */
  balance?: number;
  /** JSON-lines file to which each ledger entry is appended. */
  ledgerFile?: string;
  /** The machine's clock, for tests. */
  realNow?: () => number;
};

/** The switches of `options`, defaults filled in. */
export function settingsOf(options: Partial<Settings>): Settings {
  return {
    operationDelayMs: options.operationDelayMs ?? 0,
    balanceMode: options.balanceMode ?? "refuse-open",
    refuseExpiredOpen: options.refuseExpiredOpen ?? true,
    requirePublicDescription: options.requirePublicDescription ?? true,
    minReward: options.minReward ?? 0.005,
    maxTasksPerPool: options.maxTasksPerPool ?? 1_000_000,
  };
}
