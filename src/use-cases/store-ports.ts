import type { Environment } from "../domain/environment.ts";
import type { RunEvent, StoredEvent } from "../domain/event.ts";
import type { DirectNotice } from "../domain/notice.ts";
import type { RowProblem, TaskRow } from "../domain/plan.ts";
import type { Run, RunStatus } from "../domain/run.ts";
import type { ResultsStore } from "./results-ports.ts";

/** A chunk of accepted rows, ready for one `POST /tasks`. */
export type TaskChunk = { readonly ordinal: number; readonly rows: readonly TaskRow[] };

/** A job that follows a state change. */
export type Job =
  | { readonly name: "prepare-run"; readonly runId: string }
  | { readonly name: "open-run"; readonly runId: string }
  | {
      readonly name: "close-pool";
      readonly environment: Environment;
      readonly poolId: string;
      readonly runId: string;
    }
  | {
      readonly name: "check-file";
      readonly runId: string;
      readonly checkId: string;
      readonly viewId: string;
    }
  /** Tells the run's thread everything not yet told and repaints the card, in order. */
  | { readonly name: "tell-thread"; readonly runId: string }
  | {
      readonly name: "tell-person";
      readonly userId: string;
      readonly notice: DirectNotice;
      readonly key: string;
    }
  /** Reads what a pool's workers answered, for those who wait for it. */
  | { readonly name: "gather-results"; readonly runId: string }
  | { readonly name: "watch" }
  /** Has the Homes of these people painted anew; null = of everybody who has opened one lately. */
  | { readonly name: "refresh-homes"; readonly userIds: readonly string[] | null }
  /** Paints one person's Home. Urgent when the person has just opened it or pressed something on it. */
  | { readonly name: "paint-home"; readonly userId: string; readonly isUrgent: boolean }
  /** Asks Toloka for the balances that a person's Home shows, and has it painted anew. */
  | { readonly name: "read-balances"; readonly userId: string };

/** How a job ended: finished, or to be run again after a while (not counted as a failure). */
export type JobOutcome = "done" | { readonly againAfterMs: number };

/** What each job does. A handler may be called twice for one job; a thrown error is retried with backoff. */
export type JobHandlers = {
  readonly [Name in Job["name"]]: (job: Extract<Job, { name: Name }>) => Promise<JobOutcome>;
};

/** A change of a run: fields to overwrite. */
export type RunChange = Partial<Omit<Run, "id" | "version" | "createdAt" | "updatedAt">>;

/** Which runs are meant; every part narrows. */
export type RunQuery = {
  readonly statuses?: readonly RunStatus[];
  readonly ownerId?: string;
  readonly channelId?: string;
  /** Changed at this time or later. */
  readonly changedSince?: Date;
  /** Closed at this time or later. */
  readonly closedSince?: Date;
};

/** A Home that somebody has opened, and what was published on it. */
export type KeptHome = {
  readonly openedAt: Date;
  /** What it looks like now, as a hash; null when nothing was published since it was opened. */
  readonly picture: string | null;
  /** Slack's hash of the published view: a late attempt with an older one changes nothing. */
  readonly viewHash: string | null;
  readonly publishedAt: Date | null;
};

/** A pool as the watcher last saw it. */
export type WatchedPool = {
  readonly environment: Environment;
  readonly poolId: string;
  readonly runId: string | null;
  readonly status: string;
  readonly closeReason: string | null;
  readonly willExpire: Date;
  readonly lastStarted: Date | null;
  /** Warning levels (milliseconds left) already told for this `willExpire`. */
  readonly warnedMs: readonly number[];
};

/** An audit line to write; `before` and `after` are small JSON texts. */
export type AuditLine = {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Reads and writes inside or outside a transaction. */
export type Store = {
  readonly runs: {
    /** False when there is a run with this id already: two people started the same thing at once. */
    insert(run: Run): Promise<boolean>;
    find(id: string): Promise<Run | null>;
    /**
     * A person's drafts, oldest first, for a transaction that wants to add one: whoever else asks for the
     * same person's waits until it ends.
     */
    draftsInTurn(ownerId: string): Promise<readonly Run[]>;
    /** The newest run of a pool in an environment. */
    findByPool(environment: Environment, poolId: string): Promise<Run | null>;
    /** The runs that are meant: the newest first, or those whose pool closes soonest. */
    list(
      query: RunQuery & { readonly limit: number; readonly first?: "newest" | "closing" },
    ): Promise<readonly Run[]>;
    count(query: RunQuery): Promise<number>;
    /**
     * Compare-and-set: changes the run only while its version (and status, when given) still match.
     * Answers the new run, or null when somebody else was faster.
     */
    change(
      id: string,
      expected: { version?: number; status?: RunStatus | readonly RunStatus[] },
      change: RunChange,
    ): Promise<Run | null>;
  };
  readonly cards: {
    /** Remembers where a run's card stands, without a new version: buttons already shown stay valid. */
    place(runId: string, ts: string): Promise<void>;
  };
  readonly events: {
    /** Appends with the next number of the run. */
    append(runId: string, event: RunEvent): Promise<StoredEvent>;
    /** Not yet told, in order. */
    untold(runId: string): Promise<readonly StoredEvent[]>;
    markTold(runId: string, seq: number, ts: string): Promise<void>;
    list(runId: string): Promise<readonly StoredEvent[]>;
    /** Runs that have something untold for longer than `olderThanMs`; a safety net for lost jobs. */
    overdue(olderThanMs: number): Promise<readonly string[]>;
  };
  readonly votes: {
    /** False when this person already voted on this hash. */
    insert(vote: {
      runId: string;
      planHash: string;
      userId: string;
      decision: "approve" | "deny";
      entitlement: string;
    }): Promise<boolean>;
  };
  readonly deliveries: {
    /** Records that something from outside was handled; false when its key was seen before. */
    first(key: string, kind: string): Promise<boolean>;
    forgetOlderThan(time: Date): Promise<number>;
  };
  readonly effects: {
    /** An outside call about to be made: answers the row, keeping the first `sentAt` while its outcome is open. */
    begin(runId: string, kind: string, ordinal: number, key: string): Promise<Effect>;
    find(runId: string, kind: string, ordinal: number): Promise<Effect | null>;
    /** Closes it with the id of what it made, or reopens it for a new attempt. */
    finish(runId: string, kind: string, ordinal: number, externalId: string): Promise<void>;
    fail(runId: string, kind: string, ordinal: number): Promise<void>;
  };
  readonly rows: {
    /** Replaces nothing: chunks belong to a check. */
    addChunk(checkId: string, chunk: TaskChunk): Promise<void>;
    chunkCount(checkId: string): Promise<number>;
    chunk(checkId: string, ordinal: number): Promise<TaskChunk | null>;
    addProblems(checkId: string, problems: readonly RowProblem[]): Promise<void>;
    /** Problems by order of finding, for the file in the thread. */
    problems(checkId: string): AsyncIterable<readonly RowProblem[]>;
    drop(checkId: string): Promise<void>;
  };
  readonly results: ResultsStore;
  readonly pools: {
    list(environment: Environment): Promise<readonly WatchedPool[]>;
    find(environment: Environment, poolId: string): Promise<WatchedPool | null>;
    save(pool: WatchedPool): Promise<void>;
  };
  readonly paint: {
    /** What was last painted on the run's card (a hash), to skip equal repaints. */
    last(runId: string): Promise<string | null>;
    save(runId: string, hash: string): Promise<void>;
  };
  /** Who has opened a Home, and what stands on it. */
  readonly homes: {
    /** The person has it in front. Without `isShown` Slack shows nothing yet: it is published whatever it is. */
    opened(userId: string, at: Date, isShown: boolean): Promise<void>;
    find(userId: string): Promise<KeptHome | null>;
    isAnyOpenedSince(time: Date): Promise<boolean>;
    /**
     * Marks Homes (null = all) as to be painted; answers those that were not marked yet, with the time of
     * their last publishing. A mark from before `lostBefore` belongs to a job that was given up.
     */
    want(
      userIds: readonly string[] | null,
      times: { readonly now: Date; readonly lostBefore: Date },
    ): Promise<readonly { readonly userId: string; readonly publishedAt: Date | null }[]>;
    /** Takes the mark away: what changes from now on needs another painting. */
    begin(userId: string, at: Date): Promise<void>;
    published(
      userId: string,
      shown: { readonly picture: string; readonly viewHash: string; readonly at: Date },
    ): Promise<void>;
    /** Opened since a time, and last painted before another. */
    due(times: {
      readonly openedSince: Date;
      readonly paintedBefore: Date;
    }): Promise<readonly string[]>;
    forget(userId: string): Promise<void>;
    forgetUnopenedSince(time: Date): Promise<void>;
  };
  /** Small texts by name: clock offsets, the last complete watch. */
  readonly notes: {
    read(name: string): Promise<string | null>;
    write(name: string, text: string): Promise<void>;
  };
  readonly audit: {
    /** Appends to the hash chain. */
    write(line: AuditLine): Promise<void>;
    list(
      subject: string,
    ): Promise<readonly (AuditLine & { seq: number; at: Date; hash: string })[]>;
    /** The first seq whose hash does not follow from its predecessor; null when the chain holds. */
    firstBroken(): Promise<number | null>;
  };
  readonly jobs: {
    /** Sends in this transaction; at most one job of a name and subject is active at a time. `afterMs` delays it. */
    send(job: Job, options?: { afterMs?: number }): Promise<void>;
    /** The subjects (run ids) of the jobs of this name that wait or run. */
    underWay(
      name: "prepare-run" | "open-run" | "tell-thread" | "gather-results",
    ): Promise<ReadonlySet<string>>;
  };
};

/** The end of an act's time: asked right before each commit, and after a yes the act may have been recorded. */
export type Cutoff = { mayCommit(): boolean };

/** Thrown by a transaction that was undone because its act's time was over. */
export class TooLate extends Error {
  /** Bolt hands errors with a code on as they are. */
  readonly code = "too_late";

  constructor() {
    super("the time of the act was over before it was committed");
    this.name = "TooLate";
  }
}

/** The database. Everything inside `transaction` is committed together or not at all. */
export type Database = Store & {
  transaction<Result>(work: (store: Store) => Promise<Result>): Promise<Result>;
  /**
   * Does the work of an act: every transaction that it makes asks the cutoff before its commit, and is
   * undone with TooLate when that says no.
   */
  within<Result>(cutoff: Cutoff, work: () => Promise<Result>): Promise<Result>;
};

/** One outside call that must not be doubled. */
export type Effect = {
  readonly key: string;
  readonly status: "sent" | "done" | "failed";
  /** When it was first sent in this attempt, by the database clock. */
  readonly sentAt: Date;
  readonly attempt: number;
  readonly externalId: string | null;
};
