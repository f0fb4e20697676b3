import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Answer } from "../deliveries/http-post.ts";
import type { Outgoing } from "../deliveries/outgoing.ts";
import { isObject, parsedJson, textOf } from "../json.ts";
import type { Ledger } from "../ledger.ts";
import { randomHex } from "../world/ids.ts";
import { failHandshake, type HandshakeFault } from "./handshake.ts";

export const DISCONNECT_REASONS = [
  "warning",
  "refresh_requested",
  "link_disabled",
  "too_many_websockets",
] as const;

export type DisconnectReason = (typeof DISCONNECT_REASONS)[number];

/** The open Socket Mode connections of the app. */
export type SocketHub = {
  /** A ticket for one connection, as `apps.connections.open` hands out. */
  issueTicket(): string;
  /** The next handshakes fail, one by each of these. */
  spoilHandshakes(faults: readonly HandshakeFault[]): void;
  /** Takes over an upgrade request; false when its ticket is not good. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  isConnected(): boolean;
  count(): number;
  /** Sends an envelope over one connection and waits for its acknowledgement. */
  deliver(outgoing: Outgoing, timeoutMs: number): Promise<Answer>;
  /** Asks the app to reconnect, as Slack does every few hours. */
  askToDisconnect(reason: DisconnectReason): void;
  /** Cuts all connections. */
  cut(): void;
  close(): void;
};

const PING_EVERY_MS = 5000;
/** Slack allows ten connections an app. */
const MAX_CONNECTIONS = 10;

export function createSocketHub(ledger: Ledger, appId: string): SocketHub {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const connections = new Map<number, WebSocket>();
  const waiting = new Map<string, (body: unknown) => void>();
  const spoilt: HandshakeFault[] = [];
  const idle = new Set<Duplex>();
  let counter = 0;
  let turn = 0;

  const pings = setInterval(() => {
    for (const connection of connections.values()) connection.ping();
  }, PING_EVERY_MS);
  pings.unref();

  function onText(text: string): void {
    const message = parsedJson(text);
    if (!isObject(message)) return;
    const id = textOf(message.envelope_id);
    if (id === undefined) return;
    waiting.get(id)?.(message.payload ?? null);
    waiting.delete(id);
  }

  function welcome(end: WebSocket): void {
    counter += 1;
    const connection = counter;
    connections.set(connection, end);
    end.on("message", (data) => onText(String(data)));
    end.on("close", () => {
      connections.delete(connection);
      ledger.append({ kind: "socket", what: "disconnected", connection });
    });
    // A broken connection closes itself; the close is what counts.
    end.on("error", () => end.terminate());
    ledger.append({ kind: "socket", what: "connected", connection });
    end.send(
      JSON.stringify({
        type: "hello",
        num_connections: connections.size,
        debug_info: { host: "applink-1", build_number: 1, approximate_connection_time: 18060 },
        connection_info: { app_id: appId },
      }),
    );
  }

  return {
    issueTicket() {
      const ticket = randomHex(16);
      tickets.add(ticket);
      return ticket;
    },
    spoilHandshakes(faults) {
      spoilt.push(...faults);
    },
    accept(request, socket, head) {
      const ticket = new URL(request.url ?? "/", "http://host").searchParams.get("ticket") ?? "";
      if (!tickets.delete(ticket) || connections.size >= MAX_CONNECTIONS) return false;
      const fault = spoilt.shift();
      if (fault === undefined) server.handleUpgrade(request, socket, head, welcome);
      else {
        ledger.append({ kind: "socket", what: "handshake-failed", connection: 0 });
        failHandshake(fault, { request, socket, head }, server, (end) => idle.add(end));
      }
      return true;
    },
    isConnected: () => connections.size > 0,
    count: () => connections.size,
    deliver(outgoing, timeoutMs) {
      const started = performance.now();
      const ends = [...connections.values()];
      turn += 1;
      // Each envelope goes to one of the connections only.
      const end = ends[turn % Math.max(1, ends.length)];
      const envelopeId = randomUUID();
      return new Promise((resolve) => {
        const answer = (outcome: Answer["outcome"], body: unknown): void => {
          clearTimeout(timer);
          waiting.delete(envelopeId);
          const ackMs = Math.round((performance.now() - started) * 1000) / 1000;
          resolve({ outcome, status: null, ackMs, body, noRetry: false });
        };
        const timer = setTimeout(() => answer("timeout", null), timeoutMs);
        waiting.set(envelopeId, (body) => answer("acked", ackBody(body)));
        end?.send(
          JSON.stringify({
            envelope_id: envelopeId,
            type: outgoing.socketType,
            payload: outgoing.payload,
            accepts_response_payload: outgoing.socketType !== "events_api",
            ...(outgoing.socketType === "events_api"
              ? {
                  retry_attempt: outgoing.retry?.num ?? 0,
                  retry_reason: outgoing.retry?.reason ?? "",
                }
              : {}),
          }),
        );
      });
    },
    askToDisconnect(reason) {
      for (const [connection, end] of connections) {
        ledger.append({ kind: "socket", what: "disconnect-asked", connection });
        end.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "applink-1" } }));
      }
    },
    cut() {
      for (const end of connections.values()) end.terminate();
    },
    close() {
      clearInterval(pings);
      server.close();
      for (const end of connections.values()) end.terminate();
      for (const end of idle) end.destroy();
    },
  };
}

/** An empty payload is what an empty 200 is over HTTP; a bare text arrives as `{text}`. */
function ackBody(body: unknown): unknown {
  return isObject(body) && Object.keys(body).length === 0 ? null : body;
}
