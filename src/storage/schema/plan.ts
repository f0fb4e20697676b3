import { z } from "zod";
import type {
  Plan,
  PoolBody,
  ProjectBody,
  RowProblem,
  SheetReport,
  TaskRow,
  TaskSummary,
} from "../../domain/plan.ts";
import type { FieldSpecs, KnownSolution } from "../../domain/toloka.ts";
import { jsonObject } from "./json.ts";

const fieldSpecs: z.ZodType<FieldSpecs> = z.record(
  z.string(),
  z.looseObject({
    type: z.string(),
    required: z.boolean().exactOptional(),
    hidden: z.boolean().exactOptional(),
    allowed_values: z.array(z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
    min_length: z.number().exactOptional(),
    max_length: z.number().exactOptional(),
    pattern: z.string().exactOptional(),
    min_value: z.number().exactOptional(),
    max_value: z.number().exactOptional(),
    min_size: z.number().exactOptional(),
    max_size: z.number().exactOptional(),
  }),
);

const metadata = z.record(z.string(), z.array(z.string())).exactOptional();

/** The body of `POST /projects`; every key that was stored survives. */
export const projectBody: z.ZodType<ProjectBody> = z.looseObject({
  public_name: z.string(),
  public_description: z.string(),
  public_instructions: z.string(),
  task_spec: z.looseObject({
    input_spec: fieldSpecs,
    output_spec: fieldSpecs,
    view_spec: jsonObject,
  }),
  assignments_issuing_type: z.literal("AUTOMATED"),
  metadata,
  private_comment: z.string().exactOptional(),
});

/** The body of `POST /pools`; every key that was stored survives. */
export const poolBody: z.ZodType<PoolBody> = z.looseObject({
  project_id: z.string(),
  private_name: z.string(),
  may_contain_adult_content: z.boolean(),
  will_expire: z.string(),
  reward_per_assignment: z.number(),
  assignment_max_duration_seconds: z.number(),
  auto_accept_solutions: z.boolean().exactOptional(),
  auto_accept_period_day: z.number().exactOptional(),
  filter: jsonObject.exactOptional(),
  quality_control: jsonObject.exactOptional(),
  mixer_config: z.looseObject({
    real_tasks_count: z.number(),
    golden_tasks_count: z.number(),
    training_tasks_count: z.number(),
  }),
  defaults: z.looseObject({ default_overlap_for_new_task_suites: z.number() }),
  metadata,
  private_comment: z.string().exactOptional(),
});

const knownSolution: z.ZodType<KnownSolution> = z.object({
  output_values: jsonObject,
  correctness_weight: z.number().exactOptional(),
});

/** The accepted rows of one chunk. */
export const taskRows: z.ZodType<readonly TaskRow[]> = z.array(
  z.object({
    input_values: jsonObject,
    overlap: z.number().exactOptional(),
    infinite_overlap: z.boolean().exactOptional(),
    known_solutions: z.array(knownSolution).exactOptional(),
    message_on_unknown_solution: z.string().exactOptional(),
  }),
);

/** Findings in a tasks file. */
export const rowProblems: z.ZodType<readonly RowProblem[]> = z.array(
  z.object({
    row: z.number(),
    column: z.string(),
    rule: z.string(),
    value: z.string(),
    hint: z.string(),
  }),
);

const overlaps = z.record(z.string(), z.number());

/** What the checking of a tasks file found. */
export const sheetReport: z.ZodType<SheetReport> = z.object({
  fileName: z.string(),
  rows: z.number(),
  good: z.number(),
  golden: z.number(),
  training: z.number(),
  duplicates: z.number(),
  badRows: z.number(),
  firstProblems: rowProblems,
  problemCount: z.number(),
  mapping: z.array(z.object({ column: z.string(), meaning: z.string() })),
  notes: z.array(z.string()),
  fatal: z.string().nullable(),
  overlaps,
});

const taskSummary: z.ZodType<TaskSummary> = z.object({
  total: z.number(),
  golden: z.number(),
  training: z.number(),
  infinite: z.number(),
  overlaps,
  digest: z.string(),
});

/** What would be bought. */
export const plan: z.ZodType<Plan> = z.object({
  environment: z.string(),
  account: z.string(),
  projectId: z.string(),
  poolId: z.string(),
  terms: jsonObject,
  tasks: taskSummary,
  hash: z.string(),
});
