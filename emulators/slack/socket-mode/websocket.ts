import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { decodeFrame, encodeFrame, OPCODE } from "./websocket-frames.ts";

/** RFC 6455 names this constant for the handshake. */
const HANDSHAKE_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/** A server's end of one WebSocket. */
export type WebSocketEnd = {
  send(text: string): void;
  ping(): void;
  close(): void;
  /** Cuts the connection without a word. */
  destroy(): void;
};

export type WebSocketEvents = { onText(text: string): void; onClose(): void };

/** Answers the handshake and reads frames; undefined when the request is no WebSocket handshake. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  events: WebSocketEvents,
): WebSocketEnd | undefined {
  const key = request.headers["sec-websocket-key"];
  if (request.headers.upgrade?.toLowerCase() !== "websocket" || key === undefined) return undefined;
  const accept = createHash("sha1").update(`${key}${HANDSHAKE_GUID}`).digest("base64");
  socket.write(
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
      `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );

  let pending = head;
  let message: Buffer[] = [];
  let closed = false;
  const write = (opcode: number, payload: Buffer): void => {
    if (!socket.destroyed && socket.writable) socket.write(encodeFrame(opcode, payload));
  };
  const gone = (): void => {
    if (closed) return;
    closed = true;
    events.onClose();
  };
  const read = (chunk: Buffer): void => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const decoded = decodeFrame(pending);
      if (decoded === undefined) return;
      pending = decoded.rest;
      const { opcode, payload, final } = decoded.frame;
      if (opcode === OPCODE.ping) write(OPCODE.pong, payload);
      else if (opcode === OPCODE.close) {
        write(OPCODE.close, payload);
        socket.end();
        gone();
      } else if (opcode === OPCODE.text || opcode === OPCODE.continuation) {
        message.push(payload);
        if (!final) continue;
        const text = Buffer.concat(message).toString("utf8");
        message = [];
        events.onText(text);
      }
    }
  };
  socket.on("data", read);
  socket.on("close", gone);
  socket.on("error", gone);
  if (head.length > 0) read(Buffer.alloc(0));

  return {
    send: (text) => write(OPCODE.text, Buffer.from(text, "utf8")),
    ping: () => write(OPCODE.ping, Buffer.from("Ping from applink")),
    close: () => write(OPCODE.close, Buffer.from([0x03, 0xe8])),
    destroy: () => socket.destroy(),
  };
}
