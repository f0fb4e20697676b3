import { ASSIGNMENT_EVENTS } from "../events.ts";
import { isObject } from "../json.ts";
import { poolOrTraining, type Store } from "../store.ts";
import { createFieldErrors, type FieldErrors, fieldsOf } from "./fields.ts";
import { readId } from "./id.ts";

/** Events that can be subscribed to. */
export const WEBHOOK_EVENTS: readonly string[] = [
  "POOL_CLOSED",
  ...ASSIGNMENT_EVENTS,
  "DYNAMIC_OVERLAP_COMPLETED",
];

/** Everything that is wrong with the body of a webhook subscription. */
export function checkWebhook(body: unknown, store: Store): FieldErrors {
  const errors = createFieldErrors();
  if (!isObject(body)) {
    errors.add("webhook_subscription", "OBJECT_EXPECTED");
    return errors;
  }
  const fields = fieldsOf(errors, body);
  const url = fields.string("webhook_url", { required: true });
  if (url !== undefined && !isWebAddress(url)) fields.fail("webhook_url", "INVALID_URL_SYNTAX");
  fields.oneOf("event_type", WEBHOOK_EVENTS, { required: true });
  fields.string("secret_key");
  const poolId = readId(fields, "pool_id", { required: true });
  if (poolId !== undefined && poolOrTraining(store, poolId) === undefined) {
    fields.fail("pool_id", "ENTITY_DOES_NOT_EXIST");
  }
  return errors;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}
