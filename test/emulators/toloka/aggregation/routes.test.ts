import { expect, test } from "vitest";
import { isObject, type JsonObject } from "../../../../emulators/toloka/json.ts";
import { type Account, fieldCodes } from "../account.ts";
import { all, field, poolWith, work } from "../crowd/field.ts";

const BY_POOL = "/aggregated-solutions/aggregate-by-pool";
const BY_TASK = "/aggregated-solutions/aggregate-by-task";

async function answered(changes: JsonObject = {}) {
  const account = await field();
  const made = await poolWith(account, changes, 6, { overlap: 3 });
  await work(account, made.poolId, { workers: 3, accuracy: 0.8 });
  const skill = await account.send("POST", "/skills", { name: "quality" });
  return { account, ...made, skillId: String(skill.body.id) };
}

const dawidSkene = (poolId: string): JsonObject => ({
  ...{ type: "DAWID_SKENE", pool_id: Number(poolId), fields: [{ name: "result" }] },
});

const weighted = (poolId: string, skillId: string): JsonObject => ({
  ...{ type: "WEIGHTED_DYNAMIC_OVERLAP", pool_id: poolId, fields: [{ name: "result" }] },
  answer_weight_skill_id: skillId,
});

async function code(account: Account, method: string, path: string, body?: JsonObject) {
  const reply = await account.send(method, path, body);
  return [reply.status, reply.body.code];
}

test("a pool is aggregated by an operation that says what it does, in both algorithms", async () => {
  const { account, poolId, skillId, taskIds } = await answered();
  const projectId = (await account.send("GET", `/pools/${poolId}`)).body.project_id;
  const common = {
    pool_id: poolId,
    pool_name: "Shoes pool 1",
    project_id: projectId,
    requester_id: account.emulator.world().store.requesterId,
  };
  for (const [body, parameters] of [
    [
      dawidSkene(poolId),
      {
        ...common,
        algorithm: "DAWID_SKENE",
        input_fields: ["image"],
        aggregated_output_fields: ["result"],
        missing_output_fields: [],
      },
    ],
    [
      weighted(poolId, skillId),
      {
        ...common,
        algorithm: "WEIGHTED_DYNAMIC_OVERLAP",
        aggregated_fields: [{ name: "result" }],
        answer_weight_skill_id: Number(skillId),
      },
    ],
  ] as const) {
    const reply = await account.send("POST", BY_POOL, body);
    expect(reply.status).toBe(202);
    expect(reply.body).toMatchObject({
      ...{ type: "SOLUTION.AGGREGATE", status: "SUCCESS", parameters, details: {} },
    });
    const path = `/aggregated-solutions/${String(reply.body.id)}?sort=task_id&limit=4`;
    const first = await account.send("GET", path);
    const items = Array.isArray(first.body.items) ? first.body.items.filter(isObject) : [];
    const rest = await account.send("GET", `${path}&task_id_gt=${String(items[3]?.task_id)}`);
    const others = Array.isArray(rest.body.items) ? rest.body.items.filter(isObject) : [];
    expect([first.body.has_more, rest.body.has_more]).toEqual([true, false]);
    expect([...items, ...others].map(({ task_id: id }) => id)).toEqual(taskIds);
    for (const item of items) {
      expect(Object.keys(item)).toEqual(["pool_id", "task_id", "confidence", "output_values"]);
      expect(Number(item.confidence)).toBeGreaterThan(0.25);
      expect(Number(item.confidence)).toBeLessThanOrEqual(1);
    }
  }
});

test("one task is aggregated at once; with what status, a switch says", async () => {
  const { account, poolId, skillId, taskIds } = await answered();
  const body = { ...weighted(poolId, skillId), task_id: taskIds[0] };
  const first = await account.send("POST", BY_TASK, body);
  await account.control.changeSettings({ aggregateByTaskStatus: 200 });
  const second = await account.send("POST", BY_TASK, body);
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(first.body).toMatchObject({ pool_id: poolId, task_id: taskIds[0] });
  const pool = await account.send("POST", BY_POOL, weighted(poolId, skillId));
  const results = await account.send("GET", `/aggregated-solutions/${String(pool.body.id)}`);
  expect(results.body.items).toContainEqual(first.body);
});

test("aggregation is refused without accepted answers, with one answer a task, or by task alone", async () => {
  const manual = await answered({ auto_accept_solutions: false });
  const single = await answered();
  const { poolId } = await poolWith(single.account, {}, 3);
  await work(single.account, poolId, { workers: 1 });
  const byTask = { ...dawidSkene(single.poolId), task_id: single.taskIds[0] };
  expect([
    await code(manual.account, "POST", BY_POOL, dawidSkene(manual.poolId)),
    await code(single.account, "POST", BY_POOL, dawidSkene(poolId)),
    await code(single.account, "POST", BY_TASK, byTask),
  ]).toEqual([
    [409, "ASSIGNMENTS_AGGREGATION_DENIED"],
    [409, "ASSIGNMENTS_AGGREGATION_DENIED"],
    [409, "UNSUPPORTED_ALGORITHM"],
  ]);
});

test("results are those of a finished aggregation of the last month", async () => {
  const { account, poolId } = await answered();
  const clone = await account.send("POST", `/pools/${poolId}/clone`);
  await account.control.changeSettings({ operationDelayMs: 60_000 });
  const operation = await account.send("POST", BY_POOL, dawidSkene(poolId));
  const path = `/aggregated-solutions/${String(operation.body.id)}`;
  const early = await code(account, "GET", path);
  await account.control.advance({ seconds: 60 });
  const ready = await code(account, "GET", path);
  await account.control.advance({ seconds: 31 * 86_400 });
  expect([
    early,
    ready,
    await code(account, "GET", path),
    await code(account, "GET", `/aggregated-solutions/${String(clone.body.id)}`),
    await code(account, "GET", "/aggregated-solutions/none"),
  ]).toEqual([
    [409, "CONFLICT_STATE"],
    [200, undefined],
    [409, "RESULTS_EXPIRED"],
    [409, "INVALID_OPERATION_TYPE"],
    [404, "DOES_NOT_EXIST"],
  ]);
});

test("a request for aggregation names every wrong field", async () => {
  const { account, poolId } = await answered();
  const codes = async (path: string, body: JsonObject): Promise<string[]> =>
    fieldCodes(await account.send("POST", path, body));
  expect([
    await codes(BY_POOL, {}),
    await codes(BY_POOL, { ...dawidSkene(poolId), fields: [{ name: "a" }, { name: "b" }] }),
    await codes(BY_TASK, { ...weighted("1", "2"), task_id: "x" }),
  ]).toEqual([
    ["fields: VALUE_REQUIRED", "pool_id: VALUE_REQUIRED", "type: VALUE_REQUIRED"],
    ["fields: ARRAY_SIZE_GREATER_THAN_MAX"],
    [
      "answer_weight_skill_id: ENTITY_DOES_NOT_EXIST",
      "pool_id: ENTITY_DOES_NOT_EXIST",
      "task_id: ENTITY_DOES_NOT_EXIST",
    ],
  ]);
});

test("dynamic overlap asks for more answers until they are certain, at most to its maximum", async () => {
  const account = await field();
  const skill = await account.send("POST", "/skills", { name: "quality" });
  const skillId = String(skill.body.id);
  const dynamic = {
    ...{ type: "BASIC", max_overlap: 5, min_confidence: 0.9 },
    ...{ answer_weight_skill_id: skillId, fields: [{ name: "result" }] },
  };
  const pool = {
    dynamic_overlap_config: dynamic,
    defaults: { default_overlap_for_new_task_suites: 1 },
  };
  const { poolId } = await poolWith(account, pool, 30, { overlap: 1 });
  const crowd = { workers: 9, accuracy: 0.75, skills: [{ skill_id: skillId, value: 75 }] };
  const settled: string[] = [];
  account.emulator.world().listeners.push((_world, event) => {
    if (event.type === "DYNAMIC_OVERLAP_COMPLETED") settled.push(event.taskId);
  });
  await work(account, poolId, crowd);
  const tasks = await all(account, `/tasks?pool_id=${poolId}`);
  const overlaps = tasks.map(({ overlap }) => Number(overlap));
  expect(Math.max(...overlaps)).toBeLessThanOrEqual(5);
  expect(Math.min(...overlaps)).toBe(2);
  expect(new Set(overlaps).size).toBeGreaterThan(2);
  const result = await account.send("POST", BY_POOL, weighted(poolId, skillId));
  const page = await account.send("GET", `/aggregated-solutions/${String(result.body.id)}`);
  const found = Array.isArray(page.body.items) ? page.body.items.filter(isObject) : [];
  expect(found).toHaveLength(30);
  expect(settled.sort()).toEqual(found.map(({ task_id: id }) => id));
  for (const [index, { confidence }] of found.entries()) {
    if ((overlaps[index] ?? 0) < 5) expect(Number(confidence)).toBeGreaterThanOrEqual(0.9);
  }
  expect((await account.send("GET", `/pools/${poolId}`)).body.last_close_reason).toBe("COMPLETED");
});
