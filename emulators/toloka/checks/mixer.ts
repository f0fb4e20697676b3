import { checkDistribution } from "./distribution.ts";
import type { Fields } from "./fields.ts";

/** Records what is wrong with a `mixer_config` (Toloka API, smart mixing). */
export function checkMixer(pool: Fields): void {
  const mixer = pool.object("mixer_config");
  if (mixer === undefined) return;
  let total = 0;
  for (const kind of ["real", "golden", "training"]) {
    const count = mixer.integer(`${kind}_tasks_count`, { required: true, min: 0, max: 500 });
    mixer.integer(`min_${kind}_tasks_count`, { min: 0, max: count ?? 500 });
    total += count ?? 1;
  }
  if (total === 0) mixer.fail("real_tasks_count", "VALUE_LESS_THAN_MIN", [1]);
  mixer.boolean("force_last_assignment");
  mixer.integer("force_last_assignment_delay_seconds", { min: 0, max: 86_400 });
  mixer.boolean("mix_tasks_in_creation_order");
  mixer.boolean("shuffle_tasks_in_task_suite");
  checkDistribution(mixer, "golden_task_distribution_function");
  checkDistribution(mixer, "training_task_distribution_function");
}
