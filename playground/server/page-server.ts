import { type ServerType, serve } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { proxy } from "hono/proxy";
import type { PageFile } from "./page-files.ts";

/** What the page's server stands in front of. */
type Behind = {
  /** Base addresses of the stand-ins, without a path. */
  readonly slack: string;
  readonly toloka: string;
  readonly files: ReadonlyMap<string, PageFile>;
};

/** A running server of the page. */
export type PageServer = { readonly url: string; stop(): Promise<void> };

const names: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Addresses of pages and the files behind them. */
const pages: Readonly<Record<string, string>> = {
  "/": "/index.html",
  "/gallery": "/gallery.html",
  "/toloker": "/toloker.html",
};

/** Nothing is loaded from outside, and nobody else's page may frame this one. */
const policy =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'";

/** The name that a browser called, without its port. */
const calledName = (host: string): string => host.replace(/:\d+$/, "");

/**
 * Other sites that a browser has open must not act here: a foreign Host is a rebound name, a foreign Origin
 * another page.
 */
const isForeign = (context: Context): boolean => {
  const host = context.req.header("host") ?? "";
  const origin = context.req.header("origin");
  return !names.has(calledName(host)) || (origin !== undefined && origin !== `http://${host}`);
};

/** Passes a request on to a stand-in below another path, streaming what comes back. */
const passOn = (base: string, prefix: string) => (context: Context) => {
  const { pathname, search } = new URL(context.req.url);
  const { host: _host, ...headers } = context.req.header();
  return proxy(`${base}${pathname.slice(prefix.length)}${search}`, {
    raw: context.req.raw,
    headers,
  });
};

/**
 * The page at `/`, `/gallery` and `/toloker`, and the stand-ins below `/slack` and `/toloka` so that the page needs one
 * origin only.
 */
const pageRoutes = ({ slack, toloka, files }: Behind): Hono => {
  const routes = new Hono();
  routes.use(async (context, next) => {
    if (isForeign(context)) return context.text("This page serves this machine only.", 403);
    await next();
    context.header("content-security-policy", policy);
    context.header("x-content-type-options", "nosniff");
    return undefined;
  });
  routes.all("/slack/*", passOn(slack, "/slack"));
  routes.all("/toloka/*", passOn(toloka, "/toloka"));
  routes.get("*", (context) => {
    const file = files.get(pages[context.req.path] ?? context.req.path);
    if (file === undefined) return context.text("There is no such page.", 404);
    const body = typeof file.body === "string" ? file.body : new Uint8Array(file.body);
    return context.body(body, 200, { "content-type": file.type });
  });
  return routes;
};

/** Serves the page on a port of the loopback interface; throws when the port is taken. */
export const startPageServer = async (behind: Behind, port: number): Promise<PageServer> => {
  const listening = Promise.withResolvers<number>();
  const server: ServerType = serve(
    { fetch: pageRoutes(behind).fetch, hostname: "127.0.0.1", port },
    (info) => listening.resolve(info.port),
  );
  server.once("error", listening.reject);
  const url = `http://localhost:${await listening.promise}`;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
  return { url, stop };
};
