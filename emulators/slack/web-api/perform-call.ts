import type { JsonObject } from "../json.ts";
import type { Workspace } from "../workspace.ts";
import { allMethods } from "./all-methods.ts";
import { ApiError, type ApiMethod } from "./api-call.ts";

/** The answer of a Web API call before it goes over the line. */
export type ApiAnswer = { body: JsonObject; needed: string; retryAfter: number | undefined };

/** Checks token and scopes, runs the method and puts refusals into Slack's form. */
export function performCall(
  workspace: Workspace,
  name: string,
  token: string | undefined,
  args: JsonObject,
): ApiAnswer {
  const method = Object.hasOwn(allMethods, name) ? allMethods[name] : undefined;
  if (method === undefined) {
    return refused(new ApiError("unknown_method", { req_method: name }), "");
  }
  let needed = "";
  try {
    checkToken(workspace, method, name, token);
    const call = { workspace, args };
    const scopes = typeof method.scopes === "function" ? method.scopes(call) : method.scopes;
    needed = scopes.join(",");
    const missing = scopes.find((scope) => !workspace.manifest.scopes.includes(scope));
    if (missing !== undefined) {
      const provided = workspace.manifest.scopes.join(",");
      throw new ApiError("missing_scope", { needed: missing, provided });
    }
    return { body: { ok: true, ...method.run(call) }, needed, retryAfter: undefined };
  } catch (error) {
    if (error instanceof ApiError) return refused(error, needed);
    throw error;
  }
}

function checkToken(
  workspace: Workspace,
  method: ApiMethod,
  name: string,
  token: string | undefined,
): void {
  if (token === undefined || token === "") {
    // The only method that answers without a token.
    if (name === "api.test") return;
    throw new ApiError("not_authed");
  }
  if (token === workspace.botToken) {
    if (method.token === "app") throw new ApiError("not_allowed_token_type");
    return;
  }
  if (token !== workspace.appToken) throw new ApiError("invalid_auth");
  if (method.token !== "app") throw new ApiError("not_allowed_token_type");
}

function refused(error: ApiError, needed: string): ApiAnswer {
  const { retry_after, ...extra } = error.extra;
  return {
    body: { ok: false, error: error.code, ...extra },
    needed,
    retryAfter: typeof retry_after === "number" ? retry_after : undefined,
  };
}
