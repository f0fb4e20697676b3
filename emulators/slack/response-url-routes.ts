import { Hono } from "hono";
import { applyFault } from "./apply-fault.ts";
import { applyResponse } from "./deliveries/response-url-use.ts";
import type { HttpContext, HttpEnv } from "./http-context.ts";
import { isObject, parsedJson } from "./json.ts";
import type { Workspace } from "./workspace.ts";

/** Where response_urls lead: `/commands/TOKEN` and `/actions/TOKEN`. */
export function responseUrlRoutes(workspace: Workspace): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const handle = async (context: HttpContext): Promise<Response> => {
    const token = context.req.param("token") ?? "";
    const sent = parsedJson(await context.req.text());
    const fault = workspace.faults.take("response_url");
    let error: string | null = fault === undefined ? null : fault.kind;
    let use = 0;
    const faulted = await applyFault(context, fault, async () => {
      const used = workspace.responseUrls.use(token);
      use = used.use;
      error = null;
      if (!used.ok) {
        error = used.error;
        return context.json({ ok: false, error }, 404);
      }
      if (!isObject(sent)) {
        error = "invalid_payload";
        return context.text(error, 400);
      }
      const result = applyResponse(workspace, used.target, sent);
      if (result.ok) return context.text("ok");
      error = result.error;
      workspace.ledger.append({
        kind: "violation",
        where: "response_url",
        messages: [result.error, ...result.messages],
        payload: sent,
      });
      return context.json({ ok: false, error }, 400);
    });
    workspace.ledger.append({
      kind: "response_url",
      use,
      body: isObject(sent) ? sent : {},
      ok: faulted.effect && error === null,
      status: faulted.response.status,
      error,
      fault: fault?.kind ?? null,
    });
    return faulted.response;
  };
  routes.post("/commands/:token", handle);
  routes.post("/actions/:token", handle);
  return routes;
}
