import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { ClientRequest, IncomingMessage } from "node:http";
import { z } from "zod";

/** An outside call that ended: its status, or null without an answer. */
export type WireCall = {
  readonly method: string;
  readonly url: string;
  readonly status: number | null;
  /** The answer's Date header; null without one. */
  readonly date: string | null;
};

const nodeMessage = z.object({
  request: z.instanceof(ClientRequest),
  response: z.instanceof(IncomingMessage).optional(),
});

const fetchMessage = z.object({
  request: z.looseObject({ origin: z.coerce.string(), path: z.string(), method: z.string() }),
  response: z
    .looseObject({ statusCode: z.number(), headers: z.array(z.instanceof(Uint8Array)) })
    .optional(),
});

const nodeCall = (message: unknown): WireCall | null => {
  const parsed = nodeMessage.safeParse(message);
  if (!parsed.success) return null;
  const { request, response } = parsed.data;
  const authority = request.getHeader("host");
  return {
    method: request.method,
    url: `${request.protocol}//${typeof authority === "string" ? authority : request.host}${request.path}`,
    status: response?.statusCode ?? null,
    date: response?.headers.date ?? null,
  };
};

/** Headers of a fetch come as names and values in turn. */
const dateOf = (headers: readonly Uint8Array[]): string | null => {
  const texts = headers.map((bytes) => Buffer.from(bytes).toString("latin1"));
  const at = texts.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === "date");
  return texts[at + 1] ?? null;
};

const fetchCall = (message: unknown): WireCall | null => {
  const parsed = fetchMessage.safeParse(message);
  if (!parsed.success) return null;
  const { request, response } = parsed.data;
  return {
    method: request.method,
    url: `${request.origin}${request.path}`,
    status: response?.statusCode ?? null,
    date: response === undefined ? null : dateOf(response.headers),
  };
};

/**
 * Hears of every outside call of this process through Node's own diagnostics, so that no client has to
 * know that it is counted. Answers the function that ends it.
 */
export const watchWire = (onCall: (call: WireCall) => void): (() => void) => {
  const hear = (read: (message: unknown) => WireCall | null) => (message: unknown) => {
    const call = read(message);
    if (call !== null) onCall(call);
  };
  const byNode = hear(nodeCall);
  const byFetch = hear(fetchCall);
  const channels = [
    ["http.client.response.finish", byNode],
    ["http.client.request.error", byNode],
    ["undici:request:headers", byFetch],
    ["undici:request:error", byFetch],
  ] as const;
  for (const [name, listener] of channels) subscribe(name, listener);
  return () => {
    for (const [name, listener] of channels) unsubscribe(name, listener);
  };
};
