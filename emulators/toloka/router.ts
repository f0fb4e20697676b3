import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import type { Answer, Call, Route } from "./api.ts";
import { ApiError } from "./errors.ts";
import { operationRoutes } from "./routes/operations.ts";
import { poolStateRoutes } from "./routes/pool-states.ts";
import { poolRoutes } from "./routes/pools.ts";
import { projectRoutes } from "./routes/projects.ts";
import { requesterRoutes } from "./routes/requester.ts";
import { taskItemRoutes } from "./routes/task.ts";
import { taskRoutes } from "./routes/tasks.ts";
import type { World } from "./world.ts";

/** What a request brings along besides its method, address and headers. */
type RouterBindings = {
  world: World;
  bodyText: string;
  requestId: string;
  failCode?: string;
};

type Env = { Bindings: RouterBindings };

const ROUTES: readonly Route[] = [
  ...projectRoutes,
  ...poolRoutes,
  ...poolStateRoutes,
  ...taskRoutes,
  ...taskItemRoutes,
  ...operationRoutes,
  ...requesterRoutes,
];

/** The API: route and method, authorization, content type, JSON syntax, then the resource. */
export function createRouter(apiKey: string): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  for (const route of ROUTES) {
    app.on(route.method, [route.path], (context) => {
      demandKey(context.req.header("authorization"), apiKey);
      return respond(context.env.requestId, route.handle(callOf(context)));
    });
  }
  for (const path of new Set(ROUTES.map((route) => route.path))) {
    app.all(path, () => {
      throw new ApiError(405, "METHOD_NOT_ALLOWED", "Method not allowed");
    });
  }
  app.notFound((context) =>
    refusal(context.env.requestId, new ApiError(404, "NOT_FOUND", "Not found")),
  );
  app.onError((error, context) => {
    if (error instanceof ApiError) return refusal(context.env.requestId, error);
    console.error(error);
    const payload = { additional_message: String(error) };
    const internal = new ApiError(500, "INTERNAL_ERROR", "Internal Error", payload);
    return refusal(context.env.requestId, internal);
  });
  return app;
}

function demandKey(header: string | undefined, apiKey: string): void {
  const key = /^(?:ApiKey|OAuth)\s+(\S+)\s*$/.exec(header ?? "")?.[1] ?? "";
  const given = Buffer.from(key);
  const wanted = Buffer.from(apiKey);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new ApiError(401, "AUTHENTICATION_ERROR", "Authentication error");
  }
}

function callOf(context: Context<Env>): Call {
  const { world, requestId, bodyText, failCode } = context.env;
  return {
    world,
    requestId,
    id: context.req.param("id") ?? "",
    query: new URL(context.req.url).searchParams,
    body: bodyOf(context, bodyText),
    ...(failCode === undefined ? {} : { failCode }),
  };
}

/** A body needs a JSON content type; a request without a body needs none. */
function bodyOf(context: Context<Env>, text: string): unknown {
  if (text === "" || context.req.method === "GET") return undefined;
  const type = context.req.header("content-type") ?? "";
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new ApiError(415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type");
  }
  try {
    const body: unknown = JSON.parse(text);
    return body;
  } catch {
    throw new ApiError(400, "VALIDATION_ERROR", "Malformed JSON in the body");
  }
}

function respond(requestId: string, { status, body }: Answer): Response {
  const headers = { "content-type": "application/json; charset=UTF-8", "x-request-id": requestId };
  if (body === undefined) {
    return new Response(null, { status, headers: { "x-request-id": requestId } });
  }
  return new Response(JSON.stringify(body), { status, headers });
}

function refusal(requestId: string, error: ApiError): Response {
  const { status, code, message, payload } = error;
  const envelope = { request_id: requestId, code, message };
  return respond(requestId, {
    status,
    body: payload === undefined ? envelope : { ...envelope, payload },
  });
}
