import { describe, expect, test } from "vitest";
import type { ChargesState } from "../../../../emulators/toloka/crowd/control-schemas.ts";
import { isObject, type JsonObject } from "../../../../emulators/toloka/json.ts";
import { createRandom } from "../../../../emulators/toloka/work/random.ts";
import type { Account } from "../account.ts";
import { all, field, plainPool, poolWith, stateOf, taskOf, upload, work } from "./field.ts";

const DOLLAR = 1_000_000;

async function balanceOf(account: Account): Promise<number> {
  return Number((await account.send("GET", "/requester")).body.balance);
}

/** The book read line by line: what should be in the account and what is. */
function read(book: ChargesState) {
  let [balance, reserved, spent] = [book.opening, 0, 0];
  const held = new Map<unknown, number>();
  for (const line of book.charges) {
    const total = line.payment + line.fee;
    const id = line.assignment_id;
    if (line.kind === "DEPOSIT") balance += total;
    else if (line.kind === "RESERVE") held.set(id, total);
    else if (line.kind === "RELEASE" || line.kind === "PAYMENT_FROM_RESERVE") {
      expect([id, held.get(id)]).toEqual([id, total]);
      held.delete(id);
    }
    if (["PAYMENT", "BONUS", "RESERVE"].includes(line.kind)) balance -= total;
    if (line.kind === "RELEASE") balance += total;
    if (["PAYMENT", "BONUS", "PAYMENT_FROM_RESERVE"].includes(line.kind)) spent += total;
    reserved = [...held.values()].reduce((sum, one) => sum + one, 0);
    expect([line.seq, line.balance, line.reserved]).toEqual([line.seq, balance, reserved]);
  }
  return { balance, reserved, spent };
}

test("with auto acceptance each suite costs its reward and the fee, when it is done", async () => {
  const account = await field({ balance: 10 });
  const { poolId } = await poolWith(account, {}, 3, { overlap: 2 });
  await work(account, poolId, { workers: 2 });
  const { charges, ...sums } = await account.control.charges();
  expect(charges.map(({ kind, payment, fee }) => [kind, payment, fee])).toEqual([
    ["PAYMENT", 20_000, 6_000],
    ["PAYMENT", 20_000, 6_000],
  ]);
  expect(sums).toEqual({
    opening: 10 * DOLLAR,
    balance: 10 * DOLLAR - 52_000,
    reserved: 0,
    spent: 52_000,
    promised: 0,
  });
  expect(await balanceOf(account)).toBe(9.948);
});

test("a small reward pays the least fee, an unpaid pool pays nothing", async () => {
  const account = await field({ balance: 10 });
  const known = { known_solutions: [{ output_values: { result: "boots" } }] };
  const mixer = { real_tasks_count: 0, golden_tasks_count: 1, training_tasks_count: 0 };
  const free = { reward_per_assignment: 0, mixer_config: mixer };
  for (const [pool, task] of [
    [{ reward_per_assignment: 0.005 }, {}],
    [free, known],
  ] as const) {
    const { poolId } = await poolWith(account, pool, 1, task);
    await work(account, poolId, { workers: 1 });
    expect(await all(account, `/assignments?pool_id=${poolId}&status=ACCEPTED`)).toHaveLength(1);
  }
  const { charges } = await account.control.charges();
  expect(charges.map(({ payment, fee }) => [payment, fee])).toEqual([[5_000, 5_000]]);
});

test("with manual review money is reserved, then paid or given back", async () => {
  const account = await field({ balance: 10 });
  const { poolId } = await poolWith(account, { auto_accept_solutions: false }, 9, { overlap: 1 });
  await work(account, poolId, { workers: 3 });
  expect(await balanceOf(account)).toBe(10 - 3 * 0.026);
  const [first, second] = await all(account, `/assignments?pool_id=${poolId}&status=SUBMITTED`);
  const review = async (id: unknown, status: string): Promise<void> => {
    const body = { status, public_comment: "seen" };
    await account.send("PATCH", `/assignments/${String(id)}`, body);
  };
  await review(first?.id, "ACCEPTED");
  await review(second?.id, "REJECTED");
  expect(await balanceOf(account)).toBe(10 - 2 * 0.026);
  await review(second?.id, "ACCEPTED");
  const { charges, ...sums } = await account.control.charges();
  expect(charges.slice(3).map(({ kind }) => kind)).toEqual([
    "PAYMENT_FROM_RESERVE",
    "RELEASE",
    "PAYMENT",
  ]);
  expect(sums).toMatchObject({ balance: 10 * DOLLAR - 78_000, reserved: 26_000, spent: 52_000 });
});

test("work that nobody reviews is accepted after the pool's days, not before", async () => {
  const account = await field();
  const pool = { auto_accept_solutions: false, auto_accept_period_day: 3 };
  const { poolId } = await poolWith(account, pool, 3);
  await work(account, poolId, { workers: 1 }, 2 * 86_400);
  const statuses = async (): Promise<unknown[]> =>
    (await all(account, `/assignments?pool_id=${poolId}`)).map(({ status }) => status);
  const before = await statuses();
  await account.control.advance({ seconds: 2 * 86_400 });
  expect([before, await statuses()]).toEqual([["SUBMITTED"], ["ACCEPTED"]]);
});

test("dynamic pricing is fixed by the Toloker's skill when the suite is handed out", async () => {
  const account = await field();
  const skill = await account.send("POST", "/skills", { name: "shoes" });
  const skillId = String(skill.body.id);
  const pricing = {
    ...{ type: "SKILL", skill_id: skillId },
    intervals: [
      { from: 50, to: 79, reward_per_assignment: 0.03 },
      { from: 80, reward_per_assignment: 0.05 },
    ],
  };
  const { poolId } = await poolWith(account, { dynamic_pricing_config: pricing }, 3, {
    overlap: 3,
  });
  const { workers } = await account.control.placeCrowd({ workers: 3, speed: 60 });
  const values = [90, 60];
  for (const [index, value] of values.entries()) {
    const body = { user_id: workers[index]?.id, skill_id: skillId, value };
    await account.send("PUT", "/user-skills", body);
  }
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.startCrowd();
  await account.control.advance({ seconds: 10 });
  await account.send("PUT", "/user-skills", {
    ...{ user_id: workers[2]?.id, skill_id: skillId, value: 90 },
  });
  await account.control.advance({ seconds: 3600 });
  const rewards = new Map(
    (await all(account, `/assignments?pool_id=${poolId}`)).map((one) => [one.user_id, one.reward]),
  );
  expect(workers.map(({ id }) => rewards.get(id))).toEqual([0.05, 0.03, 0.02]);
});

test("a pool closes when the balance does not cover its next suite; nothing is overdrawn", async () => {
  const account = await field({ balance: 0.1 });
  const { poolId } = await poolWith(account, {}, 30);
  await work(account, poolId, { workers: 10 });
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "NOT_ENOUGH_BALANCE"]);
  expect(await balanceOf(account)).toBe(0.022);
  await account.control.setBalance(5);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.advance({ seconds: 3600 });
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
  expect((await account.control.charges()).charges.map(({ kind }) => kind)).toEqual([
    ...["PAYMENT", "PAYMENT", "PAYMENT", "DEPOSIT"],
    ...new Array<string>(7).fill("PAYMENT"),
  ]);
});

test("a pool closes at its limit of assignments", async () => {
  const account = await field({ maxAssignmentsPerPool: 4 });
  const { poolId } = await poolWith(account, {}, 30);
  await work(account, poolId, { workers: 2 });
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "ASSIGNMENTS_LIMIT_EXCEEDED"]);
  expect(await all(account, `/assignments?pool_id=${poolId}`)).toHaveLength(4);
});

describe("after ten thousand steps at random", () => {
  test("the money adds up to the micro-dollar, and no pool is open after its time", async () => {
    const account = await field({ balance: 40 });
    const random = createRandom(10_000);
    const projectId = await account.project();
    const pools: { id: string; ends: number }[] = [];
    const pick = <T>(list: readonly T[]): T | undefined => list[random.below(list.length)];
    await account.control.placeCrowd({
      ...{ workers: 15, seed: 3, skip_rate: 0.1, expire_rate: 0.05, speed: [5, 90], start: true },
    });
    const { clock } = account.emulator.world();

    async function makePool(): Promise<void> {
      const ends = clock.now() + (1 + random.below(48)) * 3_600_000;
      const id = await account.pool(
        projectId,
        plainPool({
          will_expire: new Date(ends).toISOString(),
          auto_accept_solutions: random.below(2) === 0,
          auto_accept_period_day: 1,
          reward_per_assignment: (1 + random.below(9)) / 100,
        }),
      );
      pools.push({ id, ends });
    }

    async function step(): Promise<void> {
      const pool = pick(pools.slice(-6));
      const what = random.below(100);
      if (pools.length === 0 || (what < 1 && pools.length < 60)) await makePool();
      else if (what < 20) {
        const tasks = [1, 2, 3].map((n) =>
          taskOf(pool?.id ?? "", random.below(1e9) + n, { overlap: 1 + random.below(3) }),
        );
        await upload(account, tasks);
      } else if (what < 45) {
        const action = pick(["open", "open", "open", "close", "close-for-update"]);
        await account.send("POST", `/pools/${pool?.id}/${action}`);
      } else if (what < 75) {
        const assignment = pick(
          [...account.emulator.world().store.assignments.values()].slice(-40),
        );
        const body = { status: pick(["ACCEPTED", "REJECTED"]), public_comment: "seen" };
        if (assignment) await account.send("PATCH", `/assignments/${assignment.id}`, body);
      } else if (what < 78) {
        await bonus(account, random.below(50));
      } else if (what < 79) await account.control.setBalance(random.below(40));
      else clock.advance(random.below(600_000));
    }

    for (let count = 0; count < 10_000; count += 1) {
      await step();
      const { pools: known } = account.emulator.world().store;
      for (const { id, ends } of pools) {
        if (clock.now() >= ends) expect([id, known.get(id)?.status]).not.toEqual([id, "OPEN"]);
      }
    }
    const book = await account.control.charges();
    const { balance, reserved, spent } = book;
    expect(read(book)).toEqual({ balance, reserved, spent });
    expect(new Set(book.charges.map(({ kind }) => kind)).size).toBe(6);
    expect(book.charges.length).toBeGreaterThan(500);
    expect(await balanceOf(account)).toBe(balance / DOLLAR);
    const active = account.emulator.world().store.assignments;
    const promised = [...active.values()]
      .filter(({ status }) => status === "ACTIVE")
      .reduce((sum, { reward, fee }) => sum + reward + fee, 0);
    expect(book.promised).toBe(promised);
  }, 60_000);
});

async function bonus(account: Account, cents: number): Promise<void> {
  const toloker = [...account.emulator.world().store.tolokers.keys()][0];
  const body: JsonObject = { user_id: toloker, amount: 0.01 + cents / 100, without_message: true };
  const reply = await account.send("POST", "/user-bonuses", body);
  if (![201, 409].includes(reply.status) || !isObject(reply.body)) throw new Error(reply.text);
}
