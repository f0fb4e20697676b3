import { describe, expect, test } from "vitest";
import { type Account, createAccount, poolBody } from "./account.ts";

/** What the client sees: a status, or the reason why there is none. */
async function sent(account: Account, path: string, body: unknown, ms = 200): Promise<unknown> {
  try {
    const response = await account.emulator.fetch(`http://toloka.test/api/v1${path}`, {
      method: "POST",
      headers: { authorization: "ApiKey test-key", "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ms),
    });
    return response.status;
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

async function pools(account: Account): Promise<number> {
  return (await account.control.state()).counts.pools;
}

describe("answers in the place of the true one", () => {
  test("429 names the exhausted quota and how long to wait", async () => {
    const account = createAccount();
    await account.control.addFault({
      route: "GET /requester",
      kind: "status",
      status: 429,
      interval: "MIN",
      retryAfter: 7,
      times: 1,
    });
    const limited = await account.send("GET", "/requester");
    const after = await account.send("GET", "/requester");
    expect(limited).toMatchObject({
      status: 429,
      body: { code: "TOO_MANY_REQUESTS", payload: { interval: "MIN" } },
    });
    expect([limited.headers.get("retry-after"), after.status]).toEqual(["7", 200]);
  });

  test("500, 503, a page of the gateway and an empty body have no effect", async () => {
    const account = createAccount();
    const projectId = await account.project();
    const faults = [
      { kind: "status", status: 500 },
      { kind: "status", status: 503 },
      { kind: "html" },
      { kind: "empty", status: 500 },
    ] as const;
    const seen: unknown[] = [];
    for (const fault of faults) {
      await account.control.addFault({ route: "POST /pools", times: 1, ...fault });
      const reply = await account.send("POST", "/pools", poolBody(projectId));
      seen.push([reply.status, reply.body.code ?? reply.text.slice(0, 6)]);
    }
    expect(seen).toEqual([
      [500, "INTERNAL_ERROR"],
      [503, "REMOTE_SERVICE_UNAVAILABLE"],
      [502, "<html>"],
      [500, ""],
    ]);
    expect(await pools(account)).toBe(0);
  });

  test("with effect: the pool is made although the answer says 500", async () => {
    const account = createAccount();
    const projectId = await account.project();
    await account.control.addFault({ route: "POST /pools", kind: "status", effect: true });
    expect((await account.send("POST", "/pools", poolBody(projectId))).status).toBe(500);
    expect(await pools(account)).toBe(1);
  });
});

describe("connections without an answer", () => {
  test.each([
    ["timeout-before", "The operation was aborted due to timeout", 0],
    ["timeout-after", "The operation was aborted due to timeout", 1],
    ["reset-before", "fetch failed", 0],
    ["reset-after", "fetch failed", 1],
  ] as const)("%s", async (kind, message, made) => {
    const account = createAccount();
    const projectId = await account.project();
    await account.control.addFault({ route: "POST /pools", kind, times: 1 });
    const seen = await sent(account, "/pools", poolBody(projectId), 50);
    const entry = (await account.control.ledger()).at(-1);
    expect({
      seen,
      made: await pools(account),
      fault: entry?.fault,
      answered: entry?.answered,
    }).toEqual({ seen: message, made, fault: kind, answered: false });
  });

  test("a late effect lands after the cut and is told apart from requests", async () => {
    const account = createAccount();
    const projectId = await account.project();
    const fault = { route: "POST /pools", kind: "reset-after", lateMs: 30, times: 1 } as const;
    await account.control.addFault(fault);
    await sent(account, "/pools", poolBody(projectId));
    const atCut = await pools(account);
    await expect.poll(() => pools(account)).toBe(1);
    const entry = (await account.control.ledger()).at(-1);
    expect(atCut).toBe(0);
    expect(entry).toMatchObject({ effect: "late", status: null });
    expect(await account.control.outside()).toMatchObject([
      {
        source: "late-effect",
        action: "POST /api/v1/pools",
        details: { of: entry?.seq, status: 201 },
      },
    ]);
  });
});

test("a delayed answer comes late and is true", async () => {
  const account = createAccount();
  await account.control.addFault({ route: "* /requester", kind: "delay", delayMs: 60 });
  const started = Date.now();
  expect((await account.send("GET", "/requester")).status).toBe(200);
  expect(Date.now() - started).toBeGreaterThanOrEqual(55);
});

test("an operation ends in FAIL and changes nothing", async () => {
  const account = createAccount();
  const poolId = await account.filledPool();
  await account.control.addFault({
    route: "POST /pools/:id/open",
    kind: "operation-fail",
    times: 1,
  });
  await account.control.addFault({ route: "POST /tasks", kind: "operation-fail", times: 1 });
  const opened = await account.send("POST", `/pools/${poolId}/open`);
  const upload = await account.send("POST", "/tasks?async_mode=true", [account.task(poolId)]);
  expect([opened, upload].map(({ status, body }) => [status, body.status, body.details])).toEqual([
    [202, "FAIL", { code: "OPERATION_EXECUTION_ERROR", message: "Operation failed" }],
    [
      202,
      "FAIL",
      { total_count: 1, valid_count: 1, not_valid_count: 0, success_count: 0, failed_count: 1 },
    ],
  ]);
  const { counts, pools: states } = await account.control.state();
  expect([counts.tasks, states[0]?.status]).toEqual([1, "CLOSED"]);
});

test("a truncated answer is half of the true one, and its work is done", async () => {
  const account = createAccount();
  await account.control.addFault({ route: "POST /projects", kind: "truncated" });
  await expect(account.project()).rejects.toThrow(SyntaxError);
  expect((await account.control.state()).counts.projects).toBe(1);
});

test("a repeating list gives its first page whatever is asked for, and promises more", async () => {
  const account = createAccount();
  const poolId = await account.filledPool();
  const first = (await account.send("GET", `/tasks?pool_id=${poolId}`)).body;
  await account.control.addFault({ route: "GET /tasks", kind: "repeating" });
  const next = await account.send("GET", `/tasks?pool_id=${poolId}&sort=id&id_gt=zzz`);
  expect(next.body).toEqual({ ...first, has_more: true });
});

test("rules wait, count, match by expression, and can be cleared", async () => {
  const account = createAccount();
  const statuses: number[] = [];
  const ask = async (): Promise<void> => {
    statuses.push((await account.send("GET", "/pools/1")).status);
  };
  const route = "/^GET .pools/";
  await account.control.addFault({ route, kind: "status", status: 503, after: 1, times: 1 });
  for (let count = 0; count < 3; count += 1) await ask();
  await account.control.addFault({ route: "GET /pools/{id}", kind: "status" });
  await ask();
  await account.control.clearFaults();
  await ask();
  expect(statuses).toEqual([404, 503, 404, 500, 404]);
  await expect(account.control.addFault({ route: "pools", kind: "empty" })).rejects.toThrow(
    "not a route",
  );
});
