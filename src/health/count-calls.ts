import type { CallOutcome, Metrics } from "./metrics.ts";
import type { WireCall } from "./wire-watch.ts";

/** An API that the bot calls: the label and the base address of its calls. */
export type KnownApi = { readonly name: string; readonly base: string };

const outcomeOf = (status: number | null): CallOutcome => {
  if (status === null) return "no_answer";
  if (status === 429) return "429";
  if (status >= 500) return "5xx";
  return status >= 400 ? "4xx" : "ok";
};

/** The call without ids and query: `chat.postMessage`, `GET /pools/:id`. */
const nameOf = (call: WireCall, rest: string): string => {
  if (/^[a-z]+(?:\.[A-Za-z]+)+$/u.test(rest)) return rest;
  const parts = rest.split("/").filter((part) => part !== "" && part !== "v1");
  const known = parts.map((part) => (/^[a-z][a-z-]{1,30}$/u.test(part) ? part : ":id"));
  return `${call.method} /${known.slice(0, 3).join("/")}`;
};

/** Calls of Slack that say something to people; all others only read or paint. */
const isSend = (api: KnownApi, call: WireCall, name: string): boolean =>
  api.name === "slack" ? name === "chat.postMessage" : call.method === "POST";

/** Counts outside calls by API, method and outcome; calls to anybody else are not counted. */
export const createCallCounter =
  (metrics: Metrics, apis: readonly KnownApi[]) => (call: WireCall) => {
    const api = apis.find(({ base }) => call.url.startsWith(base));
    if (api === undefined) return;
    const rest = call.url.slice(api.base.length).split("?", 1)[0] ?? "";
    const name = nameOf(call, rest);
    const outcome = outcomeOf(call.status);
    metrics.calls.inc({ api: api.name, call: name, outcome });
    if (outcome === "429") metrics.rateLimited.inc({ api: api.name });
    if (name === "GET /pools" && outcome === "ok") metrics.sweepPages.inc();
    if ((outcome === "no_answer" || outcome === "5xx") && isSend(api, call, name)) {
      metrics.ambiguous.inc({ api: api.name });
    }
  };
