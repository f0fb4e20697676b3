import { createHmac } from "node:crypto";

/** Slack's request signature: `v0=` and the HMAC-SHA256 of `v0:TIMESTAMP:BODY`. Timestamp in seconds. */
export function signatureOf(secret: string, timestamp: string, rawBody: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${rawBody}`).digest("hex")}`;
}
