import type { JsonObject } from "../json.ts";
import { createFieldErrors, type FieldErrors, fieldsOf } from "./fields.ts";
import { readId } from "./id.ts";
import { checkMetadata } from "./metadata.ts";

const MAX_SECONDS = 2_147_483_647;

/** Everything that is wrong with the body of a training (Toloka API, trainings). */
export function checkTraining(body: JsonObject): FieldErrors {
  const errors = createFieldErrors();
  const training = fieldsOf(errors, body);
  readId(training, "project_id", { required: true });
  training.string("private_name", { required: true, blank: false });
  training.boolean("inherited_instructions", { required: true });
  const counts = { min: 0, max: 500 };
  training.integer("training_tasks_in_task_suite_count", { required: true, ...counts });
  training.integer("task_suites_required_to_pass", counts);
  training.integer("retry_training_after_days", { min: 1 });
  training.integer("assignment_max_duration_seconds", { min: 5, max: MAX_SECONDS });
  for (const name of [
    "may_contain_adult_content",
    "mix_tasks_in_creation_order",
    "shuffle_tasks_in_task_suite",
  ]) {
    training.boolean(name);
  }
  training.string("public_instructions");
  checkMetadata(training);
  return errors;
}
