import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { controlRoutes } from "./control/routes.ts";
import { createWorkspace } from "./create-workspace.ts";
import { fileRoutes } from "./files/routes.ts";
import type { HttpEnv } from "./http-context.ts";
import type { SlackServerOptions } from "./options.ts";
import { createChanges } from "./page/changes.ts";
import { pageRoutes } from "./page/routes.ts";
import { responseUrlRoutes } from "./response-url-routes.ts";
import { webApiRoutes } from "./web-api/routes.ts";

/** A running stand-in. `api` is the address for `clientOptions.slackApiUrl`. */
export type SlackServer = { url: string; api: string; close(): Promise<void> };

/** Starts a Slack workspace on a port of its own. Rejects when the port is taken or the seed is wrong. */
export async function startSlackServer(options: SlackServerOptions): Promise<SlackServer> {
  const host = options.host ?? "127.0.0.1";
  let url = "";
  const built = createWorkspace(options, () => url);
  const { workspace, sockets } = built;

  const changes = createChanges();
  const app = new Hono<HttpEnv>();
  app.use(async (context, next) => {
    await next();
    if (context.req.method !== "GET") changes.happened();
  });
  app.route("/api", webApiRoutes(workspace));
  app.route("/_control/page", pageRoutes(workspace, changes));
  app.route("/_control", controlRoutes(built));
  app.route("/", responseUrlRoutes(workspace));
  app.route("/", fileRoutes(workspace));
  app.get("/", (context) =>
    context.text("A stand-in Slack workspace. Web API: /api/METHOD. Control: /_control/state\n"),
  );
  app.onError((error, context) => context.json({ error: "internal", message: error.stack }, 500));

  const server = createServer(getRequestListener(app.fetch));
  server.on("upgrade", (request, socket, head) => {
    if (!sockets.accept(request, socket, head)) socket.destroy();
  });
  url = `http://${host.includes(":") ? `[${host}]` : host}:${await listen(server, options.port ?? 0, host)}`;

  return {
    url,
    api: `${url}/api/`,
    async close() {
      for (const timer of workspace.timers) clearTimeout(timer);
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      workspace.ledger.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
