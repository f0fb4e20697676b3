import type { JsonObject } from "./json.ts";
import type { Micros } from "./money.ts";

/** Toloka's project, as far as the bot decides on it; `raw` keeps every field of the answer. */
export type Project = {
  readonly id: string;
  readonly publicName: string;
  readonly status: string;
  readonly inputSpec: FieldSpecs;
  readonly outputSpec: FieldSpecs;
  readonly metadata: Metadata;
  readonly privateComment: string;
  readonly raw: JsonObject;
};

/** Toloka's pool, as far as the bot decides on it; `raw` keeps every field of the answer. */
export type Pool = {
  readonly id: string;
  readonly projectId: string;
  readonly privateName: string;
  /** OPEN, CLOSED, ARCHIVED, LOCKED or a word that came later. */
  readonly status: string;
  readonly lastCloseReason: string | null;
  readonly willExpire: Date;
  readonly rewardMicros: Micros;
  /** General tasks a suite; null without smart mixing. */
  readonly realTasksPerSuite: number | null;
  readonly overlapForSuites: number;
  readonly overlapForTasks: number | null;
  readonly created: Date | null;
  readonly lastStarted: Date | null;
  readonly lastStopped: Date | null;
  readonly metadata: Metadata;
  readonly privateComment: string;
  readonly raw: JsonObject;
};

/** Toloka's free labels on projects and pools. */
export type Metadata = { readonly [key: string]: readonly string[] };

/** A task as Toloka returns it. */
export type Task = {
  readonly id: string;
  readonly poolId: string;
  readonly inputValues: JsonObject;
  /** null when the overlap is infinite. */
  readonly overlap: number | null;
  readonly infiniteOverlap: boolean;
  readonly knownSolutions: readonly KnownSolution[];
  readonly hint: string | null;
};

/** A correct answer of a control (golden) or training task. */
export type KnownSolution = {
  readonly output_values: JsonObject;
  readonly correctness_weight?: number;
};

/** One task as it is sent to `POST /tasks`; keys are Toloka's. */
export type TaskBody = {
  readonly input_values: JsonObject;
  readonly pool_id: string;
  readonly overlap?: number;
  readonly infinite_overlap?: boolean;
  readonly known_solutions?: readonly KnownSolution[];
  readonly message_on_unknown_solution?: string;
};

/** An asynchronous operation of Toloka. */
export type Operation = {
  readonly id: string;
  readonly type: string;
  /** PENDING, RUNNING, SUCCESS, FAIL or a word that came later. */
  readonly status: string;
  readonly submitted: Date | null;
  readonly parameters: JsonObject;
  readonly details: JsonObject;
};

/** The account behind the key. */
export type Requester = { readonly id: string; readonly balanceMicros: Micros };

/** One field of `input_spec` or `output_spec`. Keys are Toloka's; unknown keys survive. */
export type FieldSpec = {
  /** string, url, integer, float, boolean, json, file, coordinates, or `array_` of one of them. */
  readonly type: string;
  readonly required?: boolean;
  readonly hidden?: boolean;
  readonly allowed_values?: readonly (string | number | boolean)[];
  readonly min_length?: number;
  readonly max_length?: number;
  readonly pattern?: string;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_size?: number;
  readonly max_size?: number;
};

/** Field name -> its rules. */
export type FieldSpecs = { readonly [name: string]: FieldSpec };
