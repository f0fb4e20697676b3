import { resumeCrowd } from "../crowd/work.ts";
import { planAgain } from "../pool-machine.ts";
import { planAutoAccept } from "../work/assignment-steps.ts";
import { planExpiryOf } from "../work/issue.ts";
import type { World } from "../world.ts";

/** Plans everything that the store says will happen, on a clock on which nothing is planned. */
export function resume(world: World): void {
  const { store, webhooks } = world;
  for (const pools of [store.pools, store.trainings]) {
    for (const pool of pools.values()) planAgain(world, pool);
  }
  for (const assignment of store.assignments.values()) {
    if (assignment.status === "ACTIVE") planExpiryOf(world, assignment);
    else planAutoAccept(world, assignment);
  }
  resumeCrowd(world);
  for (const [subscriptionId, pending] of store.pendingEvents) {
    if (pending.length > 0) webhooks.wake(world, subscriptionId);
  }
}
