import { describe, expect, test } from "vitest";
import { createAccount, fieldCodes, idOf } from "./account.ts";
import { manualPool, suiteBody, take } from "./manual-pool.ts";

const OPERATION_ID = "1b4e28ba-2fa1-5d1b-883f-0016d3cca427";

test("a suite comes back with ids of its tasks, its defaults and nothing that was read-only", async () => {
  const account = createAccount({ realNow: () => Date.parse("2030-01-01T00:00:00Z") });
  const poolId = await manualPool(account);
  const sent = suiteBody(poolId, {
    id: "mine",
    mixed: true,
    remaining_overlap: 7,
    longitude: 136.22,
    traits_all_of: ["trait-1"],
    note: "kept",
  });
  const { status, body } = await account.send("POST", "/task-suites", sent);
  expect({ status, body }).toEqual({
    status: 201,
    body: {
      id: expect.stringMatching(/^[0-9a-f]{10}--[0-9a-f]{24}$/),
      pool_id: poolId,
      tasks: [
        {
          id: expect.stringMatching(/^[0-9a-f]{10}--[0-9a-f]{24}$/),
          input_values: { image: "https://example.com/1.png" },
        },
      ],
      overlap: 2,
      infinite_overlap: false,
      remaining_overlap: 2,
      reserved_for: [],
      unavailable_for: [],
      issuing_order_override: 0,
      longitude: 136.22,
      traits_all_of: ["trait-1"],
      note: "kept",
      mixed: false,
      automerged: false,
      created: "2030-01-01T00:00:00.000",
    },
  });
  expect((await account.send("GET", `/task-suites/${String(body.id)}`)).body).toEqual(body);
});

test("every wrong field of a suite is named at its place in one answer", async () => {
  const account = createAccount();
  const poolId = await manualPool(account);
  const reply = await account.send("POST", "/task-suites", {
    pool_id: poolId,
    tasks: [
      { input_values: { imagis: 1 } },
      { input_values: { image: "no address" }, known_solutions: [{ correctness_weight: 2 }] },
      { input_values: { image: "www.a.b" }, baseline_solutions: [{ output_values: {} }] },
      "no task",
    ],
    issuing_order_override: 100_000,
    latitude: "north",
    reserved_for: "me",
  });
  expect({ status: reply.status, fields: fieldCodes(reply) }).toEqual({
    status: 400,
    fields: [
      "issuing_order_override: VALUE_GREATER_THAN_MAX",
      "latitude: FLOAT_EXPECTED",
      "overlap: VALUE_REQUIRED",
      "reserved_for: ARRAY_EXPECTED",
      "tasks.0.input_values.image: VALUE_REQUIRED",
      "tasks.0.input_values.imagis: VALUE_NOT_ALLOWED",
      "tasks.1.input_values.image: INVALID_URL_SYNTAX",
      "tasks.1.known_solutions.0.correctness_weight: VALUE_GREATER_THAN_MAX",
      "tasks.1.known_solutions.0.output_values: VALUE_REQUIRED",
      "tasks.2.baseline_solutions.0.output_values: EMPTY_OBJECT_NOT_ALLOWED",
      "tasks.2.baseline_solutions: VALUE_NOT_ALLOWED",
      "tasks.3: OBJECT_EXPECTED",
    ],
  });
});

describe("an array of suites", () => {
  test("is made whole or not at all, unless bad ones may be skipped", async () => {
    const account = createAccount();
    const poolId = await manualPool(account);
    const suites = [
      suiteBody(poolId, { overlap: undefined }),
      suiteBody(poolId, { tasks: [] }),
      suiteBody("1"),
    ];
    const path = "/task-suites?allow_defaults=true";
    const strict = await account.send("POST", path, suites);
    const made = await account.send("POST", `${path}&skip_invalid_items=true`, suites);
    const list = await account.send("GET", `/task-suites?pool_id=${poolId}`);
    expect([strict.status, fieldCodes(strict)]).toEqual([
      400,
      ["1.tasks: ARRAY_SIZE_LESS_THAN_MIN", "2.pool_id: ENTITY_DOES_NOT_EXIST"],
    ]);
    expect(made).toMatchObject({
      status: 201,
      body: {
        items: { 0: { overlap: 3 } },
        validation_errors: {
          1: { tasks: { code: "ARRAY_SIZE_LESS_THAN_MIN" } },
          2: { pool_id: { code: "ENTITY_DOES_NOT_EXIST" } },
        },
      },
    });
    expect(list.body.items).toHaveLength(1);
  });

  test("as an operation counts and logs its suites, and its id can be used once", async () => {
    const account = createAccount();
    const poolId = await manualPool(account);
    const path = `/task-suites?async_mode=true&skip_invalid_items=true&operation_id=${OPERATION_ID}`;
    const suites = [suiteBody(poolId), suiteBody(poolId, { tasks: [{ input_values: {} }] })];
    const first = await account.send("POST", path, suites);
    const second = await account.send("POST", path, suites);
    const log = await account.send("GET", `/operations/${OPERATION_ID}/log`);
    expect(first).toMatchObject({
      status: 202,
      body: {
        id: OPERATION_ID,
        type: "TASK_SUITE.BATCH_CREATE",
        status: "SUCCESS",
        parameters: { open_pool: false, allow_defaults: false, skip_invalid_items: true },
        details: {
          total_count: 2,
          valid_count: 1,
          not_valid_count: 1,
          success_count: 1,
          failed_count: 1,
        },
      },
    });
    expect([second.status, second.body.code]).toEqual([409, "OPERATION_ALREADY_EXISTS"]);
    expect(JSON.parse(log.text)).toEqual([
      {
        type: "TASK_SUITE_CREATE",
        success: true,
        input: suites[0],
        output: { task_suite_id: expect.any(String) },
      },
      {
        type: "TASK_SUITE_VALIDATE",
        success: false,
        input: suites[1],
        output: {
          "tasks.0.input_values.image": {
            code: "VALUE_REQUIRED",
            message: "Value must be present and not equal to null",
          },
        },
      },
    ]);
  });
});

describe("tasks and suites do not mix in one pool", () => {
  test("a pool with smart mixing takes tasks only, one without takes suites only", async () => {
    const account = createAccount();
    const mixed = await account.filledPool();
    const manual = await manualPool(account);
    const replies = [
      await account.send("POST", "/task-suites", suiteBody(mixed)),
      await account.send("POST", "/tasks", account.task(manual)),
      await account.send("POST", "/task-suites?async_mode=true", [suiteBody(mixed)]),
    ];
    expect(replies.map(({ status, body }) => [status, body.code])).toEqual([
      [409, "POOL_TASK_TYPE_CONFLICT"],
      [409, "MIXER_CONFIG_REQUIRED"],
      [409, "POOL_TASK_TYPE_CONFLICT"],
    ]);
  });

  test("also when the pool's mixing was changed after the upload", async () => {
    const account = createAccount();
    const poolId = await manualPool(account);
    await account.send("POST", "/task-suites", suiteBody(poolId));
    const pool = (await account.send("GET", `/pools/${poolId}`)).body;
    const counts = { real_tasks_count: 1, golden_tasks_count: 0, training_tasks_count: 0 };
    await account.send("PUT", `/pools/${poolId}`, { ...pool, mixer_config: counts });
    const task = await account.send("POST", "/tasks", account.task(poolId));
    const opened = await account.send("POST", `/pools/${poolId}/open`);
    expect([task.body.code, opened.body.code]).toEqual(["POOL_TASK_TYPE_CONFLICT", "EMPTY_POOL"]);
  });
});

test("a pool of suites can be opened by the upload, and holds only so many", async () => {
  const account = createAccount({ maxSuitesPerPool: 1 });
  const poolId = await manualPool(account);
  const path = "/task-suites?open_pool=true";
  const over = await account.send("POST", path, [suiteBody(poolId), suiteBody(poolId)]);
  await account.send("POST", path, suiteBody(poolId));
  const { status } = (await account.send("GET", `/pools/${poolId}`)).body;
  expect([over.status, over.body.code, status]).toEqual([
    409,
    "POOL_TASK_SUITES_COUNT_EXCEEDED",
    "OPEN",
  ]);
});

test("suites of more than a megabyte of input are too large together", async () => {
  const account = createAccount();
  const poolId = await manualPool(account);
  const image = `https://example.com/${"x".repeat(600_000)}`;
  const big = suiteBody(poolId, { tasks: [{ input_values: { image } }] });
  const one = await account.send("POST", "/task-suites", [big]);
  const two = await account.send("POST", "/task-suites", [big, big]);
  expect([one.status, two.status, two.body.code]).toEqual([201, 413, "ENTITY_TOO_LARGE"]);
});

test("a suite's overlap and place are changed, and never fall below what was handed out", async () => {
  const account = createAccount();
  const poolId = await manualPool(account);
  const suiteId = idOf(await account.send("POST", "/task-suites", suiteBody(poolId)));
  const path = `/task-suites/${suiteId}`;
  const patched = await account.send("PATCH", `${path}?open_pool=true`, {
    overlap: 5,
    infinite_overlap: false,
    issuing_order_override: 10.3,
  });
  take(account, poolId, "toloker-1");
  take(account, poolId, "toloker-2");
  const low = await account.send("PATCH", path, { overlap: 1 });
  const least = await account.send("PATCH", `${path}/set-overlap-or-min`, { overlap: 0 });
  const none = await account.send("PATCH", `${path}/set-overlap-or-min`, {});
  const infinite = await account.send("PATCH", path, { infinite_overlap: true });
  expect(patched.body).toMatchObject({
    overlap: 5,
    remaining_overlap: 5,
    issuing_order_override: 10.3,
  });
  expect([low.status, low.body.code]).toEqual([409, "ASSIGNMENTS_COUNT_CONFLICT"]);
  expect(least.body).toMatchObject({ overlap: 2, remaining_overlap: 0 });
  expect(fieldCodes(none)).toEqual(["overlap: VALUE_REQUIRED"]);
  expect(infinite.body).toMatchObject({ overlap: null, infinite_overlap: true });
  expect(infinite.body).not.toHaveProperty("remaining_overlap");
});

test("suites are found by their pool, by one of their tasks, and by overlap", async () => {
  const account = createAccount();
  const poolId = await manualPool(account);
  const made = await account.send("POST", "/task-suites", [
    suiteBody(poolId),
    suiteBody(poolId, { overlap: 4 }),
  ]);
  const [first, second] = Object.values(Object(made.body.items)).map((item) => Object(item));
  const find = async (query: string): Promise<unknown[]> => {
    const { body } = await account.send("GET", `/task-suites?${query}`);
    return (Array.isArray(body.items) ? body.items : []).map(({ id }) => id);
  };
  const ids = [first.id, second.id];
  expect(await find(`pool_id=${poolId}`)).toEqual(ids);
  expect(await find(`task_id=${second.tasks[0].id}`)).toEqual([second.id]);
  expect(await find(`pool_id=${poolId}&overlap=4`)).toEqual([second.id]);
  expect(await find(`pool_id=${poolId}&overlap_lt=4&sort=-id`)).toEqual([first.id]);
  const bare = await account.send("GET", "/task-suites");
  const unknown = await account.send("GET", "/task-suites?pool_id=1&limit=301");
  const missing = await account.send("GET", "/task-suites/none");
  expect([fieldCodes(bare), fieldCodes(unknown), missing.body.code]).toEqual([
    ["pool_id: VALUE_REQUIRED"],
    ["limit: VALUE_GREATER_THAN_MAX", "pool_id: ENTITY_DOES_NOT_EXIST"],
    "DOES_NOT_EXIST",
  ]);
});
