import { describe, expect, test } from "vitest";
import type { TolokaErrorFacts } from "../../src/domain/toloka-error.ts";
import { answering, collect, connect, empty, failureOf, json, recorded } from "./support.ts";

const refused: Omit<TolokaErrorFacts, "code" | "status"> = {
  outcome: "refused",
  requestId: null,
  fields: {},
  retryable: false,
  retryAfterMs: null,
};
const unknown = { ...refused, outcome: "unknown", retryable: true } as const;
const html = (status: number) => new Response("<html><h1>nginx</h1></html>", { status });
const text = (body: string, status = 200) => new Response(body, { status });
const quota = (interval: string | undefined, headers: { [name: string]: string } = {}) =>
  json(
    { code: "TOO_MANY_REQUESTS", message: "Too many requests", payload: { interval } },
    429,
    headers,
  );

const table: readonly [string, () => Response, TolokaErrorFacts][] = [
  [
    "an empty pool",
    () => json(recorded("pools.open.err.empty-pool.json"), 409),
    {
      ...refused,
      status: 409,
      code: "EMPTY_POOL",
      requestId: "8dff48b8e99cd9408fa2d6a906d52205",
    },
  ],
  [
    "a field that is wrong",
    () => json(recorded("projects.create.err.validation.json"), 400),
    {
      ...refused,
      status: 400,
      code: "VALIDATION_ERROR",
      requestId: "abc-123",
      fields: {
        public_description: { code: "VALUE_REQUIRED", message: "Value must be present" },
        task_spec: { code: "OBJECT_EXPECTED", message: "Value must be an object" },
      },
    },
  ],
  [
    "a wrong state, with a payload that is no field map",
    () => json(recorded("errors.inappropriate-status.json"), 409),
    {
      ...refused,
      status: 409,
      code: "INAPPROPRIATE_STATUS",
      requestId: "337d68d1-974d-42b1-a2d0-6234f6373eed",
    },
  ],
  [
    "a key without rights",
    () => json(recorded("errors.access-denied.json"), 403),
    { ...refused, status: 403, code: "ACCESS_DENIED", requestId: "asd123" },
  ],
  [
    "a wrong key",
    () => json({ code: "AUTHENTICATION_ERROR", message: "?" }, 401),
    { ...refused, status: 401, code: "AUTHENTICATION_ERROR" },
  ],
  [
    "a bare field map without envelope",
    () => json({ user_id: { code: "ENTITY_CONFLICT", message: "twice" } }, 409),
    {
      ...refused,
      status: 409,
      code: "UNEXPECTED_SHAPE",
      fields: { user_id: { code: "ENTITY_CONFLICT", message: "twice" } },
    },
  ],
  [
    "another operation on the pool, which will end",
    () => json({ code: "POOL_LOCKED_BY_ANOTHER_OPERATION" }, 409),
    { ...refused, status: 409, code: "POOL_LOCKED_BY_ANOTHER_OPERATION", retryable: true },
  ],
  ["a 409 without a body", () => empty(409), { ...refused, status: 409, code: "EMPTY_BODY" }],
  ["a 404 in HTML", () => html(404), { ...refused, status: 404, code: "NOT_JSON" }],
  [
    "an envelope whose members have other types",
    () => json({ code: "SOMETHING_NEW", message: 7, request_id: [], payload: "x" }, 400),
    { ...refused, status: 400, code: "SOMETHING_NEW" },
  ],
  [
    "the quota of a minute",
    () => json(recorded("errors.too-many-requests.json"), 429),
    {
      ...refused,
      status: 429,
      code: "TOO_MANY_REQUESTS",
      requestId: "00000000-0000-0000-0000-000000000000",
      retryable: true,
      retryAfterMs: 60_000,
    },
  ],
  ["the quota of an hour", () => quota("HOUR"), limited(3_600_000)],
  ["the quota of a day", () => quota("DAY"), limited(86_400_000)],
  ["a quota nobody knows", () => quota("MOON"), limited(null)],
  ["Retry-After in seconds", () => quota("MIN", { "retry-after": "7" }), limited(7_000)],
  ["Retry-After without end", () => quota("MIN", { "retry-after": "9e9" }), limited(60_000)],
  [
    "an internal error",
    () => json(recorded("errors.internal.json"), 500),
    { ...unknown, status: 500, code: "INTERNAL_ERROR", requestId: "abc-123" },
  ],
  ["a gateway's HTML", () => html(502), { ...unknown, status: 502, code: "NOT_JSON" }],
  ["an empty 503", () => empty(503), { ...unknown, status: 503, code: "EMPTY_BODY" }],
  ["a success in HTML", () => html(200), { ...unknown, status: 200, code: "NOT_JSON" }],
  [
    "a success cut off",
    () => text('{"id":"1","ty', 202),
    { ...unknown, status: 202, code: "NOT_JSON" },
  ],
  ["an empty success", () => text("", 202), { ...unknown, status: 202, code: "EMPTY_BODY" }],
  [
    "a success of another shape",
    () => json({ id: "1" }, 202),
    { ...unknown, status: 202, code: "UNEXPECTED_SHAPE", retryable: false },
  ],
  [
    "a success that is null",
    () => text("null", 202),
    { ...unknown, status: 202, code: "UNEXPECTED_SHAPE", retryable: false },
  ],
];

function limited(retryAfterMs: number | null): TolokaErrorFacts {
  return { ...refused, status: 429, code: "TOO_MANY_REQUESTS", retryable: true, retryAfterMs };
}

describe("opening a pool fails with what is known, and is never sent twice", () => {
  test.each(table)("%s", async (_, answer, facts) => {
    const server = answering(answer);
    const failure = await failureOf(connect({ fetch: server.fetch }).openPool("12"));
    expect([failure.facts, server.seen.length]).toEqual([facts, 1]);
  });

  test("Retry-After as a date counts from Toloka's clock", async () => {
    const date = "Wed, 21 Oct 2015 07:28:00 GMT";
    const later = "Wed, 21 Oct 2015 07:28:30 GMT";
    const { fetch } = answering(() => quota("MIN", { date, "retry-after": later }));
    const clock = { now: () => new Date("2015-10-21T07:28:00Z") };
    const { facts } = await failureOf(connect({ fetch, clock }).openPool("12"));
    expect(facts).toEqual(limited(30_000));
  });
});

test("the message names the call, the status and the words, but no query", async () => {
  const { fetch } = answering(() => json(recorded("pools.open.err.empty-pool.json"), 409));
  const failure = await failureOf(connect({ fetch }).createTasks([], "op-1"));
  expect(failure.message).toBe(
    "Toloka answered POST /tasks with 409 EMPTY_POOL: Pool contains no tasks. Operation is not allowed",
  );
});

test("an answer of another shape is refused with the place that is wrong", async () => {
  const pool = { ...recorded("pools.get.res.json"), will_expire: "soon" };
  const { fetch } = answering(() =>
    json({ items: [recorded("pools.get.res.json"), pool], has_more: false }),
  );
  const failure = await failureOf(collect(connect({ fetch }).pools({})));
  expect(failure.message).toBe(
    "Toloka answered GET /pools in an unexpected shape: items.1.will_expire: expected a date",
  );
});

test("an opening that is answered in another shape names the place too", async () => {
  const { fetch } = answering(() => json({ id: "1", type: "POOL.OPEN" }, 202));
  const failure = await failureOf(connect({ fetch }).openPool("12"));
  expect(failure.message).toBe(
    "Toloka answered POST /pools/12/open in an unexpected shape: status: Invalid input: expected string, received undefined",
  );
});

test.each(["", "..", "1/2", "1?open_pool=true", "1%2F", "x".repeat(101)])(
  "%j is no id, and nothing is sent",
  async (id) => {
    const server = answering(() => empty(204));
    const { facts } = await failureOf(connect({ fetch: server.fetch }).openPool(id));
    expect([facts.code, facts.outcome, server.seen]).toEqual(["BAD_ID", "refused", []]);
  },
);
