import { randomUUID } from "node:crypto";
import { formatDate } from "../dates.ts";
import type { PendingEvent, Pool, WebhookSubscription } from "../entities.ts";
import type { WorldEvent } from "../events.ts";
import type { JsonObject } from "../json.ts";
import type { World } from "../world.ts";

/** Puts an event in the queue of everyone who subscribed to it. */
export function queueWebhooks(world: World, event: WorldEvent): void {
  for (const subscription of world.store.webhooks.values()) {
    if (subscription.poolId !== event.pool.id || subscription.eventType !== event.type) continue;
    const fault = world.takeFault("WEBHOOK", `/${event.type}`);
    const pending: PendingEvent = {
      subscriptionId: subscription.id,
      event: { ...commonParts(subscription, event.pool, event.at), ...ownParts(event) },
      attempts: 0,
    };
    const copies = fault?.kind === "duplicate" ? 2 : 1;
    const join = (): void => {
      for (let copy = 0; copy < copies; copy += 1) queueOf(world, subscription.id).push(pending);
      world.webhooks.wake(world, subscription.id);
    };
    if (fault?.kind === "delay") world.clock.schedule(event.at + (fault.delayMs ?? 0), join);
    else join();
  }
}

/** The events that wait for one subscriber, in order. */
export function queueOf({ store }: World, subscriptionId: string): PendingEvent[] {
  const known = store.pendingEvents.get(subscriptionId);
  if (known !== undefined) return known;
  const fresh: PendingEvent[] = [];
  store.pendingEvents.set(subscriptionId, fresh);
  return fresh;
}

/** Members of every event on the wire; `uuid` tells a repeated delivery from a new event. */
export function commonParts(subscription: WebhookSubscription, pool: Pool, at: number): JsonObject {
  return {
    uuid: randomUUID(),
    event_time: formatDate(at),
    project_id: pool.projectId,
    pool_id: pool.id,
    webhook_subscription_id: subscription.id,
    type: subscription.eventType,
  };
}

function ownParts(event: WorldEvent): JsonObject {
  switch (event.type) {
    case "POOL_OPENED":
      return {};
    case "POOL_CLOSED":
      return { close_reason: event.reason };
    case "DYNAMIC_OVERLAP_COMPLETED":
      return {
        task_id: event.taskId,
        confidence: event.confidence,
        assignment_ids: event.assignmentIds,
        output_values: event.outputValues,
      };
    default:
      return { task_suite_id: event.taskSuiteId, assignment_id: event.assignmentId };
  }
}
