import type { Json, JsonObject } from "./json.ts";
import type { Micros } from "./money.ts";

/** One Toloker's work on one suite; `raw` keeps every field of the answer. */
export type Assignment = {
  readonly id: string;
  readonly suiteId: string;
  readonly poolId: string;
  readonly userId: string;
  /** ACTIVE, SUBMITTED, ACCEPTED, REJECTED, SKIPPED, EXPIRED or a word that came later. */
  readonly status: string;
  readonly rewardMicros: Micros;
  readonly tasks: readonly AssignedTask[];
  /** Output values, one for each task in the same order; empty until the work is submitted. */
  readonly solutions: readonly JsonObject[];
  readonly publicComment: string;
  readonly created: Date | null;
  readonly submitted: Date | null;
  readonly accepted: Date | null;
  readonly rejected: Date | null;
  readonly raw: JsonObject;
};

/** A task as it stands in an assignment. */
export type AssignedTask = {
  /** Null in suites made by hand, whose tasks may have no id. */
  readonly id: string | null;
  readonly inputValues: JsonObject;
  /** True for a control or training task. */
  readonly hasKnownSolutions: boolean;
};

/** The answer of many Tolokers to one task, made into one. */
export type AggregatedSolution = {
  readonly poolId: string;
  readonly taskId: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly outputValues: JsonObject;
};

/** How answers are made into one; WEIGHTED_DYNAMIC_OVERLAP weighs each by a skill of its Toloker. */
export type Aggregation = {
  readonly poolId: string;
  readonly fields: readonly string[];
} & (
  | { readonly type: "DAWID_SKENE" }
  | { readonly type: "WEIGHTED_DYNAMIC_OVERLAP"; readonly answerWeightSkillId: string }
);

/** How far a pool is. */
export type PoolFigures = {
  /** Toloka's analytics, or counted from the assignments one by one. */
  readonly source: "analytics" | "counted";
  /** Submitted at any time, reviewed since or not. */
  readonly submitted: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly skipped: number;
  readonly uniqueSubmitters: number;
  /** Milliseconds from hand-out to submission; null before the first submission. */
  readonly averageSubmitMs: number | null;
  /** Paid to Tolokers, without Toloka's fee. */
  readonly spentMicros: Micros;
};

/** One line of an operation's log: what became of one item. */
export type OperationLogItem = {
  /** TASK_CREATE, TASK_VALIDATE, POOL_OPEN and others. */
  readonly type: string;
  readonly success: boolean;
  readonly input: Json;
  readonly output: JsonObject;
};
