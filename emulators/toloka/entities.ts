import type { FieldSpecs } from "./checks/field-specs.ts";
import type { JsonObject } from "./json.ts";

/** Closed lists of the API. */
export const PROJECT_STATUSES = ["ACTIVE", "ARCHIVED"] as const;
export const POOL_STATUSES = ["OPEN", "CLOSED", "ARCHIVED", "LOCKED"] as const;
export const OPERATION_STATUSES = ["PENDING", "RUNNING", "SUCCESS", "FAIL"] as const;

type ProjectStatus = (typeof PROJECT_STATUSES)[number];
type PoolStatus = (typeof POOL_STATUSES)[number];
/**
 * MANUAL, EXPIRED, COMPLETED, NOT_ENOUGH_BALANCE, ASSIGNMENTS_LIMIT_EXCEEDED, BLOCKED, FOR_UPDATE, or a
 * word that comes later: the API's enums may grow.
 */
export type CloseReason = string;
type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** A project: `body` holds what the requester sent, read-only members removed. Times are UTC ms. */
export type Project = { id: string; created: number; status: ProjectStatus; body: JsonObject };

/** The project's fields as they were when the pool was made; later edits do not reach the pool. */
export type Snapshot = { input: FieldSpecs; output: FieldSpecs };

/** A pool with its tasks in order of creation. Times are UTC ms. */
export type Pool = {
  id: string;
  projectId: string;
  created: number;
  status: PoolStatus;
  willExpire: number;
  body: JsonObject;
  snapshot: Snapshot;
  tasks: Task[];
  /** Suites made by hand and suites that smart mixing handed out, in order of creation. */
  suites: TaskSuite[];
  /** A training's own body; `body` is then the pool that stands behind the training. */
  training?: JsonObject;
  /** True for a copy made through the API. */
  cloned?: boolean;
  /** Last edit, upload, change of state or finished work. */
  lastActive: number;
  /** Last rejection of an answer in the pool. */
  lastRejected?: number;
  lastCloseReason?: CloseReason;
  lastStarted?: number;
  lastStopped?: number;
  /** The moment at which a pool closed for update opens by itself. */
  reopensAt?: number;
  /** The moment at which a completed pool closes. */
  completesAt?: number;
};

/** A task; `overlap` and `remaining` are null when it has infinite overlap. */
export type Task = {
  id: string;
  poolId: string;
  created: number;
  overlap: number | null;
  remaining: number | null;
  body: JsonObject;
};

/**
 * Tasks that a Toloker gets together; `mixed` when smart mixing made it. `tasks` are task objects with
 * ids, `remaining` is null when the suite has infinite overlap.
 */
export type TaskSuite = {
  id: string;
  poolId: string;
  created: number;
  mixed: boolean;
  overlap: number | null;
  remaining: number | null;
  tasks: readonly JsonObject[];
  body: JsonObject;
};

/** A subscription to one kind of event of one pool. */
export type WebhookSubscription = {
  id: string;
  created: number;
  poolId: string;
  eventType: string;
  url: string;
  secretKey?: string;
};

/** An event on its way to a subscriber, in its form on the wire. */
export type PendingEvent = { subscriptionId: string; event: JsonObject; attempts: number };

/** One line of an operation's log. */
export type LogItem = { type: string; success: boolean; input: unknown; output: JsonObject };

/** An asynchronous action. `startsAt` and `finishesAt` are planned moments until they are past. */
export type Operation = {
  id: string;
  type: string;
  status: OperationStatus;
  submitted: number;
  startsAt: number;
  finishesAt: number;
  parameters: JsonObject;
  details?: JsonObject;
  log: LogItem[];
};
