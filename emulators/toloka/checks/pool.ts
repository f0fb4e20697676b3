import type { JsonObject } from "../json.ts";
import type { Settings } from "../settings.ts";
import { createFieldErrors, type FieldErrors, type Fields, fieldsOf } from "./fields.ts";
import { checkFilter } from "./filter.ts";
import { checkMetadata } from "./metadata.ts";
import { checkMixer } from "./mixer.ts";
import { checkPoolDynamics } from "./pool-dynamics.ts";
import { checkQualityControl } from "./quality-control.ts";

const MAX_OVERLAP = 30_000;
const THREE_DAYS_SECONDS = 259_200;

/** Everything that is wrong with the body of a pool (Toloka API, pools, bounds). */
export function checkPool(body: JsonObject, settings: Settings): FieldErrors {
  const errors = createFieldErrors();
  const pool = fieldsOf(errors, body);
  checkProjectId(pool);
  pool.string("private_name", { required: true, blank: false });
  for (const name of ["private_comment", "public_description", "public_instructions"]) {
    pool.string(name);
  }
  pool.boolean("may_contain_adult_content");
  pool.date("will_expire", { required: true });
  pool.integer("auto_close_after_complete_delay_seconds", { min: 0, max: THREE_DAYS_SECONDS });
  checkReward(pool, settings);
  pool.integer("assignment_max_duration_seconds", { required: true, min: 5, max: 2_147_483_647 });
  pool.boolean("auto_accept_solutions");
  pool.integer("auto_accept_period_day", { min: 1, max: 21 });
  pool.integer("priority", { min: 0, max: 100 });
  const defaultOverlap = checkDefaults(pool);
  checkMixer(pool);
  const issuing = pool.object("assignments_issuing_config");
  issuing?.boolean("issue_task_suites_in_creation_order", { required: true });
  checkFilter(errors, body.filter);
  checkQualityControl(pool);
  checkPoolDynamics(pool, defaultOverlap);
  pool.object("training_config")?.integer("training_skill_ttl_days", { min: 1 });
  checkMetadata(pool);
  pool.oneOf("type", ["REGULAR", "TRAINING"]);
  return errors;
}

function checkProjectId(pool: Fields): void {
  const id = pool.raw("project_id");
  if (id === undefined) pool.fail("project_id", "VALUE_REQUIRED");
  else if (typeof id !== "string" && typeof id !== "number") {
    pool.fail("project_id", "STRING_EXPECTED");
  }
}

/** A price is zero (control and training tasks only) or at least the minimum. */
function checkReward(pool: Fields, settings: Settings): void {
  const reward = pool.number("reward_per_assignment", { required: true, min: 0 });
  if (reward !== undefined && reward > 0 && reward < settings.minReward) {
    pool.fail("reward_per_assignment", "VALUE_LESS_THAN_MIN", [settings.minReward]);
  }
}

function checkDefaults(pool: Fields): number | undefined {
  const defaults = pool.object("defaults", { required: true });
  const bounds = { min: 1, max: MAX_OVERLAP };
  const suites = defaults?.integer("default_overlap_for_new_task_suites", {
    ...bounds,
    required: true,
  });
  return defaults?.integer("default_overlap_for_new_tasks", bounds) ?? suites;
}
