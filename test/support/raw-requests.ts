import { createHmac } from "node:crypto";
import { request } from "node:http";
import type { BotWorld } from "./bot-world.ts";

/** A request that is made by hand. A header with several values is sent as often. */
export type HandMade = {
  readonly body: string | Buffer;
  readonly headers: { readonly [name: string]: string | readonly string[] };
  readonly method?: string;
  readonly path?: string;
};

/** Slack's own way to sign: any text may stand for the time. */
export const signatureFor = (secret: string, time: string, body: string | Buffer): string =>
  `v0=${createHmac("sha256", secret).update(`v0:${time}:`).update(body).digest("hex")}`;

/** Now in seconds, as a header says it. */
export const nowSeconds = (offset = 0): string => String(Math.floor(Date.now() / 1_000) + offset);

/** A request that Slack could have sent, with headers changed where wanted. */
export const signed = (
  world: BotWorld,
  body: string | Buffer,
  options: { readonly time?: string; readonly contentType?: string } = {},
): HandMade => {
  const time = options.time ?? nowSeconds();
  return {
    body,
    headers: {
      "content-type": options.contentType ?? "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": time,
      "x-slack-signature": signatureFor(world.signingSecret, time, body),
    },
  };
};

/** What came back; the status is null when the bot ended the connection. */
type Answered = { readonly status: number | null; readonly text: string };

/** Sends it and reads the whole answer. */
export const ask = (world: BotWorld, made: HandMade): Promise<Answered> =>
  new Promise((resolve) => {
    const url = new URL(world.botUrl());
    const outgoing = request(
      {
        ...{ host: url.hostname, port: url.port, agent: false },
        path: made.path ?? url.pathname,
        method: made.method ?? "POST",
      },
      (answer) => {
        let text = "";
        const done = () => resolve({ status: answer.statusCode ?? null, text });
        answer.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        answer.on("error", done);
        answer.on("end", done);
      },
    );
    outgoing.on("error", () => resolve({ status: null, text: "" }));
    for (const [name, value] of Object.entries(made.headers)) {
      outgoing.setHeader(name, typeof value === "string" ? value : [...value]);
    }
    outgoing.end(made.body);
  });

/** Sends it; answers the status, or null when the bot ended the connection. */
export const send = async (world: BotWorld, made: HandMade): Promise<number | null> =>
  (await ask(world, made)).status;

/** Sends all, so many at the same moment; answers how often each status came. */
export const sendAll = async (
  world: BotWorld,
  all: readonly HandMade[],
  atOnce: number,
): Promise<ReadonlyMap<number | null, number>> => {
  const counts = new Map<number | null, number>();
  const left = all.values();
  const worker = async (): Promise<void> => {
    for (const made of left) {
      const status = await send(world, made);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return counts;
};

/** The body of an act that the ledger holds, as its bytes went over the line. */
export const bodyOf = (payload: object): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
