import { describe, expect, test } from "vitest";
import { isObject, type JsonObject } from "../../../../emulators/toloka/json.ts";
import { createRandom } from "../../../../emulators/toloka/work/random.ts";
import { type Account, idOf } from "../account.ts";
import { all, field, plainPool, poolWith, stateOf, taskOf, upload, work } from "./field.ts";

const KNOWN = { known_solutions: [{ output_values: { result: "boots" } }], infinite_overlap: true };
const GOLDEN = { ...KNOWN, overlap: null };
const TRAINING = { ...GOLDEN, message_on_unknown_solution: "Those are boots" };

type Suite = { userId: string; ids: string[]; kinds: string };

/** Every suite that was handed out: to whom, and which tasks of which kind (g, c, t). */
async function suitesOf(account: Account, poolId: string, kinds: Map<string, string>) {
  const assignments = await all(account, `/assignments?pool_id=${poolId}`);
  return assignments.map(({ user_id: userId, tasks }): Suite => {
    const list: unknown[] = Array.isArray(tasks) ? tasks : [];
    const ids = list.filter(isObject).map(({ id }) => String(id));
    return { userId: String(userId), ids, kinds: ids.map((id) => kinds.get(id) ?? "?").join("") };
  });
}

async function mixedPool(account: Account, mixer: JsonObject, counts: [number, number, number]) {
  const bodies = [{}, GOLDEN, TRAINING];
  const kinds = counts.flatMap((count, kind) => new Array<number>(count).fill(kind));
  const { poolId, taskIds } = await poolWith(
    account,
    { mixer_config: mixer },
    kinds.length,
    (index) => ({ overlap: 2, ...bodies[kinds[index] ?? 0] }),
  );
  return {
    poolId,
    taskIds,
    kinds: new Map(taskIds.map((id, index) => [id, "gct"[kinds[index] ?? 0] ?? "?"])),
  };
}

test("whatever the mixer says, its suites say the same: counts, least counts, nobody twice", async () => {
  const random = createRandom(2030);
  for (let round = 0; round < 12; round += 1) {
    const account = await field({ seed: round });
    const [real, golden, training] = [1 + random.below(6), random.below(3), random.below(3)];
    const least = 1 + random.below(real);
    const mixer = {
      real_tasks_count: real,
      golden_tasks_count: golden,
      training_tasks_count: training,
      min_real_tasks_count: least,
      mix_tasks_in_creation_order: random.below(2) === 1,
      shuffle_tasks_in_task_suite: random.below(2) === 1,
    };
    const { poolId, taskIds, kinds } = await mixedPool(account, mixer, [40, 60, 60]);
    await work(account, poolId, { workers: 12, seed: round, skip_rate: 0.1 });
    const suites = await suitesOf(account, poolId, kinds);
    const short = suites.filter(({ kinds: made }) => made.split("g").length - 1 < least);
    for (const { kinds: made } of suites) {
      expect(made.split("c").length - 1).toBe(golden);
      expect(made.split("t").length - 1).toBe(training);
      expect(made.split("g").length - 1).toBeLessThanOrEqual(real);
      if (!mixer.shuffle_tasks_in_task_suite) expect(made).toMatch(/^g+c*t*$/);
    }
    expect(short.length).toBeLessThanOrEqual(12);
    const had = suites.flatMap(({ userId, ids }) => ids.map((id) => `${userId} ${id}`));
    expect(new Set(had).size).toBe(had.length);
    const submitted = await all(account, `/assignments?pool_id=${poolId}&status=ACCEPTED`);
    const given = submitted.flatMap(({ tasks }) => (Array.isArray(tasks) ? tasks : []));
    const times = (wanted: string): number =>
      given.filter((task) => isObject(task) && task.id === wanted).length;
    const general = taskIds.filter((id) => kinds.get(id) === "g");
    expect(general.map(times)).toEqual(general.map(() => 2));
    expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
  }
});

test("in order of creation the first Toloker gets the first tasks, at random the seed decides", async () => {
  const firsts: unknown[] = [];
  for (const [inOrder, seed] of [
    [true, 1],
    [false, 1],
    [false, 1],
    [false, 2],
  ] as const) {
    const account = await field();
    const mixer = {
      ...{ real_tasks_count: 4, golden_tasks_count: 0, training_tasks_count: 0 },
      mix_tasks_in_creation_order: inOrder,
      shuffle_tasks_in_task_suite: false,
    };
    const { poolId, taskIds, kinds } = await mixedPool(account, mixer, [40, 0, 0]);
    await work(account, poolId, { workers: 1, seed });
    const [first] = await suitesOf(account, poolId, kinds);
    firsts.push(first?.ids.map((id) => taskIds.indexOf(id)));
  }
  expect(firsts[0]).toEqual([0, 1, 2, 3]);
  expect(firsts[1]).toEqual(firsts[2]);
  expect(firsts[1]).not.toEqual(firsts[3]);
});

test("the rest of a pool goes out in an incomplete suite, or stays when that is switched off", async () => {
  const seen: unknown[] = [];
  for (const force of [true, false]) {
    const account = await field();
    const mixer_config = {
      ...{ real_tasks_count: 3, golden_tasks_count: 0, training_tasks_count: 0 },
      force_last_assignment: force,
    };
    const { poolId } = await poolWith(account, { mixer_config }, 8);
    await work(account, poolId, { workers: 2 });
    const assignments = await all(account, `/assignments?pool_id=${poolId}`);
    const sizes = assignments.map(({ tasks }) => (Array.isArray(tasks) ? tasks.length : 0));
    seen.push([sizes, await stateOf(account, poolId)]);
  }
  expect(seen).toEqual([
    [
      [3, 3, 2],
      ["CLOSED", "COMPLETED"],
    ],
    [
      [3, 3],
      ["CLOSED", "COMPLETED"],
    ],
  ]);
});

test("control tasks cap what one Toloker can do, and run out when their overlap is finite", async () => {
  const mixer_config = { real_tasks_count: 2, golden_tasks_count: 1, training_tasks_count: 0 };
  const seen: unknown[] = [];
  for (const control of [GOLDEN, { ...KNOWN, infinite_overlap: false, overlap: 1 }]) {
    const account = await field();
    const { poolId } = await poolWith(account, { mixer_config }, 23, (index) =>
      index < 3 ? control : {},
    );
    await work(account, poolId, { workers: 2 });
    const done = (await all(account, `/assignments?pool_id=${poolId}`)).length;
    seen.push([done, await stateOf(account, poolId)]);
  }
  expect(seen).toEqual([
    [6, ["OPEN", undefined]],
    [3, ["OPEN", undefined]],
  ]);
});

test("a distribution function takes places of general tasks: the first of every N", async () => {
  const account = await field();
  const distribution = {
    ...{ scope: "POOL", distribution: "UNIFORM", window_days: 7 },
    intervals: [{ frequency: 5 }],
  };
  const mixer = {
    ...{ real_tasks_count: 5, golden_tasks_count: 0, training_tasks_count: 0 },
    golden_task_distribution_function: distribution,
  };
  const { poolId, kinds } = await mixedPool(account, mixer, [40, 40, 0]);
  await work(account, poolId, { workers: 1 });
  const suites = await suitesOf(account, poolId, kinds);
  const made = suites.map(({ kinds: all }) => [...all].sort().join(""));
  expect(made.slice(0, 9)).toEqual(new Array(9).fill("cgggg"));
});

describe("suites made by hand", () => {
  async function manualPool(account: Account, pool: JsonObject, suites: readonly JsonObject[]) {
    const body = plainPool({ mixer_config: null, ...pool });
    const poolId = await account.pool(await account.project(), body);
    const made = suites.map((suite, index) => {
      const { input_values } = taskOf(poolId, index);
      return { pool_id: poolId, overlap: 1, tasks: [{ input_values }], ...suite };
    });
    for (const suite of made) idOf(await account.send("POST", "/task-suites", suite));
    return poolId;
  }

  test("go out by their order when the pool says so, each to different Tolokers", async () => {
    const account = await field();
    const pool = { assignments_issuing_config: { issue_task_suites_in_creation_order: true } };
    const suites = [{ overlap: 2 }, {}, { issuing_order_override: 5 }];
    const poolId = await manualPool(account, pool, suites);
    await work(account, poolId, { workers: 2, speed: 60 });
    const ids = (await all(account, `/task-suites?pool_id=${poolId}`)).map(({ id }) => id);
    const assignments = await all(account, `/assignments?pool_id=${poolId}`);
    const order = assignments.map(({ task_suite_id: id }) => ids.indexOf(id));
    expect(order.slice(0, 2)).toEqual([2, 0]);
    expect([...order].sort()).toEqual([0, 0, 1, 2]);
    const pairs = assignments.map(({ user_id: who, task_suite_id: id }) => `${who} ${id}`);
    expect(new Set(pairs).size).toBe(4);
    expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
  });

  test("are kept for some Tolokers and from others", async () => {
    const account = await field();
    const { workers } = await account.control.placeCrowd({ workers: 3 });
    const [one, two, three] = workers.map(({ id }) => id);
    const poolId = await manualPool(account, {}, [
      { overlap: 3, reserved_for: [one, two] },
      { overlap: 3, unavailable_for: [one, two] },
    ]);
    await work(account, poolId, { workers: 3 });
    const assignments = await all(account, `/assignments?pool_id=${poolId}`);
    expect(assignments.map(({ user_id: who }) => who).sort()).toEqual([one, two, three].sort());
  });
});

test("general tasks of endless overlap go to every Toloker once and keep the pool open", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 0);
  await upload(
    account,
    [1, 2, 3].map((n) => taskOf(poolId, n, { overlap: null, infinite_overlap: true })),
  );
  await work(account, poolId, { workers: 4 });
  const assignments = await all(account, `/assignments?pool_id=${poolId}`);
  expect(new Set(assignments.map(({ user_id: who }) => who)).size).toBe(4);
  expect([assignments.length, await stateOf(account, poolId)]).toEqual([4, ["OPEN", undefined]]);
});
