import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { isObject, type JsonObject } from "../../../../emulators/toloka/json.ts";
import { createAccount } from "../account.ts";
import { all, field, plainPool, poolWith, stateOf, taskOf, upload, work } from "./field.ts";

const SHOES = ["sneakers", "boots", "other"];
const CROWD = { workers: 30, seed: 7, accuracy: [0.6, 0.9] as [number, number] };

const truthOf = (index: number): JsonObject => ({ result: SHOES[index % SHOES.length] });

test("a thousand tasks with overlap 3 are done by 30 Tolokers on a scaled clock", async () => {
  const account = createAccount({ balance: 100_000 });
  const { poolId, taskIds } = await poolWith(account, {}, 1000, { overlap: 3 });
  await account.control.plantTruth(
    taskIds.map((task_id, index) => ({ task_id, output_values: truthOf(index) })),
  );
  await account.control.run(20_000);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.placeCrowd({ ...CROWD, start: true });
  while ((await stateOf(account, poolId))[0] === "OPEN") await sleep(20);
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);

  const answers = new Map<string, string[]>();
  for (const assignment of await all(account, `/assignments?pool_id=${poolId}`)) {
    expect(assignment.status).toBe("ACCEPTED");
    for (const [taskId, result] of answersIn(assignment)) {
      answers.set(taskId, [...(answers.get(taskId) ?? []), result]);
    }
  }
  expect(taskIds.map((id) => answers.get(id)?.length)).toEqual(taskIds.map(() => 3));
}, 60_000);

test.each([1, 2, 3, 4, 7])("aggregated answers beat single ones, crowd %i", async (seed) => {
  const account = await field();
  const { poolId, taskIds } = await poolWith(account, {}, 1000, { overlap: 3 });
  const right = taskIds.map((_, index) => String(truthOf(index).result));
  await account.control.plantTruth(
    taskIds.map((task_id, index) => ({ task_id, output_values: truthOf(index) })),
  );
  await work(account, poolId, { ...CROWD, seed });
  const singles = new Map<string, string>();
  for (const assignment of await all(account, `/assignments?pool_id=${poolId}`)) {
    for (const [taskId, result] of answersIn(assignment)) {
      if (!singles.has(taskId)) singles.set(taskId, result);
    }
  }
  const aggregated = await aggregate(account, poolId);
  const hits = (found: Map<string, string>): number =>
    taskIds.filter((id, index) => found.get(id) === right[index]).length;
  expect([singles.size, aggregated.size]).toEqual([1000, 1000]);
  // The crowd's accuracy is 0.6 to 0.9: neither noise nor certainty.
  expect(hits(singles)).toBeGreaterThan(650);
  expect(hits(singles)).toBeLessThan(850);
  expect(hits(aggregated)).toBeGreaterThan(hits(singles));
});

test("the same seed gives the same book, another one another", async () => {
  const books: unknown[] = [];
  for (const seed of [7, 7, 8]) {
    const account = await field();
    const crowd = { ...CROWD, seed, skip_rate: 0.05, expire_rate: 0.05 };
    const { poolId } = await poolWith(account, {}, 200, { overlap: 3 });
    await work(account, poolId, crowd);
    expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
    books.push((await account.control.charges()).charges);
  }
  expect(books[1]).toEqual(books[0]);
  expect(books[2]).not.toEqual(books[0]);
});

test("one jump of the clock and many small ones give the same book", async () => {
  const books: unknown[] = [];
  for (const steps of [1, 500]) {
    const account = await field();
    const { poolId } = await poolWith(account, {}, 60, { overlap: 3 });
    await work(account, poolId, CROWD, 0);
    for (let step = 0; step < steps; step += 1) {
      // Looking at the account changes nothing.
      await account.send("GET", `/pools/${poolId}`);
      await account.emulator.fetch("http://toloka.test/_control/state");
      account.emulator.world().clock.advance(10_000_000 / steps);
    }
    books.push((await account.control.charges()).charges);
  }
  expect(books[1]).toEqual(books[0]);
});

test("a stopped crowd finishes what it has in hand and takes no more, until it goes on", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 30, { overlap: 1 });
  await work(account, poolId, { workers: 3, speed: 60 }, 60);
  await account.control.stopCrowd();
  await account.control.advance({ seconds: 3600 });
  const statuses = (await all(account, `/assignments?pool_id=${poolId}`)).map(
    ({ status }) => status,
  );
  expect(statuses).toEqual(["ACCEPTED", "ACCEPTED", "ACCEPTED"]);
  await account.control.startCrowd();
  await account.control.advance({ seconds: 3600 });
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
});

test("a crowd that is stopped before it looked takes nothing", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 3);
  await work(account, poolId, { workers: 3 }, 0);
  await account.control.stopCrowd();
  await account.control.advance({ seconds: 3600 });
  expect(await all(account, `/assignments?pool_id=${poolId}`)).toEqual([]);
});

test("tasks that come later, and a pool that opens later, find the crowd awake", async () => {
  const account = await field();
  const poolId = await account.pool(
    await account.project(),
    plainPool({ auto_close_after_complete_delay_seconds: 7200 }),
  );
  await account.control.placeCrowd({ workers: 5, start: true });
  await upload(account, [taskOf(poolId, 1), taskOf(poolId, 2), taskOf(poolId, 3)]);
  await account.send("POST", `/pools/${poolId}/open`);
  const { clock } = account.emulator.world();
  // By the clock itself: a request of the control API would wake the crowd too.
  clock.advance(3_600_000);
  await upload(account, [taskOf(poolId, 4), taskOf(poolId, 5), taskOf(poolId, 6)]);
  clock.advance(3_600_000);
  const sizes = (await all(account, `/assignments?pool_id=${poolId}`)).map(({ tasks }) =>
    Array.isArray(tasks) ? tasks.length : 0,
  );
  expect([sizes, await stateOf(account, poolId)]).toEqual([
    [3, 3],
    ["OPEN", undefined],
  ]);
  await account.control.advance({ seconds: 7200 });
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
});

test("a crowd goes on from a snapshot as it would have gone on", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, { auto_accept_solutions: false }, 600, { overlap: 2 });
  await work(account, poolId, CROWD, 60);
  const { workers } = await account.control.crowd();
  expect(workers.filter(({ active }) => active === 1).length).toBeGreaterThan(20);
  const saved = await account.control.saveSnapshot();
  const finish = async (): Promise<unknown> => {
    await account.control.advance({ seconds: 30 * 86_400 });
    return account.control.charges();
  };
  const first = await finish();
  await account.control.loadSnapshot(saved);
  expect(await finish()).toEqual(first);
});

function answersIn(assignment: JsonObject): [string, string][] {
  const { tasks, solutions } = assignment;
  if (!Array.isArray(tasks) || !Array.isArray(solutions)) return [];
  return tasks.map((task, index) => {
    const values: unknown = solutions[index];
    const output = isObject(values) && isObject(values.output_values) ? values.output_values : {};
    return [isObject(task) ? String(task.id) : "", String(output.result)];
  });
}

async function aggregate(
  account: ReturnType<typeof createAccount>,
  poolId: string,
): Promise<Map<string, string>> {
  const operation = await account.send("POST", "/aggregated-solutions/aggregate-by-pool", {
    type: "DAWID_SKENE",
    pool_id: poolId,
    fields: [{ name: "result" }],
  });
  const found = new Map<string, string>();
  for (let after = ""; ; ) {
    const path = `/aggregated-solutions/${String(operation.body.id)}?limit=300&sort=task_id`;
    const page = await account.send("GET", `${path}&task_id_gt=${after}`);
    const items = Array.isArray(page.body.items) ? page.body.items.filter(isObject) : [];
    for (const { task_id: id, output_values: values } of items) {
      found.set(String(id), isObject(values) ? String(values.result) : "");
    }
    if (page.body.has_more !== true) return found;
    after = String(items.at(-1)?.task_id);
  }
}
