import { expect, test } from "vitest";
import { type Account, createAccount, fieldCodes, idOf } from "./account.ts";

const BAD = { input_values: { imagis: 1 } };
const OPERATION_ID = "1b4e28ba-2fa1-5d1b-883f-0016d3cca427";

async function logOf(account: Account, operationId: string): Promise<unknown> {
  return JSON.parse((await account.send("GET", `/operations/${operationId}/log`)).text);
}

async function tasksIn(account: Account): Promise<number> {
  return (await account.control.state()).counts.tasks;
}

test("one bad task stops a synchronous upload, skipping it makes the others", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  const tasks = [account.task(poolId), account.task(poolId, BAD)];
  const refused = await account.send("POST", "/tasks", tasks);
  expect(fieldCodes(refused)).toEqual([
    "1.input_values.image: VALUE_REQUIRED",
    "1.input_values.imagis: VALUE_NOT_ALLOWED",
  ]);
  expect(await tasksIn(account)).toBe(0);
  const { status, body } = await account.send("POST", "/tasks?skip_invalid_items=true", tasks);
  expect({ status, body }).toMatchObject({
    status: 201,
    body: {
      items: { 0: { pool_id: poolId } },
      validation_errors: {
        1: {
          "input_values.image": {
            code: "VALUE_REQUIRED",
            message: "Value must be present and not equal to null",
          },
          "input_values.imagis": { code: "VALUE_NOT_ALLOWED", message: "Unknown field name" },
        },
      },
    },
  });
  expect(await tasksIn(account)).toBe(1);
});

test("an asynchronous upload counts its items and logs what became of each", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  const tasks = [account.task(poolId), account.task(poolId, BAD)];
  const strict = await account.send("POST", "/tasks?async_mode=true", tasks);
  const skipping = await account.send(
    "POST",
    "/tasks?async_mode=true&skip_invalid_items=true",
    tasks,
  );
  const counters = { total_count: 2, valid_count: 1, not_valid_count: 1 };
  expect([strict, skipping].map(({ status, body }) => [status, body.status, body.details])).toEqual(
    [
      [202, "FAIL", { ...counters, success_count: 0, failed_count: 2 }],
      [202, "SUCCESS", { ...counters, success_count: 1, failed_count: 1 }],
    ],
  );
  expect(await logOf(account, idOf(strict))).toMatchObject([
    {
      type: "TASK_VALIDATE",
      success: false,
      output: { "input_values.image": { code: "VALUE_REQUIRED" } },
    },
  ]);
  expect(await logOf(account, idOf(skipping))).toMatchObject([
    { type: "TASK_CREATE", success: true, output: { task_id: expect.any(String) } },
    { type: "TASK_VALIDATE", success: false, input: BAD },
  ]);
});

test("a repeated operation id is refused and makes nothing twice", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  const path = `/tasks?async_mode=true&operation_id=${OPERATION_ID}`;
  const first = await account.send("POST", path, [account.task(poolId)]);
  const second = await account.send("POST", path, [account.task(poolId), account.task(poolId)]);
  const found = await account.send("GET", `/operations/${OPERATION_ID}`);
  const wrong = await account.send("POST", "/tasks?async_mode=true&operation_id=7", []);
  expect([idOf(first), second.status, second.body.code, found.body.status]).toEqual([
    OPERATION_ID,
    409,
    "OPERATION_ALREADY_EXISTS",
    "SUCCESS",
  ]);
  expect(await tasksIn(account)).toBe(1);
  expect(fieldCodes(wrong)).toEqual(["operation_id: UUID_EXPECTED"]);
});

test("overlap may come from the pool when defaults are allowed, or be infinite", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  const plain = account.task(poolId, { overlap: undefined });
  const byDefault = await account.send("POST", "/tasks?allow_defaults=true", plain);
  const infinite = await account.send("POST", "/tasks", { ...plain, infinite_overlap: true });
  expect(byDefault.body.overlap).toBe(3);
  expect(infinite.body).toMatchObject({ overlap: null, infinite_overlap: true });
  expect(infinite.body).not.toHaveProperty("remaining_overlap");
});

test("open_pool=true opens the pool and stands in the ledger", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  await account.send("POST", "/tasks?open_pool=true", account.task(poolId));
  expect((await account.send("GET", `/pools/${poolId}`)).body.status).toBe("OPEN");
  const uploads = (await account.control.ledger()).filter(({ path }) => path.endsWith("/tasks"));
  expect(uploads.map(({ query }) => query)).toEqual([{ open_pool: "true" }]);
});

test("a pool that can not be opened after an upload leaves a line in the log", async () => {
  const account = createAccount({ balance: 0 });
  const poolId = await account.pool(await account.project());
  const path = "/tasks?async_mode=true&open_pool=true";
  const reply = await account.send("POST", path, [account.task(poolId)]);
  expect(reply.body.status).toBe("SUCCESS");
  expect(await logOf(account, idOf(reply))).toMatchObject([
    { type: "TASK_CREATE" },
    {
      type: "POOL_OPEN",
      success: false,
      input: { pool_id: Number(poolId) },
      output: { code: "NOT_ENOUGH_BALANCE" },
    },
  ]);
});

test("a task's overlap is changed, stopped, and made infinite; its values are not", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  const taskId = idOf(await account.send("POST", "/tasks", account.task(poolId)));
  const patch = async (body: object, suffix = "") =>
    account.send("PATCH", `/tasks/${taskId}${suffix}`, body);
  const raised = await patch({ overlap: 5, infinite_overlap: false });
  const stopped = await patch({ overlap: 0 }, "/set-overlap-or-min");
  const infinite = await patch({ overlap: null, infinite_overlap: true });
  const values = await patch({ input_values: { image: "www.other.example" } });
  expect([raised, stopped, infinite].map(({ body }) => body.overlap)).toEqual([5, 0, null]);
  expect(fieldCodes(values)).toEqual(["input_values: VALUE_NOT_ALLOWED"]);
  await account.send("POST", `/pools/${poolId}/archive`);
  expect((await patch({ overlap: 1, infinite_overlap: false })).body.code).toBe(
    "INAPPROPRIATE_STATUS",
  );
});

test("an unpaid pool takes control tasks only", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project(), { reward_per_assignment: 0 });
  const general = await account.send("POST", "/tasks", account.task(poolId));
  const known = [{ output_values: { result: "boots" } }];
  const control = await account.send(
    "POST",
    "/tasks",
    account.task(poolId, { known_solutions: known }),
  );
  expect([fieldCodes(general), control.status]).toEqual([["known_solutions: VALUE_REQUIRED"], 201]);
});

test("a full pool takes no more tasks", async () => {
  const account = createAccount({ maxTasksPerPool: 2 });
  const poolId = await account.pool(await account.project());
  const two = [account.task(poolId), account.task(poolId)];
  const fits = await account.send("POST", "/tasks", two);
  const over = await account.send("POST", "/tasks?async_mode=true", account.task(poolId));
  expect([fits.status, over.status, over.body.code]).toEqual([
    201,
    409,
    "POOL_TASKS_COUNT_EXCEEDED",
  ]);
});

test("two uploads to one pool run side by side and land when their time has passed", async () => {
  const account = createAccount({ operationDelayMs: 900 });
  await account.control.freeze();
  const poolId = await account.pool(await account.project());
  const path = "/tasks?async_mode=true";
  const first = await account.send("POST", path, [account.task(poolId)]);
  const second = await account.send("POST", path, [account.task(poolId)]);
  expect([first.body.status, second.body.status, await tasksIn(account)]).toEqual([
    "PENDING",
    "PENDING",
    0,
  ]);
  await account.control.advance({ ms: 900 });
  expect(await tasksIn(account)).toBe(2);
});
