import { Hono } from "hono";
import { z } from "zod";
import { actorOf } from "../acting/actor.ts";
import { press } from "../acting/press.ts";
import type { HttpEnv } from "../http-context.ts";
import type { Workspace } from "../workspace.ts";
import { readBody } from "./read-body.ts";

const togetherBody = z.strictObject({
  users: z.array(z.string()).min(1),
  text: z.string(),
  channel: z.string(),
  ts: z.string(),
});

/**
 * `POST /press-together`: so many people press one button of one message at the same moment. Each finds the button
 * before the first press is delivered, as people do whose screens still show it.
 */
export function togetherRoute(workspace: Workspace): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.post("/", async (context) => {
    const { users, ...wanted } = await readBody(context, togetherBody);
    const pressed = users.map((user) =>
      press(actorOf(workspace, user), { ...wanted, in: "message", confirm: true }),
    );
    return context.json({ results: await Promise.all(pressed) });
  });
  return routes;
}
