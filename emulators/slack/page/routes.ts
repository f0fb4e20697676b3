import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { type Actor, actorOf } from "../acting/actor.ts";
import { controlError } from "../control/control-error.ts";
import { readBody } from "../control/read-body.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import type { Workspace } from "../workspace.ts";
import type { Changes } from "./changes.ts";
import { dismiss } from "./dismiss.ts";
import { channelInSight, readableFile } from "./in-sight.ts";
import { messagesShape, viewsShape, workspaceShape } from "./page-shapes.ts";
import { offersFor, useElement } from "./use-element.ts";

const ids = { blockId: z.string(), actionId: z.string() };
const elementBody = z.strictObject({
  in: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("view"), viewId: z.string() }),
    z.strictObject({ kind: z.literal("message"), channel: z.string(), ts: z.string() }),
  ]),
  ...ids,
  state: z.record(z.string(), z.unknown()),
  dispatch: z.boolean(),
  element: z.record(z.string(), z.unknown()).optional(),
});
const offersBody = z.strictObject({ viewId: z.string(), ...ids, query: z.string() });
const readMark = z.strictObject({ channel: z.string(), ts: z.string() });

/** A comment this often keeps an idle stream of events alive, in milliseconds. */
const aliveMs = 15_000;

/** What a graphical client reads and does, below `/_control/page`. */
export function pageRoutes(workspace: Workspace, changes: Changes): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const actor = (context: HttpContext): Actor =>
    actorOf(workspace, context.req.param("user") ?? "");

  routes.get("/events", (context) =>
    streamSSE(context, async (stream) => {
      const tell = (): void => {
        const ledger = workspace.ledger.size();
        stream.writeSSE({ data: JSON.stringify({ ledger }) }).catch(() => stream.abort());
      };
      const stop = changes.watch(tell);
      stream.onAbort(stop);
      tell();
      while (!stream.aborted) {
        await stream.sleep(aliveMs);
        await stream.write(": alive\n\n");
      }
    }),
  );
  routes.get("/:user/workspace", (context) => context.json(workspaceShape(actor(context))));
  routes.get("/:user/views", (context) => context.json(viewsShape(actor(context))));
  routes.get("/:user/messages", (context) => {
    const who = actor(context);
    const channel = channelInSight(who, context.req.query("channel") ?? "");
    return context.json({ messages: messagesShape(who, channel, context.req.query("thread")) });
  });
  routes.post("/:user/element", async (context) =>
    context.json(await useElement(actor(context), await readBody(context, elementBody))),
  );
  routes.post("/:user/offers", async (context) => {
    const ask = await readBody(context, offersBody);
    return context.json({ options: await offersFor(actor(context), ask) });
  });
  routes.post("/:user/read", async (context) => {
    const who = actor(context);
    const { user } = who;
    const { channel: name, ts } = await readBody(context, readMark);
    const channel = channelInSight(who, name).id;
    const { readMarks } = workspace.world;
    const own = readMarks.get(user.id) ?? new Map<string, string>();
    own.set(channel, ts);
    readMarks.set(user.id, own);
    return context.json({ ok: true });
  });
  routes.post("/:user/dismiss", async (context) => {
    dismiss(actor(context), await readBody(context, readMark));
    return context.json({ ok: true });
  });
  routes.get("/:user/files/:id", (context) => {
    const { name, content } = readableFile(actor(context), context.req.param("id"));
    return context.body(new Uint8Array(content), 200, {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  });
  routes.onError(controlError);
  return routes;
}
