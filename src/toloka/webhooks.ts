import type { TolokaWebhooks } from "../use-cases/ports.ts";
import type { Client } from "./client.ts";
import { createLister, equal, inPath } from "./listing.ts";
import { nothingSchema } from "./schema/nothing.ts";
import { webhookSchema, webhookTrialSchema } from "./schema/webhook.ts";

const path = "/webhook-subscriptions";

/** Subscriptions to events through a client. */
export const createTolokaWebhooks = ({ get, post, put, remove }: Client): TolokaWebhooks => {
  const list = createLister(get);
  return {
    subscriptions: ({ poolId }) => list(path, webhookSchema, equal("pool_id", poolId)),
    subscribe: ({ poolId, eventType, url, secretKey }) =>
      put(path, webhookSchema, {
        pool_id: poolId,
        event_type: eventType,
        webhook_url: url,
        secret_key: secretKey,
      }),
    unsubscribe: async (id) => remove(`${path}/${inPath(id)}`, nothingSchema),
    tryOut: async (id) => post(`${path}/${inPath(id)}/test`, webhookTrialSchema),
  };
};
