import { describe, expect, test } from "vitest";
import { createAccount, fieldCodes, fixture, poolBody } from "./account.ts";

const ACTIONS = ["open", "close", "close-for-update", "archive"] as const;

describe("what a pool answers in each state", () => {
  const table: [string, readonly string[], readonly number[]][] = [
    ["closed", [], [202, 204, 204, 202]],
    ["open", ["open"], [204, 202, 202, 409]],
    ["closed for update", ["open", "close-for-update"], [202, 202, 204, 202]],
    ["archived", ["archive"], [409, 409, 409, 204]],
  ];
  test.each(table)("%s", async (_state, path, expected) => {
    const statuses: number[] = [];
    for (const action of ACTIONS) {
      const account = createAccount();
      const poolId = await account.filledPool();
      for (const step of path) await account.send("POST", `/pools/${poolId}/${step}`);
      statuses.push((await account.send("POST", `/pools/${poolId}/${action}`)).status);
    }
    expect(statuses).toEqual(expected);
  });
});

test("a 204 has no body, and a wrong state names the right ones", async () => {
  const account = createAccount();
  const poolId = await account.filledPool();
  expect(await account.send("POST", `/pools/${poolId}/close`)).toMatchObject({
    status: 204,
    text: "",
  });
  await account.send("POST", `/pools/${poolId}/archive`);
  expect((await account.send("POST", `/pools/${poolId}/open`)).body).toMatchObject({
    code: "INAPPROPRIATE_STATUS",
    payload: { appropriate_statuses: ["OPEN", "CLOSED"] },
  });
  const patched = await account.send("PATCH", `/pools/${poolId}`, { priority: 5 });
  expect(patched).toMatchObject({ status: 409, text: "" });
});

describe("opening is refused", () => {
  test("for a pool without tasks, and for one without smart mixing", async () => {
    const account = createAccount();
    const projectId = await account.project();
    const { mixer_config: _mixer, ...unmixed } = poolBody(projectId);
    const plain = await account.send("POST", "/pools", unmixed);
    const upload = await account.send("POST", "/tasks", account.task(String(plain.body.id)));
    const empty = await account.send("POST", `/pools/${await account.pool(projectId)}/open`);
    expect([upload, empty].map(({ status, body }) => [status, body.code, body.payload])).toEqual([
      [409, "MIXER_CONFIG_REQUIRED", null],
      [409, "EMPTY_POOL", null],
    ]);
  });

  test("after the closing time, unless that is switched off: then it expires at once", async () => {
    const account = createAccount();
    const poolId = await account.filledPool({ will_expire: "2020-01-01T00:00:00" });
    const refused = await account.send("POST", `/pools/${poolId}/open`);
    expect(refused).toMatchObject({ status: 409, body: { code: "CONFLICT_STATE" } });
    await account.control.changeSettings({ refuseExpiredOpen: false });
    await account.send("POST", `/pools/${poolId}/open`);
    expect((await account.send("GET", `/pools/${poolId}`)).body).toMatchObject({
      status: "CLOSED",
      last_close_reason: "EXPIRED",
    });
  });

  test("while another operation holds the pool, and in an archived project", async () => {
    const account = createAccount({ operationDelayMs: 1000 });
    await account.control.freeze();
    const poolId = await account.filledPool();
    const path = `/pools/${poolId}`;
    expect((await account.send("POST", `${path}/archive`)).body.status).toBe("PENDING");
    const locked = await account.send("POST", `${path}/open`);
    expect(locked.body.code).toBe("POOL_LOCKED_BY_ANOTHER_OPERATION");
    await account.control.advance({ seconds: 1 });
    const projectId = String((await account.send("GET", path)).body.project_id);
    await account.send("POST", `/projects/${projectId}/archive`);
    await account.control.advance({ seconds: 1 });
    const late = await account.send("POST", "/pools", poolBody(projectId));
    expect(late.body.code).toBe("PROJECT_INAPPROPRIATE_STATUS");
  });

  test("without money: at once, by the operation, or by closing later", async () => {
    const seen: unknown[] = [];
    for (const balanceMode of ["refuse-open", "fail-operation", "close-later"] as const) {
      const account = createAccount({ balanceMode, balance: 0 });
      const poolId = await account.filledPool();
      const reply = await account.send("POST", `/pools/${poolId}/open`);
      const before = (await account.send("GET", `/pools/${poolId}`)).body.status;
      await account.control.advance({ seconds: 1 });
      const { status, last_close_reason: reason } = (await account.send("GET", `/pools/${poolId}`))
        .body;
      seen.push([reply.status, reply.body.code ?? reply.body.status, before, status, reason]);
    }
    expect(seen).toEqual([
      [409, "NOT_ENOUGH_BALANCE", "CLOSED", "CLOSED", undefined],
      [202, "FAIL", "CLOSED", "CLOSED", undefined],
      [202, "SUCCESS", "OPEN", "CLOSED", "NOT_ENOUGH_BALANCE"],
    ]);
  });
});

test("a project is archived only after its pools", async () => {
  const account = createAccount();
  const projectId = await account.project();
  const poolId = await account.pool(projectId);
  const early = await account.send("POST", `/projects/${projectId}/archive`);
  await account.send("POST", `/pools/${poolId}/archive`);
  const done = await account.send("POST", `/projects/${projectId}/archive`);
  const again = await account.send("POST", `/projects/${projectId}/archive`);
  expect([early.body.code, done.status, again.status]).toEqual([
    "UNARCHIVED_POOLS_CONFLICT",
    202,
    204,
  ]);
});

test("an open pool is not replaced, a closed one is, and its project stays", async () => {
  const account = createAccount();
  const poolId = await account.filledPool();
  const current = (await account.send("GET", `/pools/${poolId}`)).body;
  await account.send("POST", `/pools/${poolId}/open`);
  const open = await account.send("PUT", `/pools/${poolId}`, { ...current, private_name: "New" });
  await account.send("POST", `/pools/${poolId}/close-for-update`);
  const edited = { ...current, private_name: "New", will_expire: "2098-01-01T00:00:00" };
  const closed = await account.send("PUT", `/pools/${poolId}`, edited);
  const moved = { ...edited, project_id: await account.project() };
  const other = await account.send("PUT", `/pools/${poolId}`, moved);
  expect(open.body.code).toBe("INAPPROPRIATE_STATUS");
  expect(closed.body).toMatchObject({
    private_name: "New",
    will_expire: "2098-01-01T00:00:00.000",
  });
  expect(fieldCodes(other)).toEqual(["project_id: INVALID_VALUE"]);
});

test("a copy of a pool has its settings, a new id and no tasks", async () => {
  const account = createAccount();
  const poolId = await account.filledPool();
  const { body } = await account.send("POST", `/pools/${poolId}/clone`);
  expect(body).toMatchObject({
    type: "POOL.CLONE",
    status: "SUCCESS",
    details: { pool_id: expect.any(String) },
  });
  const copies = (await account.control.state()).pools.map(({ status, tasks }) => ({
    status,
    tasks,
  }));
  expect(copies).toEqual([
    { status: "CLOSED", tasks: 1 },
    { status: "CLOSED", tasks: 0 },
  ]);
});

test("the longest recorded pool is taken as it is", async () => {
  const account = createAccount();
  const body = { ...fixture("pools.create.req.long.json"), project_id: await account.project() };
  const reply = await account.send("POST", "/pools", body);
  expect({ status: reply.status, fields: fieldCodes(reply) }).toEqual({ status: 201, fields: [] });
});

test.each(["projects.create.req.tb.json", "projects.create.req.classic.json"])(
  "the recorded project %s is taken as it is",
  async (name) => {
    const reply = await createAccount().send("POST", "/projects", fixture(name));
    expect({ status: reply.status, fields: fieldCodes(reply) }).toEqual({
      status: 201,
      fields: [],
    });
  },
);
