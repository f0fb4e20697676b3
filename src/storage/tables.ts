import type { ColumnType } from "kysely";
import type { Run } from "../domain/run.ts";

/** A `json` column: read as a parsed value that a schema still has to check, written as JSON text. */
type JsonText = ColumnType<unknown, string | null, string | null>;

/** A column that the database fills when the row is made. */
type Defaulted<Value> = ColumnType<Value, Value | undefined, Value>;

type RunJsonField =
  | "editorIds"
  | "input"
  | "projectBody"
  | "poolBody"
  | "report"
  | "upload"
  | "request"
  | "approval"
  | "denial"
  | "trouble";

/** One row a run: its fields under their own names, nested values as JSON. */
type RunsTable = {
  [Field in Exclude<keyof Run, RunJsonField>]: Run[Field];
} & { [Field in RunJsonField]: JsonText } & {
  /** The number of the last event of the run. */
  lastEventSeq: Defaulted<number>;
};

/**
 * The tables of the bot. In SQL the names are in snake_case. JSON is kept as `json`, not `jsonb`: nothing
 * queries inside it, and the order of fields that a person typed survives.
 */
export type Tables = {
  runs: RunsTable;
  events: {
    runId: string;
    seq: number;
    at: Defaulted<Date>;
    event: JsonText;
    ts: string | null;
    toldAt: Date | null;
  };
  votes: {
    runId: string;
    planHash: string;
    userId: string;
    decision: string;
    entitlement: string;
    at: Defaulted<Date>;
  };
  deliveries: { key: string; kind: string; at: Defaulted<Date> };
  effects: {
    runId: string;
    kind: string;
    ordinal: number;
    key: string;
    status: string;
    sentAt: Defaulted<Date>;
    attempt: Defaulted<number>;
    externalId: string | null;
  };
  taskChunks: { checkId: string; ordinal: number; rows: JsonText };
  rowProblems: { id: ColumnType<number, never, never>; checkId: string; problems: JsonText };
  /** `askedBy` is empty for the bot's own wish after a closing. */
  resultWishes: { runId: string; askedBy: string; at: Defaulted<Date> };
  answerRows: {
    id: ColumnType<number, never, never>;
    runId: string;
    batch: string;
    at: Defaulted<Date>;
    rows: JsonText;
  };
  watchedPools: {
    environment: string;
    poolId: string;
    runId: string | null;
    status: string;
    closeReason: string | null;
    willExpire: Date;
    lastStarted: Date | null;
    warnedMs: JsonText;
  };
  paint: { runId: string; hash: string };
  homes: {
    userId: string;
    openedAt: Date;
    /** Since when a painting is waited for; null while none is. */
    wantedAt: Date | null;
    paintedAt: Date | null;
    picture: string | null;
    viewHash: string | null;
    publishedAt: Date | null;
  };
  notes: { name: string; text: string; at: Defaulted<Date> };
  audit: {
    seq: number;
    at: Date;
    actor: string;
    action: string;
    subject: string;
    before: string | null;
    after: string | null;
    hash: string;
  };
};
