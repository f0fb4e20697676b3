import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** The environment of the routes: Node's own request and response stand behind hono's. */
export type HttpEnv = { Bindings: HttpBindings };
export type HttpContext = Context<HttpEnv>;
