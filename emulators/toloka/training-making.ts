import { randomUUID } from "node:crypto";
import { planArchiving } from "./auto-archive.ts";
import { checkTraining } from "./checks/training.ts";
import { formatDate } from "./dates.ts";
import type { Pool, Project } from "./entities.ts";
import { conflict, validationError } from "./errors.ts";
import { storedBody } from "./formats.ts";
import { isObject, type JsonObject } from "./json.ts";
import { nextId } from "./people-store.ts";
import { snapshotOf } from "./pool-making.ts";
import type { World } from "./world.ts";

/** Work of a training never runs out: everyone does it once. */
const TRAINING_OVERLAP = 30_000;
/** Later than any moment that a clock reaches: a training has no end of its own. */
const NEVER = Number.MAX_SAFE_INTEGER;
const DEFAULT_MAX_SECONDS = 600;

/** A training's body that passed all checks. */
export type CheckedTraining = { body: JsonObject; project: Project };

/**
 * Checks a training's body and its project.
 * @throws ApiError 400 with all wrong fields; 409 when the project is archived
 */
export function checkedTraining(
  world: World,
  body: JsonObject,
  options: { allowArchivedProject?: boolean } = {},
): CheckedTraining {
  const errors = checkTraining(body);
  const project = world.store.projects.get(String(body.project_id));
  if (project === undefined) errors.add("project_id", "ENTITY_DOES_NOT_EXIST");
  if (!errors.isEmpty() || project === undefined) throw validationError(errors.map());
  if (project.status !== "ACTIVE" && options.allowArchivedProject !== true) {
    throw conflict("PROJECT_INAPPROPRIATE_STATUS");
  }
  return { body: storedBody(body), project };
}

/** A new training, closed and empty, with the skill that it will fill in. */
export function createTraining(world: World, checked: CheckedTraining, at: number): Pool {
  const { store } = world;
  const skillId = nextId(store, "skill");
  store.skills.set(skillId, {
    id: skillId,
    created: at,
    modified: at,
    body: { name: String(checked.body.private_name), hidden: true },
    global: false,
    training: true,
    mine: true,
    removed: false,
  });
  const training: Pool = {
    id: store.ids.pool(),
    projectId: checked.project.id,
    created: at,
    status: "CLOSED",
    willExpire: NEVER,
    body: poolBehind(checked.body, skillId),
    training: checked.body,
    snapshot: snapshotOf(checked.project),
    tasks: [],
    suites: [],
    lastActive: at,
  };
  store.trainings.set(training.id, training);
  planArchiving(world, training);
  return training;
}

/** Gives a training another body; its skill stays. */
export function replaceTraining(training: Pool, body: JsonObject): void {
  training.body = poolBehind(body, skillOf(training));
  training.training = body;
}

/** The pool as which a training can be read: free, without an end, mixing training tasks. */
function poolBehind(training: JsonObject, skillId: string): JsonObject {
  const count = training.training_tasks_in_task_suite_count;
  const days = training.retry_training_after_days;
  return {
    private_name: training.private_name,
    public_instructions: training.public_instructions ?? "",
    may_contain_adult_content: training.may_contain_adult_content ?? false,
    reward_per_assignment: 0,
    assignment_max_duration_seconds:
      training.assignment_max_duration_seconds ?? DEFAULT_MAX_SECONDS,
    auto_accept_solutions: true,
    defaults: { default_overlap_for_new_task_suites: TRAINING_OVERLAP },
    mixer_config: {
      real_tasks_count: 0,
      golden_tasks_count: 0,
      training_tasks_count: count,
      min_training_tasks_count: count === 0 ? 0 : 1,
      force_last_assignment: false,
      force_last_assignment_delay_seconds: 10,
      mix_tasks_in_creation_order: training.mix_tasks_in_creation_order ?? true,
      shuffle_tasks_in_task_suite: training.shuffle_tasks_in_task_suite ?? true,
    },
    assignments_issuing_config: { issue_task_suites_in_creation_order: true },
    quality_control: { configs: [passingRule(training, skillId)] },
    ...(days === undefined ? {} : { training_config: { training_skill_ttl_days: days } }),
  };
}

/** After enough suites the share of right answers becomes the Toloker's skill. */
function passingRule(training: JsonObject, skillId: string): JsonObject {
  const action = {
    type: "SET_SKILL_FROM_OUTPUT_FIELD",
    parameters: { skill_id: skillId, from_field: "correct_answers_rate" },
  };
  const required = training.task_suites_required_to_pass;
  const enough = { key: "submitted_assignments_count", operator: "EQ", value: required };
  const allDone = [
    { key: "next_assignment_available", operator: "EQ", value: false },
    { key: "total_answers_count", operator: "GT", value: 0 },
  ];
  return {
    collector_config: { type: "TRAINING", uuid: randomUUID() },
    rules: [
      ...(required === undefined ? [] : [{ conditions: [enough], action }]),
      { conditions: allDone, action },
    ],
  };
}

/** The skill that a training fills in. */
function skillOf(training: Pool): string {
  let found = "";
  JSON.stringify(training.body.quality_control, (key, value: unknown) => {
    if (key === "skill_id" && typeof value === "string") found = value;
    return value;
  });
  return found;
}

/** The wire form of a training. */
export function formatTraining(training: Pool, ownerId: string): JsonObject {
  const { lastStarted, lastStopped, lastCloseReason } = training;
  return {
    id: training.id,
    mix_tasks_in_creation_order: true,
    shuffle_tasks_in_task_suite: true,
    ...training.training,
    project_id: training.projectId,
    owner: { id: ownerId, myself: true },
    status: training.status,
    created: formatDate(training.created),
    ...(lastStarted === undefined ? {} : { last_started: formatDate(lastStarted) }),
    ...(lastStopped === undefined ? {} : { last_stopped: formatDate(lastStopped) }),
    ...(lastCloseReason === undefined ? {} : { last_close_reason: lastCloseReason }),
  };
}

/** True when a pool that is not archived asks for this training. */
export function isTrainingNeeded(world: World, training: Pool): boolean {
  return [...world.store.pools.values()].some(({ status, body }) => {
    const control = body.quality_control;
    const requirement = isObject(control) ? control.training_requirement : undefined;
    const id = isObject(requirement) ? requirement.training_pool_id : undefined;
    return status !== "ARCHIVED" && id !== undefined && String(id) === training.id;
  });
}
