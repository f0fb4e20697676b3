import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { Metrics } from "./metrics.ts";

const message = z.object({
  request: z.instanceof(IncomingMessage),
  response: z.instanceof(ServerResponse).optional(),
});

const started = "http.server.request.start";
const finished = "http.server.response.finish";

/** Where Slack's requests arrive. */
const slackPath = "/slack/events";

/**
 * Measures Slack's requests over HTTP from their arrival to their answer, through Node's own diagnostics.
 * Answers the function that ends it.
 */
export const countRequests = (metrics: Metrics): (() => void) => {
  const arrivals = new WeakMap<IncomingMessage, number>();
  const onStart = (heard: unknown) => {
    const parsed = message.safeParse(heard);
    if (!parsed.success || !parsed.data.request.url?.startsWith(slackPath)) return;
    arrivals.set(parsed.data.request, performance.now());
  };
  const onFinish = (heard: unknown) => {
    const parsed = message.safeParse(heard);
    const arrived = parsed.success ? arrivals.get(parsed.data.request) : undefined;
    if (!parsed.success || arrived === undefined) return;
    const status = parsed.data.response?.statusCode ?? 0;
    metrics.slackRequests.inc({ status: String(status) });
    if (status === 200) metrics.ackSeconds.observe((performance.now() - arrived) / 1_000);
  };
  subscribe(started, onStart);
  subscribe(finished, onFinish);
  return () => {
    unsubscribe(started, onStart);
    unsubscribe(finished, onFinish);
  };
};
