import { readdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { z } from "zod";
import type { JsonObject } from "../../src/domain/json.ts";
import { TolokaError } from "../../src/domain/toloka-error.ts";
import { type ConnectionSettings, createTolokaConnection } from "../../src/toloka/connection.ts";
import { jsonObjectSchema } from "../../src/toloka/schema/wire.ts";
import type { TolokaConnection } from "../../src/use-cases/ports.ts";

/** The key that must never be seen outside a header. */
export const apiKey = "canary-key.with.dots";

const recordings = new URL("recorded/", import.meta.url);

/** Names of the recorded bodies that begin so. */
export const recordedNames = (...prefixes: readonly string[]): string[] =>
  readdirSync(recordings)
    .filter((name) => prefixes.some((prefix) => name.startsWith(prefix)))
    .sort();

/** A recorded body as text. */
export const recordedText = (name: string): string =>
  readFileSync(new URL(name, recordings), "utf8");

/** A recorded body. */
export const recorded = (name: string): JsonObject =>
  jsonObjectSchema.parse(JSON.parse(recordedText(name)));

/** A request as the stand-in saw it. */
export type Seen = { readonly method: string; readonly url: string; readonly body: string };

/** An answer in JSON. */
export const json = (
  body: unknown,
  status = 200,
  headers: { [name: string]: string } = {},
): Response => Response.json(body, { status, headers });

/** An answer without a body. */
export const empty = (status: number): Response => new Response(null, { status });

/** Answers one request after the other, the last answer for ever; writes down what was asked. */
export const answering = (
  ...answers: readonly (() => Response | Promise<Response>)[]
): { readonly fetch: typeof fetch; readonly seen: Seen[] } => {
  const seen: Seen[] = [];
  return {
    seen,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      seen.push({ method: request.method, url: request.url, body: await request.text() });
      const answer = answers[Math.min(seen.length, answers.length) - 1];
      if (answer === undefined) throw new Error("no answer is left");
      return answer();
    },
  };
};

/** A connection with short pauses, for tests. */
export const connect = (overrides: Partial<ConnectionSettings> = {}): TolokaConnection =>
  createTolokaConnection({
    environment: "sandbox",
    baseUrl: "https://toloka.test/api",
    authorization: "ApiKey",
    apiKey,
    timeoutMs: 2_000,
    readPausesMs: [1, 1],
    pollPauses: { firstMs: 1, nextMs: 1 },
    ...overrides,
  });

/** The error that a promise is rejected with. */
export const failureOf = async (promise: Promise<unknown>): Promise<TolokaError> => {
  const outcome = await promise.then(
    () => "it succeeded",
    (error: unknown) => error,
  );
  return z.instanceof(TolokaError).parse(outcome);
};

/** Everything that a list gives, page by page. */
export const collect = async <Item>(list: AsyncIterable<readonly Item[]>): Promise<Item[][]> => {
  const pages: Item[][] = [];
  for await (const page of list) pages.push([...page]);
  return pages;
};

/** The port on which a server listens. */
export const portOf = (server: Server): number =>
  z.object({ port: z.number() }).parse(server.address()).port;
