import type { Environment } from "../src/domain/environment.ts";
import type { DraftPage, Run } from "../src/domain/run.ts";

/** callback_id of every modal. */
export const callbacks = {
  /** The form of a run's current page. */
  run: "run_form",
  /** The reason of a refusal. */
  deny: "deny_form",
  /** Shown while facts are read; has no input and no submit. */
  skeleton: "skeleton",
  /** A sentence in a modal, with nothing to fill in. */
  message: "message_form",
} as const;

/** action_id of every element that reports a click or a choice, and of the inputs that do not. */
export const actions = {
  /** Inputs that only count when the form is submitted or saved. */
  value: "value",
  // Cards; values are `RunValue`.
  resumeDraft: "resume_draft",
  deleteDraft: "delete_draft",
  addTasks: "add_tasks",
  requestOpening: "request_opening",
  approve: "approve",
  deny: "deny",
  cancelRequest: "cancel_request",
  pause: "pause",
  retry: "retry",
  /** Leads to a card; nothing happens here. */
  seeCard: "see_card",
  // Answers about a pool without a run; values are `PoolValue`.
  requestPoolOpening: "request_pool_opening",
  addPoolTasks: "add_pool_tasks",
  pausePool: "pause_pool",
  // Menu; values are `EnvironmentValue`.
  newRun: "new_run",
  newProject: "new_project",
  newPool: "new_pool",
  newTasks: "new_tasks",
  listPools: "list_pools",
  listRequests: "list_requests",
  help: "help",
  // Inside the run form; values are `RunValue`.
  back: "back",
  saveDraft: "save_draft",
  fixFile: "fix_file",
  leaveOutBadRows: "leave_out_bad_rows",
  environment: "environment",
  taskKind: "task_kind",
} as const;
export type ActionId = (typeof actions)[keyof typeof actions];

/** block_id of blocks that are not fields. */
export const blockIds = { draftButtons: "draft_buttons", reportButtons: "report_buttons" } as const;

/** The radio of the first wizard step: whether the run makes a project or uses one. */
export const projectSourceField = "project_source";
/** Values of the radio: with `new` the picked project does not count. */
export const projectSources = ["new", "existing"] as const;

/** Value of a button that belongs to a run: which run, and which picture of it was clicked. */
export type RunValue = { readonly run: string; readonly version: number };
/** What a run's form carries: its run, and the page that is in front of the person. */
export type FormValue = RunValue & { readonly page: DraftPage };
/** Value of a button that belongs to a pool without a run. */
export type PoolValue = { readonly environment: Environment; readonly pool: string };
/** Value of a button of the menu. */
export type EnvironmentValue = { readonly environment: Environment };

/** The JSON text of a run's buttons. */
export const runValue = (run: Pick<Run, "id" | "version">): string =>
  JSON.stringify({ run: run.id, version: run.version } satisfies RunValue);

/** The JSON text of a form's private_metadata. */
export const formValue = (run: Pick<Run, "id" | "version" | "page">): string =>
  JSON.stringify({ run: run.id, version: run.version, page: run.page } satisfies FormValue);

/** The JSON text of a button for a pool without a run. */
export const poolValue = (environment: Environment, pool: string): string =>
  JSON.stringify({ environment, pool } satisfies PoolValue);

/** The JSON text of a menu button. */
export const environmentValue = (environment: Environment): string =>
  JSON.stringify({ environment } satisfies EnvironmentValue);

/**
 * The block id of a field's input. A variant makes Slack forget what was typed, so that a repaint shows
 * the new initial value (Slack keeps a person's text while block id and action id stay the same).
 */
export const fieldBlockId = (field: string, variant?: string): string =>
  variant === undefined ? field : `${field}:${variant}`;

/** The field behind a block id. */
export const fieldOf = (blockId: string): string => blockId.split(":", 1)[0] ?? blockId;
