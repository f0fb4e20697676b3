import { formatDate } from "../dates.ts";
import type { JsonObject } from "../json.ts";
import { toDollars } from "../money.ts";
import type { World } from "../world.ts";
import type { Assignment } from "./entities.ts";
import { wireTasksOf } from "./tasks-of.ts";

const MOMENTS = ["submitted", "accepted", "rejected", "skipped", "expired"] as const;

/** The wire form of an assignment; moments that did not come are left out. */
export function formatAssignment(world: World, assignment: Assignment): JsonObject {
  const { store } = world;
  const { solutions, publicComment, declined } = assignment;
  const bonuses = store.bonusIds.get(assignment.id);
  const moments = MOMENTS.flatMap((name) => {
    const moment = assignment[name];
    return moment === undefined ? [] : [[name, formatDate(moment)]];
  });
  return {
    id: assignment.id,
    task_suite_id: assignment.suiteId,
    pool_id: assignment.poolId,
    user_id: assignment.userId,
    status: assignment.status,
    reward: toDollars(assignment.reward),
    tasks: wireTasksOf(world, assignment),
    ...(solutions === undefined
      ? {}
      : { solutions: solutions.map((values) => ({ output_values: values })) }),
    ...(declined === undefined
      ? {}
      : {
          first_declined_solution_attempt: Object.values(declined).map((values) => ({
            output_values: values,
          })),
        }),
    mixed: assignment.mixed,
    automerged: false,
    created: formatDate(assignment.created),
    ...Object.fromEntries(moments),
    ...(publicComment === undefined ? {} : { public_comment: publicComment }),
    ...(bonuses === undefined ? {} : { bonus_ids: bonuses }),
    owner: { id: store.requesterId, myself: true },
  };
}
