import { z } from "zod";
import type { WebhookSubscription, WebhookTrial } from "../../domain/toloka-people.ts";
import { optionalDateSchema } from "./dates.ts";
import { idSchema, resourceSchema } from "./wire.ts";

const wireSchema = z.looseObject({
  id: idSchema,
  pool_id: idSchema,
  event_type: z.string(),
  webhook_url: z.string(),
  created: optionalDateSchema,
});

/** A subscription; its secret is never told. */
export const webhookSchema = resourceSchema(
  wireSchema,
  (read, raw): WebhookSubscription => ({
    id: read.id,
    poolId: read.pool_id,
    eventType: read.event_type,
    url: read.webhook_url,
    created: read.created,
    raw,
  }),
);

/** The answer to a trial; its keys are camelCase, unlike all others. */
export const webhookTrialSchema = z
  .looseObject({
    success: z.boolean(),
    errorType: z.string().nullish(),
    originalStatusCode: z.int().nullish(),
  })
  .transform(
    (read): WebhookTrial => ({
      success: read.success,
      errorType: read.errorType ?? null,
      status: read.originalStatusCode ?? null,
    }),
  );
