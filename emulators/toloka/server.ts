import { createServer } from "node:http";
import type { Http2Bindings, HttpBindings } from "@hono/node-server";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createTolokaEmulator, type TolokaEmulator } from "./emulator.ts";
import type { EmulatorOptions } from "./settings.ts";

/** How often what is due is carried out without any request, real milliseconds. */
const TICK_MS = 50;

/** Where and with what the server runs; port 0 takes a free one. */
export type ServerOptions = EmulatorOptions & { port?: number; host?: string };

/** A running stand-in: `url` for the control API, `api` as the base for clients. */
export type TolokaServer = {
  url: string;
  api: string;
  emulator: TolokaEmulator;
  /** Cuts all connections and stops listening. */
  close(): Promise<void>;
};

/**
 * Starts the stand-in on a socket.
 * @throws Error when the port is taken
 */
export async function startTolokaServer(options: ServerOptions): Promise<TolokaServer> {
  const emulator = createTolokaEmulator(options);
  const host = options.host ?? "127.0.0.1";
  const listener = getRequestListener(
    async (request, bindings) => {
      const outcome = await emulator.handle(request);
      if (outcome.kind === "answer") return outcome.response;
      cut(bindings, outcome.holdMs, outcome.onCut);
      return RESPONSE_ALREADY_SENT;
    },
    { overrideGlobalObjects: false, autoCleanupIncoming: false },
  );
  const server = createServer((incoming, outgoing) => {
    listener(incoming, outgoing).catch((error: unknown) => {
      console.error(error);
      outgoing.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const ticking = setInterval(() => emulator.world().clock.settle(), TICK_MS);
  ticking.unref();
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  const name = host.includes(":") ? `[${host}]` : host;
  const url = `http://${name}:${address.port}`;
  return {
    url,
    api: `${url}/api`,
    emulator,
    close: () =>
      new Promise((resolve) => {
        clearInterval(ticking);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Destroys the socket at once, or when the client gives up, at the latest after `holdMs`. */
function cut({ outgoing }: HttpBindings | Http2Bindings, holdMs: number, onCut: () => void): void {
  const { socket } = outgoing;
  const timer = setTimeout(() => socket?.destroy(), holdMs);
  timer.unref();
  if (socket === null || socket.destroyed) {
    clearTimeout(timer);
    onCut();
    return;
  }
  socket.once("close", () => {
    clearTimeout(timer);
    onCut();
  });
  if (holdMs === 0) socket.destroy();
}
