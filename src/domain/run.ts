import type { Environment } from "./environment.ts";
import type { FormInput } from "./form.ts";
import type { Micros } from "./money.ts";
import type { Plan, PoolBody, ProjectBody, SheetReport } from "./plan.ts";

/** What a run was started for; it decides which forms it has and where it ends. */
export const runKinds = ["run", "project", "pool", "tasks", "adopted"] as const;
export type RunKind = (typeof runKinds)[number];

/** A run's life. Every change is a compare-and-set on status and version. */
export const runStatuses = [
  /** Being typed; nothing was sent to Toloka. */
  "draft",
  /** Project, pool or tasks are being created; `step` says which. */
  "preparing",
  /** Kind `project`: the project exists and there is no pool to follow. */
  "done",
  /** The pool exists, closed; its tasks were read back and match. */
  "ready",
  /** Waiting for an approval. */
  "requested",
  /** Approved; the checks before opening run. */
  "approved",
  /** `open` was sent; waiting for the operation and the pool. */
  "opening",
  "open",
  "closed",
  "denied",
  /** The plan changed after it was requested or approved. */
  "void",
  /** Nobody decided in time. */
  "expired",
  "cancelled",
  /** The bot cannot go on by itself; `trouble` says why and what to do. */
  "needs_human",
] as const;
export type RunStatus = (typeof runStatuses)[number];

/** Statuses in which nothing happens by itself and no decision is awaited: more tasks or an opening may be asked for. */
export const restingStatuses: readonly RunStatus[] = [
  "ready",
  "closed",
  "denied",
  "void",
  "expired",
  "cancelled",
  "needs_human",
];

/** The work inside `preparing`, in order. */
export const prepareSteps = ["project", "pool", "upload", "verify"] as const;
export type PrepareStep = (typeof prepareSteps)[number];

/** Draft pages, as the wizard shows them. */
export const draftPages = ["start", "project", "pool", "tasks", "report", "review"] as const;
export type DraftPage = (typeof draftPages)[number];

/** What was typed so far, page by page, kept as typed. */
export type DraftInput = { readonly [Page in DraftPage]?: FormInput };

/** An approval or a refusal by one person. */
export type Decision = {
  readonly userId: string;
  readonly at: Date;
  /** Why this person may decide, as shown on the card. */
  readonly entitlement: string;
  readonly reason: string | null;
};

/** What stopped the bot, in words for people. */
export type Trouble = {
  readonly what: string;
  readonly next: string;
  readonly code: string | null;
  readonly requestId: string | null;
};

/** The price of a plan in micro-dollars, fee apart. */
export type Cost = {
  readonly plannedAssignments: number;
  readonly lowMicros: Micros;
  readonly plannedMicros: Micros;
  /** null when a rule may add answers without bound. */
  readonly worstMicros: Micros | null;
  readonly feeMicros: Micros;
  readonly plannedWithFeeMicros: Micros;
  readonly worstWithFeeMicros: Micros | null;
  /** The assumption, as configured: percent and minimum per assignment. */
  readonly feePercent: number;
  readonly minFeeMicros: Micros;
};

/** What a request for opening shows and what a vote belongs to. */
export type OpeningRequest = {
  /** Short code such as REQ-7F3K. */
  readonly code: string;
  readonly plan: Plan;
  readonly cost: Cost;
  readonly balanceMicros: Micros;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly expiresAt: Date;
  readonly reason: string | null;
  /** Warnings of the named checks. */
  readonly warnings: readonly CheckFinding[];
};

/** A named check that did not pass. */
export type CheckFinding = {
  readonly name: string;
  readonly level: "error" | "warning";
  readonly message: string;
};

/** How far an upload is. */
type UploadProgress = {
  readonly sent: number;
  readonly total: number;
  /** Chunks that are done. */
  readonly chunks: number;
};

/** A run: one pool's life, from the first form to its closing. */
export type Run = {
  readonly id: string;
  readonly version: number;
  readonly kind: RunKind;
  readonly status: RunStatus;
  readonly step: PrepareStep | null;
  readonly environment: Environment;
  readonly ownerId: string;
  /** Everybody who typed, edited or uploaded; none of them may approve production spending. */
  readonly editorIds: readonly string[];
  readonly channelId: string;
  /** The card's ts, once it was posted. */
  readonly rootTs: string | null;
  readonly page: DraftPage;
  readonly input: DraftInput;
  readonly projectBody: ProjectBody | null;
  readonly poolBody: PoolBody | null;
  readonly report: SheetReport | null;
  /** Which check of which file the accepted rows belong to; null before the first check. */
  readonly checkId: string | null;
  /** The person accepted that bad rows stay out. */
  readonly leaveOutBadRows: boolean;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly poolId: string | null;
  readonly poolName: string | null;
  readonly willExpire: Date | null;
  readonly upload: UploadProgress | null;
  /** Ask for approval as soon as the run is ready. */
  readonly requestWhenReady: boolean;
  readonly request: OpeningRequest | null;
  readonly approval: Decision | null;
  readonly denial: Decision | null;
  /** When `open` was sent, by our clock. */
  readonly openSentAt: Date | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
  /** Who pressed Pause, when it was the bot that closed the pool. */
  readonly pausedBy: string | null;
  readonly trouble: Trouble | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};
