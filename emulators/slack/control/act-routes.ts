import { Hono } from "hono";
import { z } from "zod";
import { type Actor, actorOf, channelOf } from "../acting/actor.ts";
import { fill } from "../acting/fill.ts";
import { openHome, postAs, typeCommand, useShortcut } from "../acting/other-acts.ts";
import { press } from "../acting/press.ts";
import { readChannel, readHome, readModal, readThread } from "../acting/read-screen.ts";
import { close, submit } from "../acting/submit.ts";
import { suggest } from "../acting/suggest.ts";
import { uploadFile } from "../acting/upload-file.ts";
import type { HttpContext, HttpEnv } from "../http-context.ts";
import type { Workspace } from "../workspace.ts";
import { readBody } from "./read-body.ts";

const commandBody = z.strictObject({ channel: z.string(), text: z.string() });
const fillBody = z.strictObject({ values: z.record(z.string(), z.unknown()) });
const suggestBody = z.strictObject({ label: z.string(), query: z.string() });
const pressBody = z.strictObject({
  text: z.string(),
  in: z.enum(["modal", "message", "home"]).optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  confirm: z.boolean().default(true),
});
const closeBody = z.strictObject({ all: z.boolean().default(false) });
const shortcutBody = z.strictObject({
  callbackId: z.string(),
  channel: z.string(),
  ts: z.string(),
});
const postBody = z.strictObject({
  channel: z.string(),
  text: z.string(),
  threadTs: z.string().optional(),
});
const uploadBody = z.strictObject({
  name: z.string().min(1),
  /** The bytes in base64. */
  content: z.string(),
  channel: z.string().optional(),
});

/** What a person can do and read, below `/as/USER`. */
export function actRoutes(workspace: Workspace): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  const actor = (context: HttpContext): Actor =>
    actorOf(workspace, context.req.param("user") ?? "");

  routes.get("/:user/messages", (context) => {
    const who = actor(context);
    const channel = channelOf(who, context.req.query("channel") ?? "");
    const thread = context.req.query("thread");
    const messages =
      thread === undefined ? readChannel(who, channel) : readThread(who, channel, thread);
    return context.json({ messages });
  });
  routes.get("/:user/modal", (context) => context.json({ view: readModal(actor(context)) }));
  routes.get("/:user/home", (context) => context.json({ view: readHome(actor(context)) }));

  routes.post("/:user/command", async (context) => {
    const { channel, text } = await readBody(context, commandBody);
    return context.json(await typeCommand(actor(context), channel, text));
  });
  routes.post("/:user/fill", async (context) => {
    const { values } = await readBody(context, fillBody);
    return context.json({ sent: await fill(actor(context), values) });
  });
  routes.post("/:user/suggest", async (context) => {
    const { label, query } = await readBody(context, suggestBody);
    return context.json(await suggest(actor(context), label, query));
  });
  routes.post("/:user/press", async (context) => {
    return context.json(await press(actor(context), await readBody(context, pressBody)));
  });
  routes.post("/:user/submit", async (context) => context.json(await submit(actor(context))));
  routes.post("/:user/close", async (context) => {
    const { all } = await readBody(context, closeBody);
    return context.json(await close(actor(context), all));
  });
  routes.post("/:user/shortcut", async (context) => {
    const { callbackId, channel, ts } = await readBody(context, shortcutBody);
    return context.json(await useShortcut(actor(context), callbackId, channel, ts));
  });
  routes.post("/:user/open-home", async (context) => context.json(await openHome(actor(context))));
  routes.post("/:user/post", async (context) => {
    const { channel, text, threadTs } = await readBody(context, postBody);
    return context.json({ ts: await postAs(actor(context), channel, text, threadTs) });
  });
  routes.post("/:user/upload", async (context) => {
    const { name, content, channel } = await readBody(context, uploadBody);
    const bytes = new Uint8Array(Buffer.from(content, "base64"));
    return context.json({ id: await uploadFile(actor(context), name, bytes, channel) });
  });
  return routes;
}
