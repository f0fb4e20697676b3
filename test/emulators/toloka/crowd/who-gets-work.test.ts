import { expect, test } from "vitest";
import { isObject, type JsonObject } from "../../../../emulators/toloka/json.ts";
import { submit } from "../../../../emulators/toloka/work/assignment-steps.ts";
import type { Account } from "../account.ts";
import { take } from "../manual-pool.ts";
import { all, field, plainPool, poolWith, stateOf, taskOf, upload, work } from "./field.ts";

test("a Toloker holds no more suites of a project at once than it allows", async () => {
  const account = await field();
  const projectId = await account.project({ max_active_assignments_count: 2 });
  const pools: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const poolId = await account.pool(projectId, plainPool());
    await upload(
      account,
      Array.from({ length: 30 }, (_, index) => taskOf(poolId, index)),
    );
    await account.send("POST", `/pools/${poolId}/open`);
    pools.push(poolId);
  }
  const [one = "", two = ""] = pools;
  const first = take(account, one, "anna");
  take(account, two, "anna");
  expect(() => take(account, one, "anna")).toThrow("nothing to do");
  expect(take(account, one, "bert").userId).toBe("bert");
  const world = account.emulator.world();
  submit(world, first, world.clock.now(), { solutions: [{ result: "boots" }] });
  expect(take(account, two, "anna").userId).toBe("anna");
});

const TEN = { workers: 10, seed: 4, accuracy: [0.5, 1] as [number, number] };

/** Who worked in the pool, in order of their first suite, as places in the order of quality. */
async function placesOf(account: Account, poolId: string): Promise<number[]> {
  const { workers } = await account.control.crowd();
  const ranked = workers.toSorted((a, b) => b.accuracy - a.accuracy).map(({ id }) => id);
  const assignments = await all(account, `/assignments?pool_id=${poolId}`);
  const who = new Set(assignments.map(({ user_id: id }) => String(id)));
  return [...who].map((id) => ranked.indexOf(id) + 1);
}

test("the balance of speed and quality lets the best share of the Tolokers in", async () => {
  const account = await field();
  const balance = { type: "TOP_PERCENTAGE_BY_QUALITY", percent: 30 };
  const { poolId } = await poolWith(account, { speed_quality_balance: balance }, 90);
  await work(account, poolId, TEN);
  expect((await placesOf(account, poolId)).sort()).toEqual([1, 2, 3]);
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
});

test("or the best few, and the next ones once those have done all they can", async () => {
  const account = await field();
  const balance = { type: "BEST_CONCURRENT_USERS_BY_QUALITY", count: 2 };
  const pool = { speed_quality_balance: balance };
  const { poolId } = await poolWith(account, pool, 30, { overlap: 4 });
  await work(account, poolId, TEN);
  const places = await placesOf(account, poolId);
  expect([places.slice(0, 2).sort(), places.slice(2).sort()]).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
});

test("checkpoints give the first of every N tasks the overlap of the check", async () => {
  const account = await field();
  const task_distribution_function = {
    ...{ scope: "POOL", distribution: "UNIFORM", window_days: 7 },
    intervals: [{ frequency: 10 }],
  };
  const checkpoints_config = { real_settings: { target_overlap: 3, task_distribution_function } };
  const mixer_config = { real_tasks_count: 5, golden_tasks_count: 0, training_tasks_count: 0 };
  const { poolId } = await poolWith(
    account,
    { mixer_config, quality_control: { checkpoints_config } },
    100,
  );
  await work(account, poolId, { workers: 4 });
  const overlaps = (await all(account, `/tasks?pool_id=${poolId}`)).map(({ overlap }) => overlap);
  const raised = overlaps.filter((overlap) => overlap === 3).length;
  expect(overlaps.filter((overlap) => overlap !== 1 && overlap !== 3)).toEqual([]);
  expect(raised).toBeGreaterThanOrEqual(8);
  expect(raised).toBeLessThanOrEqual(20);
  const answered = await all(account, `/assignments?pool_id=${poolId}`);
  expect(answered.reduce((sum, one) => sum + tasksIn(one), 0)).toBe(100 + 2 * raised);
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
});

function tasksIn({ tasks }: JsonObject): number {
  return Array.isArray(tasks) ? tasks.filter(isObject).length : 0;
}
