import { describe, expect, test } from "vitest";
import { reject, submit } from "../../../emulators/toloka/work/assignment-steps.ts";
import { type Account, createAccount } from "./account.ts";
import { manualPool, openManualPool, poolIn, take } from "./manual-pool.ts";

const DAY = 86_400;
const ANSWER = { solutions: [{ result: "boots" }] };

async function archive(account: Account, poolId: string): Promise<unknown> {
  const { status, body } = await account.send("POST", `/pools/${poolId}/archive`);
  return body.code ?? status;
}

async function statusAfter(account: Account, poolId: string, days: number): Promise<unknown> {
  await account.control.advance({ seconds: days * DAY });
  return (await account.send("GET", `/pools/${poolId}`)).body.status;
}

describe("a pool is not archived by hand", () => {
  test("while a Toloker works in it, nor before submitted work is reviewed", async () => {
    const account = createAccount();
    const poolId = await openManualPool(account, { auto_accept_solutions: false });
    const world = account.emulator.world();
    const [first, second] = [take(account, poolId, "a"), take(account, poolId, "b")];
    await account.send("POST", `/pools/${poolId}/close`);
    const working = await archive(account, poolId);
    submit(world, first, world.clock.now(), ANSWER);
    const submitted = await archive(account, poolId);
    await account.send("PATCH", `/assignments/${first.id}`, { status: "ACCEPTED" });
    const stillWorking = await archive(account, poolId);
    await account.control.advance({ seconds: 61 });
    expect([
      working,
      submitted,
      stillWorking,
      second.status,
      await archive(account, poolId),
    ]).toEqual([
      "THERE_IS_ACTIVE_ASSIGNMENT",
      "SUBMITTED_ASSIGNMENTS_CONFLICT",
      "THERE_IS_ACTIVE_ASSIGNMENT",
      "EXPIRED",
      202,
    ]);
  });

  test("for nine days after its last rejection", async () => {
    const account = createAccount();
    const poolId = await openManualPool(account, { auto_accept_solutions: false });
    const world = account.emulator.world();
    const assignment = take(account, poolId);
    submit(world, assignment, world.clock.now(), ANSWER);
    reject(world, assignment, world.clock.now(), "wrong");
    await account.send("POST", `/pools/${poolId}/close`);
    const fresh = await archive(account, poolId);
    await account.control.advance({ seconds: 9 * DAY - 5 });
    const almost = await archive(account, poolId);
    await account.control.advance({ seconds: 6 });
    expect([fresh, almost, await archive(account, poolId)]).toEqual([
      "THERE_IS_REJECTED_ASSIGNMENT",
      "THERE_IS_REJECTED_ASSIGNMENT",
      202,
    ]);
  });
});

describe("a pool that nobody touches is archived by itself", () => {
  test("after thirty days with general tasks, counted from the last change", async () => {
    const account = createAccount();
    const poolId = await account.filledPool();
    const first = await statusAfter(account, poolId, 29);
    await account.send("PATCH", `/pools/${poolId}`, { priority: 3 });
    const second = await statusAfter(account, poolId, 29);
    await account.send("POST", "/tasks", account.task(poolId));
    const third = await statusAfter(account, poolId, 29);
    expect([first, second, third, await statusAfter(account, poolId, 2)]).toEqual([
      "CLOSED",
      "CLOSED",
      "CLOSED",
      "ARCHIVED",
    ]);
  });

  test("after ninety days when it is empty or a copy made through the API", async () => {
    const account = createAccount();
    const empty = await account.pool(await account.project());
    const original = await account.filledPool();
    const { body } = await account.send("POST", `/pools/${original}/clone`);
    const copy = String(Object(body.details).pool_id);
    await account.send("POST", "/tasks", account.task(copy));
    const states = async (): Promise<unknown[]> =>
      Promise.all([empty, copy].map((id) => statusAfter(account, id, 0)));
    await account.control.advance({ seconds: 89 * DAY });
    const before = await states();
    await account.control.advance({ seconds: 2 * DAY });
    expect([before, await states()]).toEqual([
      ["CLOSED", "CLOSED"],
      ["ARCHIVED", "ARCHIVED"],
    ]);
  });

  test("not while it is open: the days count from its closing", async () => {
    const account = createAccount({ realNow: () => Date.parse("2030-01-01T00:00:00Z") });
    const poolId = await account.filledPool({ will_expire: "2030-03-01T00:00:00" });
    await account.send("POST", `/pools/${poolId}/open`);
    const open = await statusAfter(account, poolId, 45);
    const closed = await statusAfter(account, poolId, 40);
    expect([open, closed, await statusAfter(account, poolId, 5)]).toEqual([
      "OPEN",
      "CLOSED",
      "ARCHIVED",
    ]);
  });

  test("and submitted work keeps it as any change does, unless archiving is switched off", async () => {
    const account = createAccount();
    const poolId = await openManualPool(account);
    const world = account.emulator.world();
    await account.control.advance({ seconds: 20 * DAY });
    const assignment = take(account, poolId);
    await account.send("POST", `/pools/${poolId}/close`);
    await account.control.advance({ seconds: 30 });
    submit(world, assignment, world.clock.now(), ANSWER);
    const kept = poolIn(account, poolId).lastActive === assignment.submitted;
    await account.control.changeSettings({ autoArchive: false });
    const off = await statusAfter(account, poolId, 200);
    await account.control.changeSettings({ autoArchive: true });
    expect([kept, off, await statusAfter(account, poolId, 31)]).toEqual([
      true,
      "CLOSED",
      "ARCHIVED",
    ]);
  });
});

test("the log of an operation is kept for a month", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  const { body } = await account.send("POST", "/tasks?async_mode=true", [account.task(poolId)]);
  const log = async (): Promise<unknown> => {
    const reply = await account.send("GET", `/operations/${String(body.id)}/log`);
    return [reply.status, reply.body.code];
  };
  await account.control.advance({ seconds: 29 * DAY });
  const kept = await log();
  await account.control.advance({ seconds: 2 * DAY });
  expect([kept, await log()]).toEqual([
    [200, undefined],
    [409, "OPERATION_LOGS_ARCHIVED"],
  ]);
});

test("a pool of suites is idle as one of tasks is", async () => {
  const account = createAccount();
  const poolId = await manualPool(account);
  const suite = { pool_id: poolId, tasks: [{ input_values: { image: "www.a.b" } }], overlap: 1 };
  await account.send("POST", "/task-suites", suite);
  expect(await statusAfter(account, poolId, 31)).toBe("ARCHIVED");
});
