import { type Answer, type Call, emptyBody, notAnObject, type Route } from "../api.ts";
import { createFieldErrors } from "../checks/fields.ts";
import { checkWebhook, WEBHOOK_EVENTS } from "../checks/webhook.ts";
import { formatDate } from "../dates.ts";
import type { WebhookSubscription } from "../entities.ts";
import { doesNotExist, type FieldErrorMap, validationError } from "../errors.ts";
import { isObject, type JsonObject } from "../json.ts";
import { type Listing, pageOf } from "../pages.ts";
import { oneOfQuery } from "../query.ts";
import { poolOrTraining } from "../store.ts";
import type { World } from "../world.ts";

const PATH = "/api/v1/webhook-subscriptions";

/** Subscriptions to events, and a trial delivery (Toloka API, webhook subscriptions). */
export const webhookRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listWebhooks },
  { method: "PUT", path: PATH, handle: putWebhooks },
  { method: "GET", path: `${PATH}/:id`, handle: getWebhook },
  { method: "DELETE", path: `${PATH}/:id`, handle: deleteWebhook },
  { method: "POST", path: `${PATH}/:id/test`, handle: testWebhook },
];

const LISTING: Listing<WebhookSubscription> = {
  ids: "text",
  ascending: true,
  ranges: ["id", "created"],
  sorts: ["id", "created"],
  keyOf: (subscription, field) => (field === "id" ? subscription.id : subscription.created),
};

function listWebhooks({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const eventType = oneOfQuery(query, "event_type", WEBHOOK_EVENTS, errors);
  const poolId = query.get("pool_id");
  const page = pageOf(
    [...world.store.webhooks.values()],
    query,
    LISTING,
    (subscription) =>
      (eventType === undefined || subscription.eventType === eventType) &&
      (poolId === null || subscription.poolId === poolId),
    errors,
  );
  return { status: 200, body: { items: page.items.map(formatWebhook), has_more: page.hasMore } };
}

/** One subscription or an array; of an array the good ones are taken and the others named. */
function putWebhooks(call: Call): Answer {
  const { world, body } = call;
  if (body === undefined || body === null) throw emptyBody();
  if (isObject(body)) {
    const errors = checkWebhook(body, world.store);
    if (!errors.isEmpty()) throw validationError(errors.map());
    const { subscription, isNew } = upsert(world, body);
    return { status: isNew ? 201 : 200, body: formatWebhook(subscription) };
  }
  if (!Array.isArray(body)) throw notAnObject();
  const items: { [index: string]: JsonObject } = {};
  const wrong: { [index: string]: FieldErrorMap } = {};
  let anyNew = false;
  for (const [index, item] of body.entries()) {
    const errors = checkWebhook(item, world.store);
    if (!errors.isEmpty() || !isObject(item)) {
      wrong[String(index)] = errors.map();
      continue;
    }
    const { subscription, isNew } = upsert(world, item);
    anyNew ||= isNew;
    items[String(index)] = formatWebhook(subscription);
  }
  return { status: anyNew ? 201 : 200, body: { items, validation_errors: wrong } };
}

/** A pool has one subscription of a kind: a second one takes the first one's place and id. */
function upsert({ store, clock }: World, body: JsonObject) {
  const poolId = String(body.pool_id);
  const eventType = String(body.event_type);
  const known = [...store.webhooks.values()].find(
    (one) => one.poolId === poolId && one.eventType === eventType,
  );
  const now = clock.now();
  const subscription: WebhookSubscription = {
    id: known?.id ?? store.ids.object(now),
    created: known?.created ?? now,
    poolId,
    eventType,
    url: String(body.webhook_url),
    ...(typeof body.secret_key === "string" ? { secretKey: body.secret_key } : {}),
  };
  store.webhooks.set(subscription.id, subscription);
  return { subscription, isNew: known === undefined };
}

function getWebhook(call: Call): Answer {
  return { status: 200, body: formatWebhook(findWebhook(call)) };
}

function deleteWebhook(call: Call): Answer {
  const { id } = findWebhook(call);
  call.world.store.webhooks.delete(id);
  call.world.store.pendingEvents.delete(id);
  return { status: 204 };
}

/** Sends a TEST_EVENT and tells what the subscriber answered; members are in camel case. */
async function testWebhook(call: Call): Promise<Answer> {
  const { world } = call;
  const subscription = findWebhook(call);
  const pool = poolOrTraining(world.store, subscription.poolId);
  if (pool === undefined) throw doesNotExist();
  const { status, error, uuid } = await world.webhooks.test(world, subscription, pool);
  return {
    status: 201,
    body: {
      success: error === null,
      responseReceivedAt: formatDate(world.clock.now()),
      ...(error === null ? {} : { errorType: error }),
      ...(error === null || status === null ? {} : { originalStatusCode: status }),
      uuids: [uuid],
    },
  };
}

/** The secret is never given back; `created` alone of all dates carries a zone. */
function formatWebhook(subscription: WebhookSubscription): JsonObject {
  const { id, created, eventType, url, poolId } = subscription;
  return {
    id,
    created: `${formatDate(created)}Z`,
    event_type: eventType,
    webhook_url: url,
    pool_id: poolId,
  };
}

function findWebhook({ world, id }: Call): WebhookSubscription {
  const subscription = world.store.webhooks.get(id);
  if (subscription === undefined) throw doesNotExist();
  return subscription;
}
