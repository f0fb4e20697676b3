import { Hono } from "hono";
import { z } from "zod";
import type { BuiltWorkspace } from "../create-workspace.ts";
import type { HttpEnv } from "../http-context.ts";
import { loadSnapshot, saveSnapshot, snapshotSchema } from "../snapshots/snapshot.ts";
import type { Workspace } from "../workspace.ts";
import { seedSchema } from "../world/seed.ts";
import { actRoutes } from "./act-routes.ts";
import type { SlackState } from "./answers.ts";
import { controlError } from "./control-error.ts";
import { lineRoutes } from "./line-routes.ts";
import { readBody } from "./read-body.ts";
import { togetherRoute } from "./together-route.ts";
import { worldRoutes } from "./world-routes.ts";

const resetBody = z.strictObject({ seed: seedSchema.optional() });
const advanceBody = z.strictObject({ ms: z.number().nonnegative() });
const settingsBody = z
  .strictObject({
    ackTimeoutMs: z.number().positive(),
    triggerLifetimeMs: z.number().positive(),
    responseUrlLifetimeMs: z.number().positive(),
    retryScale: z.number().nonnegative(),
    messagesPerMinute: z.number().int().positive().nullable(),
    userGroupsNeedUpgrade: z.boolean(),
  })
  .partial();

/** The control API below `/_control`. A refused act is 422 with `{error, message}`. */
export function controlRoutes({ workspace, sockets, reset }: BuiltWorkspace): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.get("/health", (context) => context.json({ ok: true }));
  routes.get("/state", (context) => context.json(stateOf(workspace, sockets.count())));
  routes.get("/ledger", (context) => {
    const since = Number(context.req.query("since") ?? 0);
    return context.json({ entries: workspace.ledger.since(since) });
  });
  routes.post("/reset", async (context) => {
    reset((await readBody(context, resetBody)).seed);
    return context.json({ ok: true });
  });
  routes.get("/snapshot", (context) => context.json(saveSnapshot(workspace)));
  routes.post("/snapshot", async (context) => {
    loadSnapshot(workspace, await readBody(context, snapshotSchema));
    return context.json({ ok: true });
  });
  routes.post("/settings", async (context) => {
    Object.assign(workspace.settings, await readBody(context, settingsBody));
    return context.json({ ok: true });
  });
  routes.post("/clock/advance", async (context) => {
    workspace.clock.advance((await readBody(context, advanceBody)).ms);
    return context.json({ ok: true });
  });
  routes.route("/as", actRoutes(workspace));
  routes.route("/press-together", togetherRoute(workspace));
  routes.route("/", worldRoutes(workspace));
  routes.route("/", lineRoutes(workspace, sockets));

  routes.onError(controlError);
  return routes;
}

function stateOf(workspace: Workspace, sockets: number): SlackState {
  const { world, judged } = workspace;
  const entries = workspace.ledger.since(0);
  return {
    team: world.team,
    app: world.app,
    appUrl: workspace.appLink.url() ?? null,
    judged,
    violations: entries.filter((entry) => entry.kind === "violation").length,
    ledger: entries.length,
    sockets,
    users: [...world.users.values()].map(({ id, name, deleted }) => ({ id, name, deleted })),
    channels: [...world.channels.values()].map(({ id, name, kind, archived, members }) => ({
      id,
      name,
      kind,
      archived,
      bot: members.has(world.app.botUserId),
      messages: world.messages.get(id)?.length ?? 0,
    })),
    groups: [...world.groups.values()].map(({ id, handle, users }) => ({ id, handle, users })),
  };
}
