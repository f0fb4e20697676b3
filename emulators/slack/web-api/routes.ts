import { Hono } from "hono";
import { applyFault } from "../apply-fault.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import { isObject, type JsonObject, objectOf, parsedJson } from "../json.ts";
import type { Workspace } from "../workspace.ts";
import { performCall } from "./perform-call.ts";

/** The Web API below `/api`: `/api/METHOD` by POST or GET. */
export function webApiRoutes(workspace: Workspace): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.all("/:method", async (context) => {
    const started = performance.now();
    const method = context.req.param("method");
    const { token, args } = await readArguments(context);
    const fault = workspace.faults.take(method);
    let answer: JsonObject = {};
    const faulted = await applyFault(context, fault, async () => {
      const performed = performCall(workspace, method, token, args);
      answer = performed.body;
      const headers: Record<string, string> = {
        "x-oauth-scopes": workspace.manifest.scopes.join(","),
        "x-accepted-oauth-scopes": performed.needed,
      };
      if (performed.retryAfter !== undefined) {
        headers["retry-after"] = String(performed.retryAfter);
        return context.json(answer, 429, headers);
      }
      return context.json(answer, 200, headers);
    });
    workspace.ledger.append({
      kind: "api",
      method,
      args,
      ok: faulted.effect && answer.ok === true,
      status: faulted.response.status,
      error: typeof answer.error === "string" ? answer.error : (fault?.kind ?? null),
      effect: faulted.effect && answer.ok === true,
      response: summaryOf(answer),
      fault: fault?.kind ?? null,
      ms: Math.round(performance.now() - started),
    });
    return faulted.response;
  });
  return routes;
}

async function readArguments(
  context: HttpContext,
): Promise<{ token: string | undefined; args: JsonObject }> {
  const text = await context.req.text();
  const type = context.req.header("content-type") ?? "";
  const fromBody = type.startsWith("application/json")
    ? objectOf(parsedJson(text))
    : Object.fromEntries(new URLSearchParams(text));
  const { token: argument, ...args } = { ...context.req.query(), ...fromBody };
  const bearer = /^Bearer (.+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  return { token: bearer ?? (typeof argument === "string" ? argument : undefined), args };
}

/** The answer without its long parts: plain values, and of views and messages what identifies them. */
function summaryOf(answer: JsonObject): JsonObject {
  const summary: JsonObject = {};
  for (const [key, value] of Object.entries(answer)) {
    if (!isObject(value)) {
      if (!Array.isArray(value)) summary[key] = value;
    } else if (key === "view") {
      summary.view = { id: value.id, hash: value.hash, callback_id: value.callback_id };
    } else if (key === "response_metadata") {
      summary.response_metadata = value;
    }
  }
  return summary;
}
