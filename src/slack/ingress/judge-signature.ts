import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { TurnedAwayReason } from "./turned-away.ts";

/** A signature may be so much older or younger than this machine's clock, in milliseconds. */
const mostSkewMs = 300_000;

/** What is judged: the headers and the body as its bytes came, before anything parses them. */
export type SignedRequest = {
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: Buffer;
};

/**
 * Why a request is not from Slack, or null when it is. The time counts in both directions, because what is
 * signed for the future stays good for as long. Headers that came twice are joined by Node, so that they
 * match neither pattern.
 */
export const judgeSignature = (
  { headers, rawBody }: SignedRequest,
  signingSecret: string,
  nowMs: number,
): TurnedAwayReason | null => {
  const time = headers["x-slack-request-timestamp"];
  const signature = headers["x-slack-signature"];
  if (typeof time !== "string" || !/^\d{1,12}$/.test(time)) return "timestamp-missing";
  if (Math.abs(Number(time) * 1_000 - nowMs) > mostSkewMs) return "timestamp-off";
  if (typeof signature !== "string" || !/^v0=[0-9a-f]{64}$/.test(signature)) {
    return "signature-missing";
  }
  const expected = createHmac("sha256", signingSecret)
    .update(`v0:${time}:`)
    .update(rawBody)
    .digest();
  const given = Buffer.from(signature.slice(3), "hex");
  return timingSafeEqual(expected, given) ? null : "signature-wrong";
};
