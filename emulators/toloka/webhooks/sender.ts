import type { PendingEvent, Pool, WebhookSubscription } from "../entities.ts";
import type { World } from "../world.ts";
import { createDeliveries, type Deliveries } from "./deliveries.ts";
import { type PostResult, postEvents } from "./post.ts";
import { commonParts, queueOf } from "./queue.ts";

/** Brings waiting events to their subscribers: one delivery at a time and subscriber, in order. */
export type WebhookSender = {
  deliveries: Deliveries;
  /** Sends what waits for a subscriber, soon; events of one moment travel together. */
  wake(world: World, subscriptionId: string): void;
  /** Sends a TEST_EVENT now, once. */
  test(
    world: World,
    subscription: WebhookSubscription,
    pool: Pool,
  ): Promise<PostResult & { uuid: string }>;
};

/** A sender that posts with `post`. */
export function createWebhookSender(post: typeof fetch = fetch): WebhookSender {
  const deliveries = createDeliveries();
  /** Subscriptions with a delivery under way or one that waits for its next attempt. */
  const busy = new Set<string>();

  function wake(world: World, subscriptionId: string): void {
    if (busy.has(subscriptionId)) return;
    busy.add(subscriptionId);
    setImmediate(() => {
      deliver(world, subscriptionId).catch(console.error);
    });
  }

  async function deliver(world: World, subscriptionId: string): Promise<void> {
    const subscription = world.store.webhooks.get(subscriptionId);
    const queue = queueOf(world, subscriptionId);
    const batch = nextBatch(queue, world.settings.webhookBatchSize);
    if (subscription === undefined || batch.length === 0) {
      queue.length = 0;
      busy.delete(subscriptionId);
      return;
    }
    const attempt = (batch[0]?.attempts ?? 0) + 1;
    const result = await postBatch(world, subscription, batch);
    const { webhookAttempts, webhookBackoffMs } = world.settings;
    const over = result.error === null || attempt >= webhookAttempts;
    deliveries.add(world.clock.now(), {
      subscription_id: subscriptionId,
      url: subscription.url,
      attempt,
      events: batch.map(({ event }) => event),
      ...result,
      outcome: result.error === null ? "delivered" : over ? "given-up" : "retry",
    });
    if (over) queue.splice(0, batch.length);
    else for (const pending of batch) pending.attempts = attempt;
    busy.delete(subscriptionId);
    if (over) {
      if (queue.length > 0) wake(world, subscriptionId);
      return;
    }
    busy.add(subscriptionId);
    const wait = webhookBackoffMs * 2 ** (attempt - 1);
    world.clock.schedule(world.clock.now() + wait, () => {
      busy.delete(subscriptionId);
      wake(world, subscriptionId);
    });
  }

  async function postBatch(
    world: World,
    subscription: WebhookSubscription,
    batch: readonly PendingEvent[],
  ): Promise<PostResult> {
    const events = batch.map(({ event }) => event);
    const moment = { ts: world.clock.now(), timeoutMs: world.settings.webhookTimeoutMs };
    return postEvents(post, subscription, events, moment);
  }

  return {
    deliveries,
    wake,
    async test(world, subscription, pool) {
      const now = world.clock.now();
      const common = commonParts(subscription, pool, now);
      const event = { ...common, type: "TEST_EVENT" };
      const timeoutMs = world.settings.webhookTimeoutMs;
      const result = await postEvents(post, subscription, [event], { ts: now, timeoutMs });
      deliveries.add(world.clock.now(), {
        subscription_id: subscription.id,
        url: subscription.url,
        attempt: 1,
        events: [event],
        ...result,
        outcome: result.error === null ? "delivered" : "given-up",
      });
      return { ...result, uuid: String(common.uuid) };
    },
  };
}

/** The first events of a queue that were tried equally often; a repeated batch stays as it was. */
function nextBatch(queue: readonly PendingEvent[], size: number): PendingEvent[] {
  const tried = queue[0]?.attempts;
  const end = queue.findIndex(({ attempts }) => attempts !== tried);
  return queue.slice(0, Math.min(size, end < 0 ? queue.length : end));
}
