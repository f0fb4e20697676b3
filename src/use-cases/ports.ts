import type { RunCard } from "../domain/card.ts";
import type { Environment } from "../domain/environment.ts";
import type { StoredEvent } from "../domain/event.ts";
import type { Home } from "../domain/home.ts";
import type { JsonObject } from "../domain/json.ts";
import type { DirectNotice } from "../domain/notice.ts";
import type { PoolBody, ProjectBody, RowProblem } from "../domain/plan.ts";
import type { AnswerRow } from "../domain/results/answer-row.ts";
import type { ResultColumns, ResultFile } from "../domain/results/results.ts";
import type { Run } from "../domain/run.ts";
import type {
  FieldSpecs,
  Operation,
  Pool,
  Project,
  Requester,
  Task,
  TaskBody,
} from "../domain/toloka.ts";
import type {
  Ban,
  Skill,
  UserRestriction,
  UserSkill,
  WebhookSubscription,
  WebhookTrial,
  WebhookWish,
} from "../domain/toloka-people.ts";
import type {
  AggregatedSolution,
  Aggregation,
  Assignment,
  OperationLogItem,
  PoolFigures,
} from "../domain/toloka-results.ts";

/** The wall clock of this machine, in UTC. */
export type Clock = { now(): Date };

// ---------------------------------------------------------------- Toloka

/** Answer of open and close: an operation to wait for, or "already" when there was nothing to do (204). */
type StateChange = Operation | "already";

/** One account on one installation. Every method throws TolokaError. */
export type TolokaConnection = {
  readonly environment: Environment;
  /** Now by Toloka's own clock (the Date header of its answers): it decides when pools close. */
  now(): Date;
  requester(): Promise<Requester>;
  createProject(body: ProjectBody): Promise<Project>;
  project(id: string): Promise<Project>;
  /** Pages of at most 300, ascending by id. */
  projects(query: { status?: string; createdAfter?: Date }): AsyncIterable<readonly Project[]>;
  createPool(body: PoolBody): Promise<Pool>;
  pool(id: string): Promise<Pool>;
  /** Pages of at most 300, ascending by id. */
  pools(query: {
    projectId?: string;
    status?: string;
    createdAfter?: Date;
    /** Pools that were opened since, whatever their status is now. */
    startedAfter?: Date;
  }): AsyncIterable<readonly Pool[]>;
  openPool(id: string): Promise<StateChange>;
  closePool(id: string): Promise<StateChange>;
  /** Final: an archived pool is never opened or reviewed again. */
  archivePool(id: string): Promise<StateChange>;
  archiveProject(id: string): Promise<StateChange>;
  /**
   * Uploads one chunk (at most 5,000 tasks and 1,000,000 bytes) asynchronously. A repeated operation id
   * creates nothing and answers with the first operation.
   */
  createTasks(tasks: readonly TaskBody[], operationId: string): Promise<Operation>;
  /** Pages of at most 300, ascending by id. */
  tasks(poolId: string): AsyncIterable<readonly Task[]>;
  assignments: TolokaResults["assignments"];
  operation(id: string): Promise<Operation>;
  operations(query: { type: string; submittedAfter: Date }): AsyncIterable<readonly Operation[]>;
  /** Polls until SUCCESS or FAIL; throws TolokaError OPERATION_TIMEOUT (unknown) after `timeoutMs`. */
  waitOperation(id: string, timeoutMs: number): Promise<Operation>;
};

/** Changes of what exists. Every method throws TolokaError; none can open a pool. */
export type TolokaEdits = {
  /**
   * Sends every field of the pool back as it came, `changes` on top: a field left out would be lost. The
   * pool must be closed.
   */
  replacePool(pool: Pool, changes: JsonObject): Promise<Pool>;
  /** As `replacePool`; pools that exist keep the fields they were made with. */
  replaceProject(project: Project, changes: JsonObject): Promise<Project>;
  /** Closes an open pool for an edit. Left alone, it opens again by itself after 15 minutes, unchecked. */
  closePoolForUpdate(id: string): Promise<StateChange>;
  /** The settings without the tasks; the operation's details name the new pool. */
  clonePool(id: string): Promise<Operation>;
  /** 0 to 100; works on open pools too. */
  setPoolPriority(id: string, priority: number): Promise<Pool>;
  /** The overlap asked for or the lowest still possible; 0 stops the task. */
  lowerTaskOverlap(taskId: string, overlap: number): Promise<Task>;
};

/** What the crowd did. Every method throws TolokaError. */
export type TolokaResults = {
  /** Pages of at most 300, ascending by id, each read when it is asked for. */
  assignments(query: {
    poolId: string;
    statuses?: readonly string[];
    submittedAfter?: Date;
  }): AsyncIterable<readonly Assignment[]>;
  assignment(id: string): Promise<Assignment>;
  acceptAssignment(id: string, publicComment: string): Promise<Assignment>;
  rejectAssignment(id: string, publicComment: string): Promise<Assignment>;
  /** Starts an aggregation: minutes to hours, 5 a minute, 200 a day. */
  aggregatePool(wish: Aggregation): Promise<Operation>;
  aggregateTask(taskId: string, wish: Aggregation): Promise<AggregatedSolution>;
  /** Pages of at most 300, ascending by task. */
  aggregatedSolutions(operationId: string): AsyncIterable<readonly AggregatedSolution[]>;
  /** From analytics within `timeoutMs`; counted from the assignments when analytics do not answer. */
  poolFigures(poolId: string, timeoutMs: number): Promise<PoolFigures>;
  /** Kept for a month. */
  operationLog(operationId: string): Promise<readonly OperationLogItem[]>;
};

/** Tolokers' skills and bans. Bonuses are not offered. Every method throws TolokaError. */
export type TolokaPeople = {
  skills(query: { name?: string }): AsyncIterable<readonly Skill[]>;
  createSkill(body: JsonObject): Promise<Skill>;
  userSkills(query: { skillId?: string; userId?: string }): AsyncIterable<readonly UserSkill[]>;
  setUserSkill(skillId: string, userId: string, value: number): Promise<UserSkill>;
  deleteUserSkill(id: string): Promise<void>;
  restrictions(query: { userId?: string }): AsyncIterable<readonly UserRestriction[]>;
  restrict(ban: Ban): Promise<UserRestriction>;
  liftRestriction(id: string): Promise<void>;
};

/** Subscriptions to events of pools. Every method throws TolokaError. */
export type TolokaWebhooks = {
  subscriptions(query: { poolId?: string }): AsyncIterable<readonly WebhookSubscription[]>;
  subscribe(wish: WebhookWish): Promise<WebhookSubscription>;
  unsubscribe(id: string): Promise<void>;
  /** Makes Toloka send a trial event. */
  tryOut(id: string): Promise<WebhookTrial>;
};

/** The configured installations. */
export type Toloka = { connection(environment: Environment): TolokaConnection | null };

// ---------------------------------------------------------------- Slack

/** What the bot knows about a person, read fresh from Slack. */
export type Person = {
  readonly id: string;
  /** "member" may use the bot; every other kind is refused in words. */
  readonly kind: "member" | "guest" | "stranger" | "bot" | "deactivated";
  readonly name: string;
  /** IANA zone such as Europe/Belgrade; UTC when Slack does not say. */
  readonly timeZone: string;
};

/** Reads people and groups from Slack. Throws SlackFailure; an unreadable group is an error, never "yes". */
export type People = {
  find(userId: string): Promise<Person>;
  groupMembers(groupId: string): Promise<readonly string[]>;
};

/**
 * What a failed Slack call means for the job that made it: "permanent" and the same place will refuse every
 * message, "unsayable" and it refuses this message only.
 */
export type SlackFailureKind = "permanent" | "unsayable" | "unknown" | "rate_limited" | "refused";

/** A Slack call that failed. */
export class SlackFailure extends Error {
  readonly kind: SlackFailureKind;
  /** Slack's error code such as not_in_channel, or http_500, timeout, connection. */
  readonly code: string;
  /** Milliseconds to wait, for rate_limited. */
  readonly retryAfterMs: number | null;

  constructor(
    kind: SlackFailureKind,
    code: string,
    retryAfterMs: number | null = null,
    cause?: unknown,
  ) {
    super(`Slack call failed: ${code}`, { cause });
    this.name = "SlackFailure";
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Says things in Slack for durable jobs: one attempt a call, failures thrown as SlackFailure. */
export type Messenger = {
  /** Posts the run's card as a root message; answers its ts. `key` finds it again after an unknown outcome. */
  postCard(card: RunCard, key: string): Promise<string>;
  /** Repaints the card in place. */
  updateCard(card: RunCard, ts: string): Promise<void>;
  /** Replies in the run's thread, never broadcast; answers the reply's ts. */
  postEvent(card: RunCard, event: StoredEvent, key: string): Promise<string>;
  /** Uploads all problems of a checked file, as a table, into the run's thread; answers the file's id. */
  postProblems(
    card: RunCard,
    fileName: string,
    problems: AsyncIterable<readonly RowProblem[]>,
  ): Promise<string>;
  /** Uploads one file of results into the run's thread; answers the file's id. */
  postResults(
    card: RunCard,
    wanted: {
      readonly file: ResultFile;
      /** More may follow: the name of the file says so. */
      readonly isInterim: boolean;
      readonly columns: ResultColumns;
      readonly rows: AsyncIterable<readonly AnswerRow[]>;
    },
  ): Promise<string>;
  /** A text that is equal for cards that look equal, to skip repaints. */
  pictureOf(card: RunCard): string;
  /** Sends a direct message. */
  tell(userId: string, notice: DirectNotice, key: string): Promise<void>;
  /** The ts of an own message with this key in the channel or thread; null when none, "unreadable" without history scope. */
  findByKey(
    channelId: string,
    threadTs: string | null,
    key: string,
  ): Promise<string | null | "unreadable">;
  /** A text that is equal for Homes that look equal. */
  pictureOfHome(home: Home): string;
  /**
   * Publishes a person's Home; answers Slack's hash of it. With the hash of the Home that it replaces it
   * fails as hash_conflict when Slack shows another one.
   */
  publishHome(userId: string, home: Home, replaces: string | null): Promise<string>;
  /** Paints a run's current draft page into an open modal; false when the modal is gone. */
  updateForm(viewId: string, run: Run): Promise<boolean>;
};

// ---------------------------------------------------------------- files

/** A file that a person gave in a form. */
export type SlackFile = { readonly id: string; readonly name: string; readonly size: number };

/** Opens a file of Slack as a byte stream. Throws SlackFailure. */
export type FileSource = {
  info(fileId: string): Promise<SlackFile>;
  open(
    fileId: string,
  ): Promise<{ readonly file: SlackFile; readonly bytes: AsyncIterable<Uint8Array> }>;
};

/** One data row as read: column -> cell. Cells of JSON files keep their type. */
export type SheetRow = { readonly row: number; readonly cells: ReadonlyMap<string, unknown> };

/** The rows of one file; what the reader noticed is complete once the rows are read. */
export type Sheet = AsyncIterable<SheetRow> & {
  readonly notes: readonly string[];
  /** Known from the first row on. */
  readonly format: () => "table" | "json";
};

/** Reads CSV, TSV, JSON and JSONL by stream, and pasted lines. Throws SheetFault. */
export type SheetReader = {
  read(fileName: string, bytes: AsyncIterable<Uint8Array>): Sheet;
  readLines(text: string, rules: RowRules): Promise<readonly SheetRow[]>;
};

/** A file that cannot be read as rows. The message is for people and says what to do. */
export class SheetFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "SheetFault";
  }
}

/** The specification rows are checked against, as Toloka has it now. */
export type RowRules = { readonly inputSpec: FieldSpecs; readonly outputSpec: FieldSpecs };

/** Counts what happened: one of the bot's own words, and a reason out of a small fixed set. */
export type Tally = (what: string, reason: string) => void;

/** Logs one line with allow-listed fields. */
export type Log = {
  info(fields: { readonly [key: string]: string | number | boolean | null }, message: string): void;
  warn(fields: { readonly [key: string]: string | number | boolean | null }, message: string): void;
  error(
    fields: { readonly [key: string]: string | number | boolean | null },
    message: string,
  ): void;
};
