import type { Json, JsonObject } from "./json.ts";
import type { FieldSpecs, KnownSolution } from "./toloka.ts";

/** The body of `POST /projects`, without the bot's marker; keys are Toloka's. */
export type ProjectBody = {
  readonly public_name: string;
  readonly public_description: string;
  readonly public_instructions: string;
  readonly task_spec: {
    readonly input_spec: FieldSpecs;
    readonly output_spec: FieldSpecs;
    readonly view_spec: JsonObject;
  };
  readonly assignments_issuing_type: "AUTOMATED";
  readonly metadata?: { readonly [key: string]: readonly string[] };
  readonly private_comment?: string;
};

/** The body of `POST /pools`, without the bot's marker; keys are Toloka's. */
export type PoolBody = {
  readonly project_id: string;
  readonly private_name: string;
  readonly may_contain_adult_content: boolean;
  /** UTC without zone, `YYYY-MM-DDThh:mm:ss.sss`. */
  readonly will_expire: string;
  /** Dollars, as Toloka's JSON number. */
  readonly reward_per_assignment: number;
  readonly assignment_max_duration_seconds: number;
  readonly auto_accept_solutions?: boolean;
  readonly auto_accept_period_day?: number;
  readonly filter?: JsonObject;
  readonly quality_control?: JsonObject;
  readonly mixer_config: {
    readonly real_tasks_count: number;
    readonly golden_tasks_count: number;
    readonly training_tasks_count: number;
  };
  readonly defaults: { readonly default_overlap_for_new_task_suites: number };
  readonly metadata?: { readonly [key: string]: readonly string[] };
  readonly private_comment?: string;
};

/** One accepted row of a tasks file: a task without its pool. */
export type TaskRow = {
  readonly input_values: JsonObject;
  /** 1..30000 answers wanted; absent for golden and training rows, which are infinite. */
  readonly overlap?: number;
  readonly infinite_overlap?: boolean;
  readonly known_solutions?: readonly KnownSolution[];
  readonly message_on_unknown_solution?: string;
};

/** One finding in a tasks file. */
export type RowProblem = {
  /** Line or element number as a person counts it: the first data row is 1. */
  readonly row: number;
  /** Column as it is called in the file. */
  readonly column: string;
  /** Short name of the broken rule, such as `url` or `allowed-values`. */
  readonly rule: string;
  /** The value as found, cut to 100 characters. */
  readonly value: string;
  /** What to do, in a sentence. */
  readonly hint: string;
};

/** How the columns of a file were understood: column -> `input image`, `golden result`, `hint`, `overlap`. */
export type ColumnMapping = readonly { readonly column: string; readonly meaning: string }[];

/** overlap value -> number of general tasks that have it. */
export type OverlapCounts = { readonly [overlap: string]: number };

/** What the checking of a tasks file found. */
export type SheetReport = {
  readonly fileName: string;
  readonly rows: number;
  readonly good: number;
  readonly golden: number;
  readonly training: number;
  readonly duplicates: number;
  /** All rows with problems; the list below is cut. */
  readonly badRows: number;
  /** The first problems, at most 10. */
  readonly firstProblems: readonly RowProblem[];
  readonly problemCount: number;
  readonly mapping: ColumnMapping;
  /** What the reader noticed about the file as a whole (encoding, unknown columns that are empty ...). */
  readonly notes: readonly string[];
  /** A fault that makes the file unusable (not CSV, missing column ...); null when rows could be checked. */
  readonly fatal: string | null;
  readonly overlaps: OverlapCounts;
};

/** Money and audience of a pool as Toloka returned it, in canonical form. */
export type PoolTerms = { readonly [field: string]: Json };

/** The tasks of a pool as read back from Toloka. */
export type TaskSummary = {
  readonly total: number;
  readonly golden: number;
  readonly training: number;
  /** General tasks with infinite overlap: their cost has no bound. */
  readonly infinite: number;
  readonly overlaps: OverlapCounts;
  /** sha256 in hex over the sorted hashes of the canonical tasks: equal for equal multisets. */
  readonly digest: string;
};

/** What would be bought: the thing people approve. `hash` is computed from all the rest. */
export type Plan = {
  readonly environment: string;
  readonly account: string;
  readonly projectId: string;
  readonly poolId: string;
  readonly terms: PoolTerms;
  readonly tasks: TaskSummary;
  /** sha256 in hex of the canonical form. */
  readonly hash: string;
};
