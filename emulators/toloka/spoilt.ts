import type { FaultRule } from "./faults.ts";
import type { JsonObject } from "./json.ts";

type Known = { code: string; message: string; payload?: JsonObject };

const KNOWN: { readonly [status: number]: Known } = {
  400: { code: "NEED_PHONE_CONFIRMATION", message: "Need phone confirmation" },
  401: { code: "AUTHENTICATION_ERROR", message: "Authentication error" },
  403: { code: "ACCESS_DENIED", message: "Access denied" },
  404: { code: "DOES_NOT_EXIST", message: "There are no results for such parameters" },
  409: { code: "CONFLICT_STATE", message: "Conflict state" },
  429: { code: "TOO_MANY_REQUESTS", message: "Too many requests" },
  500: {
    code: "INTERNAL_ERROR",
    message: "Internal Error",
    payload: { additional_message: "Error details" },
  },
  503: { code: "REMOTE_SERVICE_UNAVAILABLE", message: "Service is temporary unavailable" },
};

/** An answer that a fault rule puts in the place of the true one. */
export type Spoilt = { status: number; body: string; contentType: string };

/** The answer of a "status", "html" or "empty" rule. */
export function spoiltAnswer(rule: FaultRule, requestId: string): Spoilt {
  if (rule.kind === "empty") {
    return { status: rule.status ?? 502, body: "", contentType: "application/json" };
  }
  if (rule.kind === "html") return htmlPage(rule.status ?? 502);
  const status = rule.status ?? 500;
  const known = KNOWN[status];
  const quota = rule.interval === undefined ? known?.payload : { interval: rule.interval };
  const payload = rule.payload ?? quota;
  const envelope = {
    request_id: requestId,
    code: rule.code ?? known?.code ?? "INTERNAL_ERROR",
    message: known?.message ?? "Internal Error",
    ...(payload === undefined ? {} : { payload }),
  };
  return {
    status,
    body: JSON.stringify(envelope),
    contentType: "application/json; charset=UTF-8",
  };
}

/** The page of a gateway before the API. */
function htmlPage(status: number): Spoilt {
  const title = status === 504 ? "504 Gateway Time-out" : `${status} Bad Gateway`;
  const body = [
    "<html>",
    `<head><title>${title}</title></head>`,
    `<body><center><h1>${title}</h1></center><hr><center>nginx</center></body>`,
    "</html>",
    "",
  ].join("\r\n");
  return { status, body, contentType: "text/html" };
}
