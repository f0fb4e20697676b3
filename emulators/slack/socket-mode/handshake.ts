import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket, WebSocketServer } from "ws";

/**
 * How a connection can fail before the app hears `hello`: refused with 408 or 503, cut while it shakes
 * hands, never answered, answered but never greeted, or told to go at once.
 */
export const HANDSHAKE_FAULTS = [
  "408",
  "503",
  "cut",
  "stall",
  "no-hello",
  "cut-before-hello",
  "too_many_websockets",
] as const;

export type HandshakeFault = (typeof HANDSHAKE_FAULTS)[number];

/** Lets an upgrade request fail. Connections that stay open without use are handed to `keep`. */
export function failHandshake(
  fault: HandshakeFault,
  upgrade: { request: IncomingMessage; socket: Duplex; head: Buffer },
  server: WebSocketServer,
  keep: (socket: Duplex) => void,
): void {
  const { request, socket, head } = upgrade;
  const refuse = (status: string): void => {
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };
  const upgraded = (act: (end: WebSocket) => void): void => {
    server.handleUpgrade(request, socket, head, act);
  };
  const fail: Record<HandshakeFault, () => void> = {
    "408": () => refuse("408 Request Timeout"),
    "503": () => refuse("503 Service Unavailable"),
    cut: () => {
      socket.destroy();
    },
    stall: () => keep(socket),
    "no-hello": () => upgraded(() => keep(socket)),
    "cut-before-hello": () => upgraded((end) => end.terminate()),
    too_many_websockets: () =>
      upgraded((end) => {
        end.send(JSON.stringify({ type: "disconnect", reason: fault, debug_info: {} }));
      }),
  };
  fail[fault]();
}
