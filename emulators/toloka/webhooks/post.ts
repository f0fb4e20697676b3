import type { WebhookSubscription } from "../entities.ts";
import type { JsonObject } from "../json.ts";
import type { DeliveryError } from "./deliveries.ts";
import { signatureHeader } from "./signature.ts";

/** What came of posting events. */
export type PostResult = {
  status: number | null;
  error: DeliveryError | null;
  signature: string | null;
};

/** Posts events to their subscriber, signed when the subscription has a secret; `ts` is UTC ms. */
export async function postEvents(
  post: typeof fetch,
  { url, secretKey }: WebhookSubscription,
  events: readonly JsonObject[],
  { ts, timeoutMs }: { ts: number; timeoutMs: number },
): Promise<PostResult> {
  const body = JSON.stringify({ events });
  const signature = secretKey === undefined ? null : signatureHeader(secretKey, ts, body);
  const headers = {
    "content-type": "application/json; charset=UTF-8",
    ...(signature === null ? {} : { "Toloka-Signature": signature }),
  };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await post(url, { method: "POST", headers, body, signal, redirect: "manual" });
    await answer.body?.cancel();
    const { ok, status } = answer;
    return { status, error: ok ? null : "WRONG_STATUS_CODE", signature };
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === "TimeoutError";
    return {
      status: null,
      error: timedOut ? "REQUEST_TIMEOUT" : "CONNECTION_ERROR",
      signature,
    };
  }
}
