import { expect, test } from "vitest";
import { all, field, poolWith, stateOf } from "../crowd/field.ts";
import { takeWork, visit } from "./visit.ts";

const boots = { result: "boots" };

test("a suite taken by hand is a real one: issued, priced, answered and paid like any Toloker's", async () => {
  const account = await field();
  const { poolId, taskIds } = await poolWith(account, {}, 3);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.advance({ seconds: 5 });
  const before = (await account.control.charges()).balance;
  const { id, tasks, work } = await takeWork(account, poolId);
  expect(work).toEqual({
    assignment_id: id,
    pool_id: poolId,
    user_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    status: "ACTIVE",
    training: false,
    reward: 0.02,
    created: "2030-01-01T00:00:05.000",
    deadline: "2030-01-01T00:10:05.000",
    tasks: expect.any(Array),
  });
  expect(tasks.map((task) => task.id).sort()).toEqual(taskIds.toSorted());
  const answered = await visit(account, "POST", `/work/${id}/submit`, {
    answers: [boots, { result: "other" }, boots],
  });
  expect(answered.body).toEqual({ kind: "taken", status: "ACCEPTED", reward: 0.02 });
  const [assignment] = await all(account, `/assignments?pool_id=${poolId}`);
  expect(assignment).toMatchObject({
    id,
    status: "ACCEPTED",
    solutions: [boots, { result: "other" }, boots].map((output_values) => ({ output_values })),
  });
  expect((await account.control.charges()).balance).toBe(before - 26_000);
  await account.control.advance({ seconds: 3600 });
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
});

test("wrong answers come back by task and field, and nothing is handed in", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 3);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.advance({ seconds: 5 });
  const { id } = await takeWork(account, poolId);
  const submit = (answers: object[]) => visit(account, "POST", `/work/${id}/submit`, { answers });
  const reply = await submit([{ result: "slippers" }, {}]);
  expect(reply.body).toEqual({
    kind: "wrong",
    errors: {
      "0.result": { code: "INVALID_VALUE", message: "Value is not allowed" },
      "1.result": {
        code: "VALUE_REQUIRED",
        message: "Value must be present and not equal to null",
      },
      "2": { code: "VALUE_REQUIRED", message: "Value must be present and not equal to null" },
    },
  });
  const tooMany = await submit([boots, boots, boots, boots]);
  expect(tooMany.body).toMatchObject({
    kind: "wrong",
    errors: { "3": { code: "VALUE_NOT_ALLOWED" } },
  });
  const [assignment] = await all(account, `/assignments?pool_id=${poolId}`);
  expect(assignment).toMatchObject({ id, status: "ACTIVE" });
});

test("work in hand comes back until it is given back, and its time ends by Toloka's clock", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 6);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.advance({ seconds: 5 });
  const first = await takeWork(account, poolId);
  expect((await takeWork(account, poolId)).id).toBe(first.id);
  expect((await visit(account, "POST", `/work/${first.id}/skip`)).body).toEqual({
    kind: "skipped",
  });
  const second = await takeWork(account, poolId);
  expect(second.id).not.toBe(first.id);
  await account.control.advance({ seconds: 601 });
  const late = await visit(account, "POST", `/work/${second.id}/submit`, { answers: [] });
  expect(late).toEqual({ status: 200, body: { kind: "gone", status: "EXPIRED" } });
  expect(await visit(account, "POST", `/pools/${poolId}/take`)).toMatchObject({
    body: { kind: "none", reason: "NOTHING_LEFT" },
  });
});

test("nobody else's work can be handed in or given back here", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 3);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.placeCrowd({ workers: 1, speed: 100, start: true });
  await account.control.advance({ seconds: 20 });
  const [assignment] = await all(account, `/assignments?pool_id=${poolId}`);
  expect(assignment?.status).toBe("ACTIVE");
  const reply = await visit(account, "POST", `/work/${String(assignment?.id)}/skip`);
  expect(reply).toEqual({ status: 404, body: { error: "no such work" } });
});

test("what the visitor does is written down beside the ledger", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 3);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.advance({ seconds: 5 });
  const { id } = await takeWork(account, poolId);
  await visit(account, "POST", `/work/${id}/skip`);
  const entries = (await account.control.outside()).map(({ action, details }) => [action, details]);
  expect(entries).toEqual([
    ["visitor-take", { assignment_id: id, pool_id: poolId }],
    ["visitor-skip", { assignment_id: id, status: "SKIPPED" }],
  ]);
});
