import { Hono } from "hono";
import { z } from "zod";
import { ActError } from "../acting/act-error.ts";
import { resultOf } from "../acting/actor.ts";
import { sendEvent } from "../deliveries/event.ts";
import { faultRuleSchema } from "../faults.ts";
import type { HttpEnv } from "../http-context.ts";
import type { ActResult } from "../screen.ts";
import { HANDSHAKE_FAULTS } from "../socket-mode/handshake.ts";
import { DISCONNECT_REASONS, type SocketHub } from "../socket-mode/socket-hub.ts";
import type { Workspace } from "../workspace.ts";
import { readBody } from "./read-body.ts";

const appBody = z.strictObject({ url: z.string().nullable() });
const replayBody = z.strictObject({
  seq: z.number().int(),
  times: z.number().int().min(1).max(1000).default(1),
  alter: z
    .strictObject({
      timestamp: z.string().optional(),
      rawBody: z.string().optional(),
      signature: z.string().optional(),
      resign: z.boolean().optional(),
    })
    .default({}),
});
const signBody = z.strictObject({ body: z.string(), timestamp: z.string() });
const rawBody = z.strictObject({
  body: z.string(),
  contentType: z.string().default("application/x-www-form-urlencoded"),
  timestamp: z.string().optional(),
  signature: z.string().optional(),
});
const eventBody = z.strictObject({
  subscription: z.string(),
  event: z.record(z.string(), z.unknown()),
});
const disconnectBody = z.strictObject({
  reason: z.enum(DISCONNECT_REASONS).default("refresh_requested"),
});
const handshakesBody = z.strictObject({ faults: z.array(z.enum(HANDSHAKE_FAULTS)) });

/** The lines between workspace and app: address, faults, replays, requests by hand, sockets. */
export function lineRoutes(workspace: Workspace, sockets: SocketHub): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const { appLink, faults } = workspace;

  routes.post("/app", async (context) => {
    const { url } = await readBody(context, appBody);
    appLink.setUrl(url ?? undefined);
    return context.json({ ok: true });
  });
  routes.get("/faults", (context) => context.json({ rules: faults.list() }));
  routes.post("/faults", async (context) => {
    faults.add(await readBody(context, faultRuleSchema));
    return context.json({ ok: true });
  });
  routes.delete("/faults", (context) => {
    faults.clear();
    return context.json({ ok: true });
  });
  routes.post("/replay", async (context) => {
    const { seq, times, alter } = await readBody(context, replayBody);
    const results: ActResult[] = [];
    for (let time = 0; time < times; time += 1) {
      const delivered = await appLink.replay(seq, alter);
      if (delivered === undefined) throw new ActError("no_such_delivery", `No delivery ${seq}`);
      results.push(resultOf(delivered));
    }
    return context.json({ results });
  });
  routes.post("/sign", async (context) => {
    const { body, timestamp } = await readBody(context, signBody);
    return context.json({ signature: appLink.sign(timestamp, body) });
  });
  routes.post("/raw", async (context) => {
    const { body, contentType, timestamp, signature } = await readBody(context, rawBody);
    const time = timestamp ?? String(Math.floor(Date.now() / 1000));
    const headers = {
      "content-type": contentType,
      "x-slack-request-timestamp": time,
      "x-slack-signature": signature ?? appLink.sign(time, body),
    };
    return context.json(resultOf(await appLink.sendRaw({ headers, rawBody: body })));
  });
  routes.post("/event", async (context) => {
    const { subscription, event } = await readBody(context, eventBody);
    const delivered = await sendEvent(workspace, subscription, event);
    if (delivered === undefined) {
      throw new ActError("not_subscribed", `The app did not ask for ${subscription}`);
    }
    return context.json(resultOf(delivered));
  });
  routes.post("/sockets/disconnect", async (context) => {
    sockets.askToDisconnect((await readBody(context, disconnectBody)).reason);
    return context.json({ ok: true });
  });
  routes.post("/sockets/handshakes", async (context) => {
    sockets.spoilHandshakes((await readBody(context, handshakesBody)).faults);
    return context.json({ ok: true });
  });
  routes.post("/sockets/cut", (context) => {
    sockets.cut();
    return context.json({ ok: true });
  });
  return routes;
}
