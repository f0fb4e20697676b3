import { createServer, type RequestListener } from "node:http";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { ConnectionSettings } from "../../src/toloka/connection.ts";
import { apiKey, connect, failureOf, portOf } from "./support.ts";

/** Every text that a log or a person could get out of an error. */
const texts = (error: Error): string[] => [
  JSON.stringify(error),
  JSON.stringify(error, Object.getOwnPropertyNames(error)),
  inspect(error, { depth: null, showHidden: true }),
  String(error.stack),
  inspect(error.cause, { depth: null, showHidden: true }),
];

const leaks = (error: Error): string[] =>
  texts(error).filter((text) => /canary-key|authorization|ApiKey/i.test(text));

/** Asks a real server, so that real errors of sockets and of axios arise. */
const over = async (handle: RequestListener, settings: Partial<ConnectionSettings> = {}) => {
  const server = createServer(handle).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const baseUrl = `http://127.0.0.1:${portOf(server)}/api`;
  const failures = await Promise.all([
    failureOf(connect({ baseUrl, timeoutMs: 1_500, ...settings }).openPool("12")),
    failureOf(connect({ baseUrl, timeoutMs: 1_500, readPausesMs: [], ...settings }).requester()),
  ]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return failures.flatMap(leaks);
};

const json = (status: number, body: unknown): RequestListener => {
  return (_, response) => response.writeHead(status).end(JSON.stringify(body));
};

describe("the key is in no error", () => {
  const echo = { code: "AUTHENTICATION_ERROR", message: `${apiKey} is wrong`, request_id: apiKey };
  const fields = {
    code: "VALIDATION_ERROR",
    payload: { [apiKey]: { code: apiKey, message: apiKey } },
  };
  test.each<[string, RequestListener]>([
    ["reset", (request) => request.socket.resetAndDestroy()],
    ["time-out", () => {}],
    ["an error that quotes the key", json(401, echo)],
    ["an error whose fields quote the key", json(400, fields)],
    ["HTML", (_, response) => response.writeHead(500).end(`<html>${apiKey}`)],
    ["a success of another shape", json(200, { [apiKey]: apiKey })],
    ["a redirect", (_, response) => response.writeHead(302, { location: `/${apiKey}` }).end()],
    ["a broken answer", (request) => request.socket.end("HTTP/9 what\r\n\r\n")],
  ])("%s", async (_, handle) => {
    expect(await over(handle)).toEqual([]);
  });

  test("a host that does not exist", async () => {
    expect(
      await over(() => {}, { baseUrl: "http://toloka.invalid/api", timeoutMs: 2_000 }),
    ).toEqual([]);
  });

  test("a key that cannot be a header", async () => {
    const wrong = `${apiKey}\nX-Evil: 1`;
    const handle: RequestListener = (_, response) => response.writeHead(500).end();
    expect(await over(handle, { apiKey: wrong })).toEqual([]);
  });

  test("a fetch that throws the request at us", async () => {
    const throwing: typeof fetch = async (input) => {
      throw Object.assign(new TypeError(`fetch failed for ${apiKey}`), { request: input });
    };
    const failure = await failureOf(connect({ fetch: throwing }).openPool("12"));
    expect([leaks(failure), failure.facts.outcome]).toEqual([[], "unknown"]);
  });

  test("yet the cause is kept", async () => {
    const throwing: typeof fetch = async () => {
      throw new TypeError("fetch failed", {
        cause: Object.assign(new Error("no such host"), { code: "ENOTFOUND" }),
      });
    };
    const { cause, facts } = await failureOf(connect({ fetch: throwing }).openPool("12"));
    expect([facts.outcome, String(cause)]).toEqual(["refused", "Error: ENOTFOUND: no such host"]);
  });
});
