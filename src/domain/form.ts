/** What a person typed or picked: field name -> text, or list of texts for multi-selects and files. Absent when left empty. */
export type FormInput = { readonly [field: string]: string | readonly string[] | undefined };

/** Field name -> what is wrong and what to type. */
export type FormErrors = { readonly [field: string]: string };

/** The result of reading a form. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: FormErrors }
  | { readonly ok: false; readonly errors: FormErrors };

/** Fields of the project form; each is also the block id of its input. */
export const projectFields = {
  publicName: "public_name",
  description: "public_description",
  instructions: "public_instructions",
  kind: "task_kind",
  inputs: "input_fields",
  outputs: "output_fields",
  view: "view",
} as const;

/** The kinds of task the project form offers. */
export const taskKinds = [
  "image_choice",
  "text_choice",
  "side_by_side",
  "free_text",
  "own_json",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Fields of the pool form; each is also the block id of its input. */
export const poolFields = {
  project: "project",
  privateName: "private_name",
  adult: "may_contain_adult_content",
  closes: "will_expire",
  price: "reward_per_assignment",
  seconds: "assignment_max_duration_seconds",
  overlap: "overlap",
  realTasks: "real_tasks_count",
  goldenTasks: "golden_tasks_count",
  trainingTasks: "training_tasks_count",
  languages: "languages",
  quality: "quality",
  acceptance: "acceptance",
  reviewDays: "review_days",
} as const;

/** Quality presets of the pool form, in the order they are offered. */
export const qualityPresets = [
  "captcha",
  "fast_answers",
  "skipped_in_row",
  "golden_accuracy",
  "majority_vote",
] as const;
export type QualityPreset = (typeof qualityPresets)[number];

/** Fields of the tasks form; each is also the block id of its input. */
export const tasksFields = {
  pool: "pool",
  file: "file",
  lines: "lines",
  overlap: "overlap",
} as const;

/** Fields of the first wizard step. */
export const startFields = { environment: "environment", project: "project" } as const;

/** Where a run that was started on the Home posts its card and thread; asked for on the first page. */
export const channelField = "post_in";

/** Fields of the last wizard step and of the request form. */
export const reviewFields = { reason: "reason" } as const;
