import { isObject, type JsonObject, parsedJson } from "../json.ts";
import type { Ledger } from "../ledger.ts";
import type { Settings } from "../options.ts";
import type { SocketHub } from "../socket-mode/socket-hub.ts";
import { type Answer, httpPost, type RawRequest } from "./http-post.ts";
import type { Outgoing } from "./outgoing.ts";
import { signatureOf } from "./signature.ts";

export type Delivered = Answer & { seq: number };

/** How a replayed request may differ from the original. Left-out parts are as they were. */
type Alteration = {
  timestamp?: string | undefined;
  rawBody?: string | undefined;
  signature?: string | undefined;
  /** Sign again with the right secret (for a changed body or time). */
  resign?: boolean | undefined;
};

/** The way to the app: HTTP, or Socket Mode while it holds a connection. */
export type AppLink = {
  setUrl(url: string | undefined): void;
  url(): string | undefined;
  send(outgoing: Outgoing): Promise<Delivered>;
  /** Sends an earlier delivery again; undefined when there is no such delivery. */
  replay(seq: number, alteration: Alteration): Promise<Delivered | undefined>;
  /** Sends a request made by hand, always over HTTP. */
  sendRaw(raw: RawRequest): Promise<Delivered>;
  sign(timestamp: string, rawBody: string): string;
};

type LinkParts = {
  signingSecret: string;
  appUrl: string | undefined;
  settings: Settings;
  ledger: Ledger;
  sockets: SocketHub;
};

export function createAppLink(parts: LinkParts): AppLink {
  const { signingSecret, settings, ledger, sockets } = parts;
  let appUrl = parts.appUrl;
  const sent = new Map<number, { outgoing: Outgoing; raw: RawRequest }>();

  async function carry(
    outgoing: Outgoing,
    raw: RawRequest,
    replayOf: number | null,
  ): Promise<Delivered> {
    const overSocket = sockets.isConnected() && outgoing.type !== "by-hand";
    const answer = overSocket
      ? await sockets.deliver(outgoing, settings.ackTimeoutMs)
      : appUrl === undefined
        ? ({ outcome: "unreachable", status: null, ackMs: 0, body: null, noRetry: false } as const)
        : await httpPost(appUrl, raw, settings.ackTimeoutMs);
    const seq = ledger.append({
      kind: "delivery",
      type: outgoing.type,
      user: outgoing.user,
      transport: overSocket ? "socket" : appUrl === undefined ? "none" : "http",
      outcome: answer.outcome,
      status: answer.status,
      ackMs: answer.ackMs,
      ackBody: answer.body,
      payload: outgoing.payload,
      retry: outgoing.retry?.num ?? 0,
      replayOf,
    });
    sent.set(seq, { outgoing, raw });
    return { ...answer, seq };
  }

  const sign = (timestamp: string, rawBody: string) =>
    signatureOf(signingSecret, timestamp, rawBody);

  function signed(outgoing: Outgoing): RawRequest {
    const rawBody = encoded(outgoing);
    const timestamp = String(Math.floor(Date.now() / 1000));
    return {
      rawBody,
      headers: {
        "content-type":
          outgoing.form === "json" ? "application/json" : "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": sign(timestamp, rawBody),
        ...(outgoing.retry === undefined
          ? {}
          : {
              "x-slack-retry-num": String(outgoing.retry.num),
              "x-slack-retry-reason": outgoing.retry.reason,
            }),
      },
    };
  }

  return {
    setUrl(url) {
      appUrl = url;
    },
    url: () => appUrl,
    sign,
    send: (outgoing) => carry(outgoing, signed(outgoing), null),
    async replay(seq, alteration) {
      const original = sent.get(seq);
      if (original === undefined) return undefined;
      const rawBody = alteration.rawBody ?? original.raw.rawBody;
      const headers = { ...original.raw.headers };
      const timestamp = alteration.timestamp ?? headers["x-slack-request-timestamp"] ?? "";
      headers["x-slack-request-timestamp"] = timestamp;
      if (alteration.resign === true) headers["x-slack-signature"] = sign(timestamp, rawBody);
      if (alteration.signature !== undefined) headers["x-slack-signature"] = alteration.signature;
      // Over a socket there is no raw body: what was altered in it is read back.
      const payload =
        alteration.rawBody === undefined
          ? original.outgoing.payload
          : decoded(original.outgoing.form, rawBody);
      return await carry({ ...original.outgoing, payload }, { rawBody, headers }, seq);
    },
    sendRaw(raw) {
      const outgoing: Outgoing = {
        type: "by-hand",
        socketType: "interactive",
        user: null,
        payload: { raw: raw.rawBody },
        form: "json",
      };
      return carry(outgoing, raw, null);
    },
  };
}

/** The payload of a raw body; an empty one when it cannot be read. */
function decoded(form: Outgoing["form"], rawBody: string): JsonObject {
  const fields = new URLSearchParams(rawBody);
  if (form === "fields") return Object.fromEntries(fields);
  const read = parsedJson(form === "json" ? rawBody : (fields.get("payload") ?? ""));
  return isObject(read) ? read : {};
}

function encoded({ form, payload }: Outgoing): string {
  if (form === "json") return JSON.stringify(payload);
  if (form === "payload") {
    return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  }
  const fields = new URLSearchParams();
  for (const [key, value] of Object.entries(payload)) fields.set(key, String(value));
  return fields.toString();
}
