import type { Pool, Task } from "../entities.ts";
import { isObject, objectOr } from "../json.ts";
import type { World } from "../world.ts";
import { completedBy, frequencyAt } from "./distribution.ts";
import { kindOf, type TaskKind } from "./kinds.ts";

const SETTINGS: { readonly [kind in TaskKind]: string } = {
  general: "real_settings",
  golden: "golden_settings",
  training: "training_settings",
};

/**
 * Selective majority vote: of each kind of task in a suite that is about to be handed out, those on
 * which `checkpoints_config` puts a check get its overlap, when theirs is lower. Toloka makes copies for
 * it (`origin_task_id`); here the task itself is given out more often.
 */
export function raiseCheckpoints(
  world: World,
  pool: Pool,
  userId: string,
  tasks: readonly Task[],
  at: number,
): void {
  const config = objectOr(pool.body.quality_control).checkpoints_config;
  if (!isObject(config)) return;
  for (const kind of ["general", "golden", "training"] as const) {
    const { target_overlap: target, task_distribution_function: distribution } = objectOr(
      config[SETTINGS[kind]],
    );
    if (typeof target !== "number" || !isObject(distribution)) continue;
    const before = completedBy(world, pool, userId, distribution, at);
    const ofKind = tasks.filter(({ body }) => kindOf(body) === kind);
    for (const [step, task] of ofKind.entries()) {
      const frequency = frequencyAt(distribution, before + step);
      if (frequency !== undefined && (before + step) % frequency === 0) raise(task, target);
    }
  }
}

function raise(task: Task, target: number): void {
  if (task.overlap === null || task.overlap >= target) return;
  task.remaining = (task.remaining ?? 0) + target - task.overlap;
  task.overlap = target;
}
