import { describe, expect, test } from "vitest";
import { createLimiter } from "../../src/toloka/limiter.ts";
import { createToloka } from "../../src/toloka/toloka.ts";
import { answering, connect, empty, failureOf, json } from "./support.ts";

const operation = (status: string) => () =>
  json({ id: "op-1", type: "POOL.OPEN", status, submitted: "2030-01-01T00:00:00" });
const unavailable = () => empty(503);

/** Waits for an operation whose looks are answered so; each look is one request. */
const waiting = async (...answers: readonly (() => Response)[]) => {
  const { fetch, seen } = answering(...answers);
  const wait = connect({ fetch, readPausesMs: [] }).waitOperation("op-1", 1_000);
  const ended = await wait.catch(async () => {
    const { facts } = await failureOf(wait);
    return { status: `${facts.code} ${facts.status}` };
  });
  return [ended.status, seen.length];
};

describe("waiting for an operation", () => {
  test.each(["SUCCESS", "FAIL"])("ends with %s", async (end) => {
    const looks = [
      operation("PENDING"),
      operation("RUNNING"),
      operation("NEW_WORD"),
      operation(end),
    ];
    expect(await waiting(...looks)).toEqual([end, 4]);
  });

  test("forgives single failed looks", async () => {
    const looks = [unavailable, operation("RUNNING"), unavailable, unavailable];
    expect(await waiting(...looks, operation("SUCCESS"))).toEqual(["SUCCESS", 5]);
  });

  test("believes the third failure in a row", async () => {
    expect(await waiting(operation("RUNNING"), unavailable)).toEqual(["EMPTY_BODY 503", 4]);
  });

  test("believes a refusal at once", async () => {
    expect(await waiting(() => json({ code: "DOES_NOT_EXIST" }, 404))).toEqual([
      "DOES_NOT_EXIST 404",
      1,
    ]);
  });

  test("does not wait longer than Toloka and the caller allow", async () => {
    const minute = () => json({ code: "TOO_MANY_REQUESTS", payload: { interval: "MIN" } }, 429);
    expect(await waiting(minute)).toEqual(["OPERATION_TIMEOUT null", 1]);
  });

  test("ends as unknown when the patience ends", async () => {
    const { fetch } = answering(operation("RUNNING"));
    const { facts } = await failureOf(connect({ fetch }).waitOperation("op-1", 30));
    expect(facts).toEqual({
      outcome: "unknown",
      status: null,
      code: "OPERATION_TIMEOUT",
      requestId: null,
      fields: {},
      retryable: true,
      retryAfterMs: null,
    });
  });
});

describe("the limiter", () => {
  test("lets so many work at a time, and the rest after them in order", async () => {
    const limit = createLimiter(2);
    const log: string[] = [];
    let running = 0;
    const work = async (name: string): Promise<string> => {
      running += 1;
      log.push(`${name} of ${running}`);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (name === "b") throw new Error("b fails");
      return name;
    };
    const results = await Promise.allSettled(
      ["a", "b", "c", "d"].map((name) => limit(() => work(name))),
    );
    expect([results.map(({ status }) => status), log]).toEqual([
      ["fulfilled", "rejected", "fulfilled", "fulfilled"],
      ["a of 1", "b of 2", "c of 2", "d of 2"],
    ]);
  });

  test("keeps a connection at twenty requests in flight", async () => {
    let inFlight = 0;
    let most = 0;
    const slow: typeof fetch = async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inFlight -= 1;
      return json({ id: "1", balance: 2 });
    };
    const connection = connect({ fetch: slow });
    const twice = async () => {
      await connection.requester();
      await connection.requester();
    };
    await Promise.all(Array.from({ length: 50 }, twice));
    expect(most).toBe(20);
  });
});

test("a Toloka without production refuses the word", () => {
  const sandbox = connect();
  const toloka = createToloka([sandbox]);
  expect([toloka.connection("sandbox"), toloka.connection("production")]).toEqual([sandbox, null]);
});
