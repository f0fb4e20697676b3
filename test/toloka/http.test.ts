import { createServer, type RequestListener, type ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect, failureOf, portOf, recordedText } from "./support.ts";

let handle: RequestListener = () => {};
let calls: string[] = [];
let baseUrl = "";
const server = createServer((request, response) => {
  calls.push(`${request.method} ${request.url}`);
  handle(request, response);
});

beforeEach(async () => {
  calls = [];
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${portOf(server)}/api`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (response: ServerResponse, status: number, body: string, headers = {}): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
};
const pool = recordedText("pools.get.res.json");
const operation = recordedText("pools.open.res.operation.json");
/** A wait that ends; long enough that a busy machine still delivers the request before it. */
const shortMs = 1_500;
/** A wait that no test here comes to the end of. */
const longMs = 25_000;
const open = async (timeoutMs = longMs) => {
  const { facts } = await failureOf(connect({ baseUrl, timeoutMs }).openPool("12"));
  return { code: facts.code, outcome: facts.outcome, status: facts.status, calls: calls.length };
};

describe("over a real socket, an effect that was not answered is unknown and not repeated", () => {
  test("no answer at all", async () => {
    handle = () => {};
    expect(await open(shortMs)).toEqual({
      code: "TIMEOUT",
      outcome: "unknown",
      status: null,
      calls: 1,
    });
  });

  test("a body that drips for ever", async () => {
    handle = (_, response) => {
      response.writeHead(202, { "content-type": "application/json" });
      const drip = setInterval(() => response.write(" "), 10);
      response.on("close", () => clearInterval(drip));
    };
    expect(await open(shortMs)).toEqual({
      code: "TIMEOUT",
      outcome: "unknown",
      status: null,
      calls: 1,
    });
  });

  test("a connection that is reset", async () => {
    handle = (request) => request.socket.resetAndDestroy();
    expect(await open()).toEqual({ code: "NO_ANSWER", outcome: "unknown", status: null, calls: 1 });
  });

  test("a connection that ends inside the body", async () => {
    handle = (request, response) => {
      response.writeHead(202, { "content-length": "1000" });
      response.write('{"id":"1"');
      setTimeout(() => request.socket.destroy(), 20);
    };
    expect(await open()).toEqual({ code: "NO_ANSWER", outcome: "unknown", status: null, calls: 1 });
  });

  test("JSON that is cut off", async () => {
    handle = (_, response) => send(response, 202, '{"id":"1","ty');
    expect(await open()).toEqual({ code: "NOT_JSON", outcome: "unknown", status: 202, calls: 1 });
  });

  test("a small body that unpacks to more than any answer has", async () => {
    const packed = gzipSync(Buffer.alloc(51 * 1024 * 1024, " "));
    handle = (_, response) => {
      response.writeHead(202, { "content-encoding": "gzip" }).end(packed);
    };
    expect(await open()).toEqual({
      code: "TOO_LARGE",
      outcome: "unknown",
      status: null,
      calls: 1,
    });
  });
});

test("a refused connection means that nothing happened", async () => {
  const gone = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => gone.once("listening", resolve));
  baseUrl = `http://127.0.0.1:${portOf(gone)}/api`;
  await new Promise((resolve) => gone.close(resolve));
  expect(await open()).toEqual({ code: "NO_ANSWER", outcome: "refused", status: null, calls: 0 });
});

test.each([
  [301, "refused"],
  [302, "unknown"],
  [303, "unknown"],
  [307, "refused"],
  [308, "refused"],
])("a redirect (%i) is not followed", async (status, outcome) => {
  handle = (_, response) => send(response, status, "", { location: `${baseUrl}/elsewhere` });
  expect(await open()).toEqual({ code: "REDIRECT", outcome, status, calls: 1 });
});

test("open and close answer an operation, or that there was nothing to do", async () => {
  handle = (request, response) => {
    if (request.url?.endsWith("/open") === true) send(response, 202, operation);
    else response.writeHead(204).end();
  };
  const connection = connect({ baseUrl });
  const opened = await connection.openPool("12");
  expect([opened === "already" ? opened : opened.type, await connection.closePool("12")]).toEqual([
    "POOL.OPEN",
    "already",
  ]);
  expect(calls).toEqual(["POST /api/v1/pools/12/open", "POST /api/v1/pools/12/close"]);
});

describe("a read is repeated after a passing fault, at most twice", () => {
  const faults: readonly [string, RequestListener][] = [
    ["reset", (request) => request.socket.resetAndDestroy()],
    ["silence", () => {}],
    ["502 in HTML", (_, response) => send(response, 502, "<html>")],
    ["503", (_, response) => send(response, 503, '{"code":"REMOTE_SERVICE_UNAVAILABLE"}')],
    ["504", (_, response) => send(response, 504, "")],
    ["a short 429", (_, response) => send(response, 429, '{"code":"X"}', { "retry-after": "0" })],
  ];

  test.each(faults)("%s", async (_, fault) => {
    handle = (request, response) => {
      if (calls.length < 3) fault(request, response);
      else send(response, 200, pool);
    };
    const { id } = await connect({ baseUrl, timeoutMs: shortMs }).pool("32267581");
    expect([id, calls.length]).toEqual(["32267581", 3]);
  });

  test("and then the fault is thrown", async () => {
    handle = (_, response) => send(response, 503, "");
    const { facts } = await failureOf(connect({ baseUrl }).pool("1"));
    expect([facts.status, calls.length]).toEqual([503, 3]);
  });

  test.each([
    [500, '{"code":"INTERNAL_ERROR"}'],
    [429, '{"code":"TOO_MANY_REQUESTS","payload":{"interval":"MIN"}}'],
    [404, '{"code":"DOES_NOT_EXIST"}'],
    [401, '{"code":"AUTHENTICATION_ERROR"}'],
  ])("but %i is thrown at once", async (status, body) => {
    handle = (_, response) => send(response, status, body);
    const { facts } = await failureOf(connect({ baseUrl }).pool("1"));
    expect([facts.status, calls.length]).toEqual([status, 1]);
  });
});

test("the key goes into one header, in the form that is configured", async () => {
  const headers: (string | undefined)[] = [];
  handle = (request, response) => {
    headers.push(request.headers.authorization);
    send(response, 200, pool);
  };
  await connect({ baseUrl }).pool("1");
  await connect({ baseUrl: `${baseUrl}/`, authorization: "OAuth" }).pool("1");
  expect([headers, calls]).toEqual([
    ["ApiKey canary-key.with.dots", "OAuth canary-key.with.dots"],
    ["GET /api/v1/pools/1", "GET /api/v1/pools/1"],
  ]);
});

test("reads share a kept connection, and each effect takes a fresh one", async () => {
  handle = (request, response) => {
    send(response, 200, request.method === "GET" ? pool : operation);
  };
  let connections = 0;
  const count = () => {
    connections += 1;
  };
  server.on("connection", count);
  const connection = connect({ baseUrl });
  await connection.pool("1");
  await connection.pool("1");
  const byReads = connections;
  await connection.openPool("1");
  await connection.closePool("1");
  server.off("connection", count);
  expect([byReads, connections]).toEqual([1, 3]);
});

test("a transport that never answers, not even to being given up, ends in time", async () => {
  const silent: typeof fetch = () => new Promise(() => {});
  const { facts } = await failureOf(connect({ fetch: silent, timeoutMs: 30 }).openPool("12"));
  expect([facts.code, facts.outcome]).toEqual(["TIMEOUT", "unknown"]);
});
