import { createHmac } from "node:crypto";

/**
 * The `Toloka-Signature` header of a delivery: HMAC-SHA256 over the moment (UTC ms), the version and
 * the raw body, joined by dots (Toloka API, webhook signatures).
 */
export function signatureHeader(secretKey: string, ts: number, rawBody: string): string {
  const sign = createHmac("sha256", secretKey).update(`${ts}.1.${rawBody}`).digest("hex");
  return `{v=1, ts=${ts}, sign=${sign}}`;
}
