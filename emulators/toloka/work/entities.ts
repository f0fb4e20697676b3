import type { JsonObject } from "../json.ts";

export const ASSIGNMENT_STATUSES = [
  "ACTIVE",
  "SUBMITTED",
  "ACCEPTED",
  "REJECTED",
  "SKIPPED",
  "EXPIRED",
] as const;

/**
 * A suite in the hands of one Toloker. `reward` and `fee` are micro-dollars, fixed when the suite was
 * handed out; times are UTC ms; `taskIds` and `solutions` have the same order.
 */
export type Assignment = {
  id: string;
  suiteId: string;
  poolId: string;
  userId: string;
  status: (typeof ASSIGNMENT_STATUSES)[number];
  reward: number;
  fee: number;
  mixed: boolean;
  taskIds: readonly string[];
  /** Output values of each task; absent until the work is submitted. */
  solutions?: readonly JsonObject[];
  /** Wrong first attempts at training tasks, which the Toloker then had to mend, by task. */
  declined?: { readonly [taskId: string]: JsonObject };
  created: number;
  /** The moment at which work that is not submitted expires. */
  deadline: number;
  submitted?: number;
  accepted?: number;
  rejected?: number;
  skipped?: number;
  expired?: number;
  publicComment?: string;
};

/** What moved money, from the account's point of view. */
const CHARGE_KINDS = [
  "DEPOSIT",
  "PAYMENT",
  "RESERVE",
  "PAYMENT_FROM_RESERVE",
  "RELEASE",
  "BONUS",
] as const;

/** One line of the account's book; all sums in micro-dollars. */
export type Charge = {
  seq: number;
  at: number;
  kind: (typeof CHARGE_KINDS)[number];
  /** What the Toloker gets, or for a deposit the change of the balance. */
  payment: number;
  fee: number;
  poolId?: string;
  assignmentId?: string;
  userId?: string;
  /** Balance and reserve after it. */
  balance: number;
  reserved: number;
};

/** Sums of the account besides its balance, in micro-dollars. */
export type Sums = {
  /** Balance before the first charge. */
  opening: number;
  /** Held for submitted work under review; no longer part of the balance. */
  reserved: number;
  /** Gone: payments, bonuses and their fees. */
  spent: number;
  /** Price of the work in Tolokers' hands; still part of the balance, promised nevertheless. */
  promised: number;
};

/** Numbers of one collector about one Toloker. */
export type Counters = {
  /** Results in order of time, true for a good one; cut to the collector's history. */
  results: boolean[];
  /** Results of control tasks alone, for GOLDEN_SET. */
  golden: boolean[];
  /** Running count: skipped in a row, accepted answers. */
  count: number;
  /** Moment and sum in micro-dollars of payments, for INCOME. */
  income: [number, number][];
};

/** An aggregated answer. */
export type Aggregated = {
  poolId: string;
  taskId: string;
  confidence: number;
  outputValues: JsonObject;
};

/** A virtual Toloker's ways; the person is in the store's Tolokers under the same id. */
export type CrowdWorker = {
  id: string;
  /** Share of right answers, 0..1. */
  accuracy: number;
  secondsPerTask: number;
  /** Shares of suites that are skipped or left until they expire, 0..1. */
  skipRate: number;
  expireRate: number;
  captchaFailRate: number;
  /** State of the worker's own random numbers. */
  random: number;
  /** What the worker does next, and when. */
  next?: { at: number; act: "look" | "submit" | "skip"; assignmentId?: string };
};

/** The crowd: who is in it and whether it works. */
export type Crowd = { seed: number; running: boolean; workers: CrowdWorker[] };
