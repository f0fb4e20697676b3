import { timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import type { Answer, Call, Route } from "./api.ts";
import { ApiError } from "./errors.ts";
import { demandQuota, demandRate } from "./limits.ts";
import { aggregationRoutes } from "./routes/aggregated-solutions.ts";
import { analyticsRoutes } from "./routes/analytics.ts";
import { assignmentRoutes } from "./routes/assignments.ts";
import { attachmentRoutes } from "./routes/attachments.ts";
import { messageThreadRoutes } from "./routes/message-threads.ts";
import { operationRoutes } from "./routes/operations.ts";
import { poolStateRoutes } from "./routes/pool-states.ts";
import { poolRoutes } from "./routes/pools.ts";
import { projectRoutes } from "./routes/projects.ts";
import { requesterRoutes } from "./routes/requester.ts";
import { skillRoutes } from "./routes/skills.ts";
import { taskItemRoutes } from "./routes/task.ts";
import { taskSuiteRoutes } from "./routes/task-suites.ts";
import { taskRoutes } from "./routes/tasks.ts";
import { trainingRoutes } from "./routes/trainings.ts";
import { userBonusRoutes } from "./routes/user-bonuses.ts";
import { userMetadataRoutes } from "./routes/user-metadata.ts";
import { userRestrictionRoutes } from "./routes/user-restrictions.ts";
import { userSkillRoutes } from "./routes/user-skills.ts";
import { webhookRoutes } from "./routes/webhook-subscriptions.ts";
import type { World } from "./world.ts";

/** What a request brings along besides its method, address and headers. */
type RouterBindings = {
  world: World;
  bodyText: string;
  requestId: string;
  failCode?: string;
};

type Env = { Bindings: RouterBindings };

/** Every operation that is served. */
export const ROUTES: readonly Route[] = [
  ...projectRoutes,
  ...poolRoutes,
  ...poolStateRoutes,
  ...taskRoutes,
  ...taskItemRoutes,
  ...taskSuiteRoutes,
  ...trainingRoutes,
  ...webhookRoutes,
  ...operationRoutes,
  ...requesterRoutes,
  ...assignmentRoutes,
  ...aggregationRoutes,
  ...analyticsRoutes,
  ...attachmentRoutes,
  ...messageThreadRoutes,
  ...skillRoutes,
  ...userBonusRoutes,
  ...userMetadataRoutes,
  ...userRestrictionRoutes,
  ...userSkillRoutes,
];

/** The API: route and method, authorization, content type, JSON syntax, then the resource. */
export function createRouter(apiKey: string): Hono<Env> {
  const app = new Hono<Env>({ strict: false });
  for (const route of ROUTES) {
    app.on(route.method, [route.path], async (context) => {
      const { world, requestId } = context.env;
      demandKey(context.req.header("authorization"), apiKey);
      demandRate(world);
      const call = callOf(context);
      demandQuota(call, route.method, route.path);
      return respond(requestId, await route.handle(call));
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

function respond(requestId: string, { status, body, file }: Answer): Response {
  const headers = { "content-type": "application/json; charset=UTF-8", "x-request-id": requestId };
  if (file !== undefined) {
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
    return new Response(new Uint8Array(file.bytes), {
      status,
      headers: {
        "content-type": file.mediaType,
        "content-disposition": disposition,
        "x-request-id": requestId,
      },
    });
  }
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
