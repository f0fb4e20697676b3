import type { JsonObject } from "./json.ts";

/** A skill; `raw` keeps every field of the answer. */
export type Skill = {
  readonly id: string;
  readonly name: string;
  readonly privateComment: string;
  readonly hidden: boolean;
  /** True for a skill of the platform, which requesters may only read. */
  readonly isGlobal: boolean;
  readonly raw: JsonObject;
};

/** A Toloker's value of a skill, 0 to 100. */
export type UserSkill = {
  readonly id: string;
  readonly skillId: string;
  readonly userId: string;
  readonly value: number;
  readonly modified: Date | null;
  readonly raw: JsonObject;
};

/** A ban of a Toloker. */
export type UserRestriction = {
  readonly id: string;
  /** SYSTEM, ALL_PROJECTS, PROJECT, POOL or a word that came later. */
  readonly scope: string;
  readonly userId: string;
  readonly projectId: string | null;
  readonly poolId: string | null;
  readonly privateComment: string;
  /** Null for one without end. */
  readonly willExpire: Date | null;
  readonly raw: JsonObject;
};

/** A ban to set. Without `willExpire` it has no end. */
export type Ban = {
  readonly userId: string;
  readonly privateComment: string;
  readonly willExpire?: Date;
} & (
  | { readonly scope: "ALL_PROJECTS" }
  | { readonly scope: "PROJECT"; readonly projectId: string }
  | { readonly scope: "POOL"; readonly poolId: string }
);

/** A subscription to one kind of event of one pool. */
export type WebhookSubscription = {
  readonly id: string;
  readonly poolId: string;
  /** POOL_CLOSED, ASSIGNMENT_SUBMITTED and others, or a word that came later. */
  readonly eventType: string;
  readonly url: string;
  readonly created: Date | null;
  readonly raw: JsonObject;
};

/** A subscription to make, or to change where there is one for the pool and the event. */
export type WebhookWish = {
  readonly poolId: string;
  readonly eventType: string;
  readonly url: string;
  /** Signs the deliveries; Toloka never tells it again. */
  readonly secretKey: string;
};

/** What came of a trial delivery. */
export type WebhookTrial = {
  readonly success: boolean;
  /** CONNECTION_ERROR, WRONG_STATUS_CODE and others; null after a success. */
  readonly errorType: string | null;
  /** HTTP status of our own answer, when it was a wrong one. */
  readonly status: number | null;
};
