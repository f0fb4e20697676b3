import { expect, test } from "vitest";
import { isObject } from "../../../../emulators/toloka/json.ts";
import { fieldCodes } from "../account.ts";
import { all, field, poolWith, work } from "./field.ts";

const MANUAL = { auto_accept_solutions: false };

test("an answer shows its suite, tasks, solutions and moments as the wire has them", async () => {
  const account = await field();
  const { poolId, taskIds } = await poolWith(account, {}, 1);
  await account.control.plantTruth([
    {
      pool_id: poolId,
      input_values: { image: "https://example.com/0.jpg" },
      output_values: { result: "boots" },
    },
  ]);
  await work(account, poolId, { workers: 1, accuracy: 1 });
  const [assignment] = await all(account, `/assignments?pool_id=${poolId}`);
  const one = await account.send("GET", `/assignments/${String(assignment?.id)}`);
  expect(one.body).toEqual(assignment);
  const [suite] = await all(account, `/task-suites?pool_id=${poolId}`);
  expect(suite).toMatchObject({ mixed: true, remaining_overlap: 0 });
  const { submitted } = one.body;
  expect(one.body).toEqual({
    id: one.body.id,
    task_suite_id: suite?.id,
    pool_id: poolId,
    user_id: one.body.user_id,
    status: "ACCEPTED",
    reward: 0.02,
    tasks: [(await account.send("GET", `/tasks/${taskIds[0]}`)).body],
    solutions: [{ output_values: { result: "boots" } }],
    mixed: true,
    automerged: false,
    created: one.body.created,
    submitted,
    accepted: submitted,
    owner: { id: account.emulator.world().store.requesterId, myself: true },
  });
  expect(String(one.body.user_id)).toMatch(/^[0-9a-f]{32}$/);
  expect(String(one.body.id)).toMatch(/^[0-9a-f]{10}--[0-9a-f]{24}$/);
});

test("an answer names the bonuses that were paid for it, also after a snapshot", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 6);
  await work(account, poolId, { workers: 2 });
  const [first, second] = await all(account, `/assignments?pool_id=${poolId}`);
  const bonus = async (amount: number): Promise<unknown> => {
    const { id: assignment_id, user_id } = first ?? {};
    const body = { user_id, assignment_id, amount, without_message: true };
    return (await account.send("POST", "/user-bonuses", body)).body.id;
  };
  const ids = [await bonus(0.1), await bonus(0.2)];
  const shown = async (one: typeof first): Promise<unknown> =>
    (await account.send("GET", `/assignments/${String(one?.id)}`)).body.bonus_ids;
  const before = [await shown(first), await shown(second)];
  await account.control.loadSnapshot(await account.control.saveSnapshot());
  expect([before, [await shown(first), await shown(second)]]).toEqual([
    [ids, undefined],
    [ids, undefined],
  ]);
});

test("a list wants a pool, a suite or a task, and knows its filters", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 12, { overlap: 2 });
  await work(account, poolId, { workers: 4, skip_rate: 0.3, seed: 5 });
  const every = await all(account, `/assignments?pool_id=${poolId}`);
  const ids = async (query: string): Promise<unknown[]> =>
    (await all(account, `/assignments?${query}`)).map(({ id }) => id);
  const of = (wanted: (one: (typeof every)[number]) => boolean): unknown[] =>
    every.filter(wanted).map(({ id }) => id);
  const first = every[0] ?? {};
  const [task] = Array.isArray(first.tasks) ? first.tasks.filter(isObject) : [];
  const statuses = new Set(every.map(({ status }) => status));
  expect([...statuses].sort()).toEqual(["ACCEPTED", "SKIPPED"]);
  const has = (one: (typeof every)[number]): boolean =>
    Array.isArray(one.tasks) && one.tasks.some((each) => isObject(each) && each.id === task?.id);
  const { user_id: user, task_suite_id: suite, created } = first;
  expect([
    await ids(`pool_id=${poolId}&status=SKIPPED`),
    await ids(`pool_id=${poolId}&status=SKIPPED,ACCEPTED`),
    await ids(`pool_id=${poolId}&user_id=${String(user)}`),
    await ids(`task_suite_id=${String(suite)}`),
    await ids(`task_id=${String(task?.id)}`),
    await ids(`pool_id=${poolId}&created_gt=${String(created)}`),
    await ids(`pool_id=${poolId}&accepted_gte=2000-01-01`),
  ]).toEqual([
    of(({ status }) => status === "SKIPPED"),
    of(() => true),
    of(({ user_id }) => user_id === user),
    [first.id],
    of(has),
    of((one) => String(one.created) > String(created)),
    of(({ status }) => status === "ACCEPTED"),
  ]);
  const newest = await account.send(
    "GET",
    `/assignments?pool_id=${poolId}&sort=-submitted&limit=1`,
  );
  const last = every
    .map(({ submitted }) => String(submitted ?? ""))
    .sort()
    .at(-1);
  expect(newest.body.items).toMatchObject([{ submitted: last }]);
});

test.each([
  ["", ["pool_id: VALUE_REQUIRED"]],
  ["pool_id=1", ["pool_id: ENTITY_DOES_NOT_EXIST"]],
  ["pool_id=1&status=DONE&limit=301", ["limit", "pool_id", "status"]],
])("a list with the query '%s' is refused naming what is wrong", async (query, wrong) => {
  const reply = await (await field()).send("GET", `/assignments?${query}`);
  expect(reply.status).toBe(400);
  expect(fieldCodes(reply).map((code, index) => code.slice(0, wrong[index]?.length))).toEqual(
    wrong,
  );
});

test("work is accepted or rejected once, and rejected work accepted after all", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, MANUAL, 18);
  await work(account, poolId, { workers: 6, skip_rate: 0.3, seed: 3 });
  const submitted = await all(account, `/assignments?pool_id=${poolId}&status=SUBMITTED`);
  const skipped = await all(account, `/assignments?pool_id=${poolId}&status=SKIPPED`);
  const seen: unknown[] = [];
  const review = async (id: unknown, status: string, comment?: string): Promise<void> => {
    const body = { status, ...(comment === undefined ? {} : { public_comment: comment }) };
    const reply = await account.send("PATCH", `/assignments/${String(id)}`, body);
    const { payload, code, public_comment: words } = reply.body;
    seen.push([reply.status, reply.body.status ?? code, words ?? payload]);
  };
  const appropriate = (...statuses: string[]) => ({ appropriate_statuses: statuses });
  await review(submitted[0]?.id, "ACCEPTED", "Well done");
  await review(submitted[0]?.id, "ACCEPTED");
  await review(submitted[0]?.id, "REJECTED");
  await review(submitted[1]?.id, "REJECTED", "Blurred");
  await review(submitted[1]?.id, "REJECTED");
  await review(submitted[1]?.id, "ACCEPTED", "Sorry");
  await review(skipped[0]?.id, "ACCEPTED");
  expect(seen).toEqual([
    [200, "ACCEPTED", "Well done"],
    [409, "INAPPROPRIATE_STATUS", appropriate("SUBMITTED", "REJECTED")],
    [409, "INAPPROPRIATE_STATUS", appropriate("SUBMITTED")],
    [200, "REJECTED", "Blurred"],
    [409, "INAPPROPRIATE_STATUS", appropriate("SUBMITTED")],
    [200, "ACCEPTED", "Sorry"],
    [409, "INAPPROPRIATE_STATUS", appropriate("SUBMITTED", "REJECTED")],
  ]);
});

test("a review names every wrong field, and an unknown answer is not there", async () => {
  const account = await field();
  const wrong = await account.send("PATCH", "/assignments/none", {
    status: "SKIPPED",
    public_comment: "x".repeat(2049),
  });
  const missing = await account.send("PATCH", "/assignments/none", {
    status: "ACCEPTED",
    public_comment: "x".repeat(2048),
  });
  const absent = await account.send("GET", "/assignments/none");
  expect([fieldCodes(wrong), missing.status, absent.status]).toEqual([
    ["public_comment: STRING_LENGTH_GREATER_THAN_MAX", "status: UNKNOWN_ENUM_VALUE"],
    404,
    404,
  ]);
});

test("rejected work is not accepted any more without money, nor in an archived pool", async () => {
  const account = await field({ archiveAfterRejectionDays: 0, autoArchive: false });
  const { poolId } = await poolWith(account, MANUAL, 3);
  await work(account, poolId, { workers: 1 });
  const [one] = await all(account, `/assignments?pool_id=${poolId}`);
  const path = `/assignments/${String(one?.id)}`;
  const early = await account.send("POST", `/pools/${poolId}/archive`);
  await account.send("PATCH", path, { status: "REJECTED", public_comment: "no" });
  await account.control.setBalance(0.01);
  const poor = await account.send("PATCH", path, { status: "ACCEPTED" });
  await account.control.setBalance(10);
  await account.send("POST", `/pools/${poolId}/archive`);
  const late = await account.send("PATCH", path, { status: "ACCEPTED" });
  expect([early, poor, late].map(({ status, body }) => [status, body.code])).toEqual([
    [409, "SUBMITTED_ASSIGNMENTS_CONFLICT"],
    [409, "NOT_ENOUGH_BALANCE"],
    [409, "INAPPROPRIATE_STATUS"],
  ]);
});

test("a suite that is not handed in by its time expires and goes to somebody else", async () => {
  const account = await field();
  const pool = { assignment_max_duration_seconds: 60 };
  const { poolId } = await poolWith(account, pool, 3);
  await work(account, poolId, { workers: 1, expire_rate: 1 }, 30);
  const open = (await account.send("GET", `/assignments?pool_id=${poolId}`)).body.items;
  await account.control.placeCrowd({ workers: 1, seed: 9, start: true });
  await account.control.advance({ seconds: 600 });
  const moments = (await all(account, `/assignments?pool_id=${poolId}`)).map((one) => [
    one.status,
    one.expired === undefined
      ? undefined
      : Date.parse(`${String(one.expired)}Z`) - Date.parse(`${String(one.created)}Z`),
  ]);
  expect(open).toMatchObject([{ status: "ACTIVE" }]);
  expect(moments).toEqual([
    ["EXPIRED", 60_000],
    ["ACCEPTED", undefined],
  ]);
});
