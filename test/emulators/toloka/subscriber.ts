import { isObject, type JsonObject } from "../../../emulators/toloka/json.ts";
import { type Account, createAccount } from "./account.ts";

/** One request that a subscriber got. */
type Received = { url: string; header: string | null; text: string; events: JsonObject[] };

/** An account with a subscriber in memory, which answers `statuses` in order, then 200. */
export type Subscribed = { account: Account; received: Received[]; statuses: (number | Error)[] };

/** Moment at which these accounts' clocks stand. */
export const MOMENT = Date.parse("2000-01-01T12:00:00Z");

export function subscribed(options: object = {}): Subscribed {
  const received: Received[] = [];
  const statuses: (number | Error)[] = [];
  const account = createAccount({
    realNow: () => MOMENT,
    async webhookFetch(input, init) {
      const request = new Request(input, init);
      const text = await request.text();
      const answer = statuses.shift() ?? 200;
      received.push({
        url: request.url,
        header: request.headers.get("Toloka-Signature"),
        text,
        events: eventsOf(text),
      });
      if (answer instanceof Error) throw answer;
      return new Response(null, { status: answer });
    },
    ...options,
  });
  return { account, received, statuses };
}

function eventsOf(text: string): JsonObject[] {
  const body: unknown = JSON.parse(text);
  const events: unknown = isObject(body) ? body.events : undefined;
  return Array.isArray(events) ? events.filter(isObject) : [];
}

/** Subscribes to an event of a pool; answers the subscription's id. */
export async function subscribe(
  account: Account,
  poolId: string,
  eventType: string,
  more: object = {},
): Promise<string> {
  const { body } = await account.send("PUT", "/webhook-subscriptions", {
    pool_id: poolId,
    event_type: eventType,
    webhook_url: "https://example.com/hook",
    ...more,
  });
  return String(body.id);
}

/** Waits until everything that was published is posted and answered. */
export async function posted(account: Account, deliveries: number): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) {
    if ((await account.control.webhooks()).length >= deliveries) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`only ${(await account.control.webhooks()).length} deliveries`);
}
