import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { HTTPReceiver, type Logger, type Receiver } from "@slack/bolt";
import type { Clock } from "../../use-cases/ports.ts";
import { type Connections, limitConnections } from "./connections.ts";
import { judgeSignature } from "./judge-signature.ts";
import { readBody } from "./read-body.ts";
import type { TurnedAway, TurnedAwayReason } from "./turned-away.ts";

/** The largest request that is read, in bytes; Slack's are far smaller. */
const bodyLimit = 1_000_000;
/** So many connections are open at once. */
const mostConnections = 200;
/** The longest until all headers, and until the whole request, have come, in milliseconds. */
const headersMs = 10_000;
const requestMs = 15_000;
/** How often the two are looked at, in milliseconds. */
const lookMs = 1_000;
/** A connection without a request is kept so long, in milliseconds. */
const keepAliveMs = 5_000;

/** Where Slack's requests come in. */
const endpoint = "/slack/events";

/** Slack's two forms of a body. */
const contentTypes = ["application/x-www-form-urlencoded", "application/json"];

/** What the receiver needs. */
export type HttpReceiverParts = {
  readonly signingSecret: string;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly turnedAway: TurnedAway;
};

/** The media type without its parameters: Slack sends none, a proxy may add `charset`. */
const mediaTypeOf = (request: IncomingMessage): string =>
  (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

/** Slack's look at the certificate: it is not signed, and nothing of it goes any further. */
const isSslCheck = (body: Buffer): boolean =>
  body.length < 4_096 && new URLSearchParams(body.toString()).get("ssl_check") === "1";

/** What Node refused before it was a request. */
const refuseBytes =
  (turnedAway: TurnedAway) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    turnedAway(error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "too-slow" : "malformed");
    if (!socket.writable) return void socket.destroy();
    // Whoever never ends their side does not keep the connection.
    socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", () => socket.destroy());
  };

/**
 * Bolt's HTTP receiver behind a gate of its own: size, times, connections, the time of signing in both
 * directions and the signature are judged on the bytes before anything is parsed.
 */
export const createHttpReceiver = (parts: HttpReceiverParts): Receiver => {
  const { signingSecret, logger, clock, turnedAway } = parts;
  const bolt = new HTTPReceiver({ signingSecret, bodyLimit, logger, endpoints: endpoint });
  const refuse = (response: ServerResponse, status: number, reason: TurnedAwayReason): void => {
    turnedAway(reason);
    // What is left of the request is not read.
    response.writeHead(status, { connection: "close" });
    response.end(() => response.socket?.destroySoon());
  };
  const take = async (
    request: IncomingMessage,
    response: ServerResponse,
    connections: Connections,
  ): Promise<void> => {
    const path = request.url?.split("?")[0];
    if (path !== endpoint || request.method !== "POST") {
      return refuse(response, 404, "no-such-path");
    }
    const rawBody = await readBody(request, bodyLimit);
    if (rawBody === "cut-off") return turnedAway("cut-off");
    if (rawBody === "too-large") return refuse(response, 413, "too-large");
    const { socket } = request;
    connections.works(socket);
    response.once("close", () => connections.waits(socket));
    const mediaType = mediaTypeOf(request);
    if (!contentTypes.includes(mediaType)) return refuse(response, 400, "content-type");
    const wrong = judgeSignature(
      { headers: request.headers, rawBody },
      signingSecret,
      clock.now().getTime(),
    );
    if (wrong !== null) {
      if (mediaType !== "application/json" && isSslCheck(rawBody)) {
        response.writeHead(200).end();
        return;
      }
      return refuse(response, 401, wrong);
    }
    // Bolt compares the header as a whole.
    request.headers["content-type"] = mediaType;
    request.url = endpoint;
    bolt.requestListener(Object.assign(request, { rawBody }), response);
  };
  let server: Server | null = null;
  let connections: Connections | null = null;
  const start = async (port: number): Promise<AddressInfo | string | null> => {
    const made = createServer({
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: lookMs,
      keepAliveTimeout: keepAliveMs,
    });
    const kept = limitConnections(made, mostConnections, () => turnedAway("too-many-connections"));
    made.on("request", (request, response) => {
      take(request, response, kept).catch((error: unknown) => {
        logger.error(error instanceof Error ? error : "a request failed");
        response.destroy();
      });
    });
    made.on("clientError", refuseBytes(turnedAway));
    server = made;
    connections = kept;
    await new Promise<void>((resolve, reject) => {
      made.once("error", reject);
      made.listen(port, resolve);
    });
    return made.address();
  };
  return {
    init: (app) => bolt.init(app),
    start,
    stop: () =>
      new Promise<void>((resolve, reject) => {
        server?.close((error) => (error === undefined ? resolve() : reject(error)));
        connections?.endWaiting();
      }),
  };
};
