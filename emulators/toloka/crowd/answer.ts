import type { Pool } from "../entities.ts";
import type { JsonObject } from "../json.ts";
import type { Assignment, CrowdWorker } from "../work/entities.ts";
import { kindOf } from "../work/kinds.ts";
import type { Random } from "../work/random.ts";
import { taskBodiesOf } from "../work/tasks-of.ts";
import type { World } from "../world.ts";
import { truthOf } from "./truth.ts";
import { wrongValue } from "./values.ts";

/**
 * What a Toloker answers: to each task the truth with the probability of their accuracy. A wrong answer
 * to a training task is declined first and then mended with the help of its hint.
 */
export function answersOf(
  world: World,
  pool: Pool,
  assignment: Assignment,
  worker: CrowdWorker,
  random: Random,
): Pick<Assignment, "solutions" | "declined"> {
  const declined: { [taskId: string]: JsonObject } = {};
  const solutions = taskBodiesOf(world, assignment).map((body, index) => {
    const taskId = assignment.taskIds[index] ?? "";
    const truth = truthOf(world, pool, taskId, body);
    if (random.next() < worker.accuracy) return truth;
    const wrong: JsonObject = {};
    for (const [name, spec] of pool.snapshot.output) {
      wrong[name] = wrongValue(spec, truth[name], random);
    }
    const teaches = pool.training !== undefined || kindOf(body) === "training";
    if (!teaches) return wrong;
    declined[taskId] = wrong;
    return truth;
  });
  return Object.keys(declined).length === 0 ? { solutions } : { solutions, declined };
}
