import { formatDate } from "../dates.ts";
import type { JsonObject } from "../json.ts";

/** Why a delivery failed, in the words of the API's own test method. */
export const DELIVERY_ERRORS = [
  "CONNECTION_ERROR",
  "REQUEST_TIMEOUT",
  "WRONG_STATUS_CODE",
] as const;

/** What became of an attempt. */
export const DELIVERY_OUTCOMES = ["delivered", "retry", "given-up"] as const;

export type DeliveryError = (typeof DELIVERY_ERRORS)[number];

/** One attempt to bring events to a subscriber. */
export type Delivery = {
  seq: number;
  /** Real moment, ISO 8601. */
  at: string;
  /** Virtual moment in the API's own form. */
  virtual_at: string;
  subscription_id: string;
  url: string;
  /** 1 for the first attempt with these events. */
  attempt: number;
  events: readonly JsonObject[];
  /** The header as sent; null without a secret key. */
  signature: string | null;
  /** Status of the subscriber's answer; null when there was none. */
  status: number | null;
  error: DeliveryError | null;
  outcome: (typeof DELIVERY_OUTCOMES)[number];
};

/** Append-only list of all attempts. */
export type Deliveries = {
  add(virtualNow: number, delivery: Omit<Delivery, "seq" | "at" | "virtual_at">): void;
  entries(): readonly Delivery[];
};

/** No attempts yet. */
export function createDeliveries(): Deliveries {
  const entries: Delivery[] = [];
  return {
    entries: () => entries,
    add(virtualNow, delivery) {
      const at = new Date().toISOString();
      const seq = entries.length + 1;
      entries.push({ seq, at, virtual_at: formatDate(virtualNow), ...delivery });
    },
  };
}
