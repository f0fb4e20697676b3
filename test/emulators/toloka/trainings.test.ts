import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../emulators/toloka/json.ts";
import { type Account, createAccount, fieldCodes, idOf, poolBody } from "./account.ts";
import { suiteBody } from "./manual-pool.ts";

const BODY = {
  private_name: "Simple training pool",
  may_contain_adult_content: false,
  assignment_max_duration_seconds: 600,
  training_tasks_in_task_suite_count: 3,
  task_suites_required_to_pass: 1,
  retry_training_after_days: 7,
  inherited_instructions: true,
  public_instructions: "",
};

async function training(account: Account, changes: object = {}): Promise<string> {
  const body = { ...BODY, project_id: await account.project(), ...changes };
  return idOf(await account.send("POST", "/trainings", body));
}

const hint = (account: Account, poolId: string): object =>
  account.task(poolId, {
    overlap: undefined,
    infinite_overlap: true,
    known_solutions: [{ output_values: { result: "boots" } }],
    message_on_unknown_solution: "Look at the heel",
  });

/** A training with one task. */
async function filledTraining(account: Account): Promise<string> {
  const id = await training(account);
  await account.send("POST", "/tasks", hint(account, id));
  return id;
}

test("a training is made closed, listed apart from pools and read as a pool of its kind", async () => {
  const account = createAccount({ realNow: () => Date.parse("2030-01-01T00:00:00Z") });
  const projectId = await account.project();
  const made = await account.send("POST", "/trainings", { ...BODY, project_id: projectId });
  const id = idOf(made);
  expect({ status: made.status, body: made.body }).toEqual({
    status: 201,
    body: {
      ...BODY,
      id,
      project_id: projectId,
      mix_tasks_in_creation_order: true,
      shuffle_tasks_in_task_suite: true,
      owner: { id: expect.any(String), myself: true },
      status: "CLOSED",
      created: "2030-01-01T00:00:00.000",
    },
  });
  const list = await account.send("GET", `/trainings?project_id=${projectId}&status=CLOSED`);
  const pools = await account.send("GET", "/pools");
  const asPool = await account.send("GET", `/pools/${id}`);
  expect(list.body).toEqual({ items: [made.body], has_more: false });
  expect(pools.body.items).toEqual([]);
  expect((await account.send("GET", `/trainings/${id}`)).body).toEqual(made.body);
  expect(asPool.body).toMatchObject({
    id,
    type: "TRAINING",
    reward_per_assignment: 0,
    defaults: { default_overlap_for_new_task_suites: 30_000 },
    mixer_config: { real_tasks_count: 0, golden_tasks_count: 0, training_tasks_count: 3 },
  });
  expect(asPool.body).not.toHaveProperty("will_expire");
});

test("every wrong field of a training is named in one answer", async () => {
  const account = createAccount();
  const reply = await account.send("POST", "/trainings", {
    project_id: "1",
    private_name: " ",
    training_tasks_in_task_suite_count: 501,
    task_suites_required_to_pass: -1,
    retry_training_after_days: 0,
    assignment_max_duration_seconds: 4,
    may_contain_adult_content: "no",
    shuffle_tasks_in_task_suite: 1,
    public_instructions: 5,
    metadata: { team: "a" },
  });
  expect({ status: reply.status, fields: fieldCodes(reply) }).toEqual({
    status: 400,
    fields: [
      "assignment_max_duration_seconds: VALUE_LESS_THAN_MIN",
      "inherited_instructions: VALUE_REQUIRED",
      "may_contain_adult_content: BOOLEAN_EXPECTED",
      "metadata.team: ARRAY_EXPECTED",
      "private_name: BLANK_STRING_NOT_ALLOWED",
      "project_id: ENTITY_DOES_NOT_EXIST",
      "public_instructions: STRING_EXPECTED",
      "retry_training_after_days: VALUE_LESS_THAN_MIN",
      "shuffle_tasks_in_task_suite: BOOLEAN_EXPECTED",
      "task_suites_required_to_pass: VALUE_LESS_THAN_MIN",
      "training_tasks_in_task_suite_count: VALUE_GREATER_THAN_MAX",
    ],
  });
});

test("a training takes tasks with known answers through /tasks, and no suites", async () => {
  const account = createAccount();
  const id = await training(account);
  const taught = await account.send("POST", "/tasks", hint(account, id));
  const general = await account.send("POST", "/tasks", account.task(id));
  const suite = await account.send("POST", "/task-suites", suiteBody(id, knownSuite()));
  const listed = await account.send("GET", `/tasks?pool_id=${id}`);
  const taskId = idOf(taught);
  const patched = await account.send("PATCH", `/tasks/${taskId}`, {
    message_on_unknown_solution: "Look at the sole",
  });
  expect([fieldCodes(general), suite.status, suite.body.code]).toEqual([
    ["known_solutions: VALUE_REQUIRED"],
    409,
    "POOL_IS_TRAINING",
  ]);
  expect(listed.body.items).toEqual([taught.body]);
  expect(patched.body.message_on_unknown_solution).toBe("Look at the sole");
});

function knownSuite(): JsonObject {
  const image = "https://example.com/1.png";
  const known = [{ output_values: { result: "boots" } }];
  return { tasks: [{ input_values: { image }, known_solutions: known }] };
}

describe("what a training answers in each state", () => {
  const actions = ["open", "close", "close-for-update", "archive"] as const;
  const table: [string, readonly string[], readonly number[]][] = [
    ["closed", [], [202, 204, 204, 202]],
    ["open", ["open"], [204, 202, 202, 409]],
    ["closed for update", ["open", "close-for-update"], [202, 202, 204, 202]],
    ["archived", ["archive"], [409, 409, 409, 204]],
  ];
  test.each(table)("%s", async (_state, path, expected) => {
    const statuses: number[] = [];
    for (const action of actions) {
      const account = createAccount({ balance: 0 });
      const id = await filledTraining(account);
      for (const step of path) await account.send("POST", `/trainings/${id}/${step}`);
      statuses.push((await account.send("POST", `/trainings/${id}/${action}`)).status);
    }
    expect(statuses).toEqual(expected);
  });
});

test("a training's changes are operations of its own kind, a copy of it has no tasks", async () => {
  const account = createAccount();
  const id = await filledTraining(account);
  const seen: unknown[] = [];
  for (const action of ["open", "close", "clone", "archive"]) {
    const { body } = await account.send("POST", `/trainings/${id}/${action}`);
    seen.push([body.type, body.status, body.parameters, body.details]);
  }
  const items = (await account.send("GET", "/trainings?sort=-id&limit=1")).body.items;
  const [copy] = Array.isArray(items) ? items : [];
  const parameters = { training_id: id };
  expect(seen).toEqual([
    ["TRAINING.OPEN", "SUCCESS", parameters, {}],
    ["TRAINING.CLOSE", "SUCCESS", parameters, {}],
    ["TRAINING.CLONE", "SUCCESS", parameters, { training_id: copy.id }],
    ["TRAINING.ARCHIVE", "SUCCESS", parameters, {}],
  ]);
  expect(copy).toMatchObject({ private_name: BODY.private_name, status: "CLOSED" });
  const opened = await account.send("POST", `/trainings/${copy.id}/open`);
  expect(opened.body.code).toBe("EMPTY_POOL");
});

test("a training closed for update opens by itself after a quarter of an hour, and has no end", async () => {
  const account = createAccount();
  const id = await filledTraining(account);
  await account.send("POST", `/trainings/${id}/open`);
  await account.send("POST", `/trainings/${id}/close-for-update`);
  await account.control.advance({ seconds: 14 * 60 });
  const before = (await account.send("GET", `/trainings/${id}`)).body;
  await account.control.advance({ seconds: 400 * 86_400 });
  const after = (await account.send("GET", `/trainings/${id}`)).body;
  expect([before.status, before.last_close_reason, after.status]).toEqual([
    "CLOSED",
    "FOR_UPDATE",
    "OPEN",
  ]);
});

test("an open training is not replaced, a closed one is, and its project stays", async () => {
  const account = createAccount();
  const id = await filledTraining(account);
  const current = (await account.send("GET", `/trainings/${id}`)).body;
  const edited = { ...current, private_name: "New", training_tasks_in_task_suite_count: 5 };
  await account.send("POST", `/trainings/${id}/open`);
  const open = await account.send("PUT", `/trainings/${id}`, edited);
  await account.send("POST", `/trainings/${id}/close`);
  const closed = await account.send("PUT", `/trainings/${id}`, edited);
  const moved = { ...edited, project_id: await account.project() };
  const other = await account.send("PUT", `/trainings/${id}`, moved);
  const behind = (await account.send("GET", `/pools/${id}`)).body;
  expect([open.status, open.body.code]).toEqual([409, "INAPPROPRIATE_STATUS"]);
  expect(closed.body).toMatchObject({ private_name: "New", status: "CLOSED" });
  expect(fieldCodes(other)).toEqual(["project_id: INVALID_VALUE"]);
  expect(behind.mixer_config).toMatchObject({ training_tasks_count: 5 });
});

test("the methods of pools refuse a training, those of trainings do not know a pool", async () => {
  const account = createAccount();
  const id = await filledTraining(account);
  const poolId = await account.filledPool();
  const calls: [string, string][] = [
    ["POST", "open"],
    ["POST", "close"],
    ["POST", "close-for-update"],
    ["POST", "archive"],
    ["POST", "clone"],
  ];
  const codes: unknown[] = [];
  for (const [method, action] of calls) {
    codes.push((await account.send(method, `/pools/${id}/${action}`)).body.code);
  }
  codes.push((await account.send("PATCH", `/pools/${id}`, { priority: 1 })).body.code);
  const body = poolBody(await account.project());
  codes.push((await account.send("PUT", `/pools/${id}`, body)).body.code);
  expect(codes).toEqual(new Array(7).fill("POOL_IS_TRAINING"));
  expect((await account.send("GET", `/trainings/${poolId}`)).body.code).toBe("DOES_NOT_EXIST");
});

test("a training is archived only after the pools that ask for it", async () => {
  const account = createAccount();
  const id = await filledTraining(account);
  const requirement = { training_pool_id: id, training_passing_skill_value: 80 };
  const poolId = await account.pool(await account.project(), {
    quality_control: { training_requirement: requirement },
  });
  const early = await account.send("POST", `/trainings/${id}/archive`);
  await account.send("POST", `/pools/${poolId}/archive`);
  const late = await account.send("POST", `/trainings/${id}/archive`);
  expect([early.status, early.body.code, late.status, late.body.status]).toEqual([
    409,
    "TRAINING_ARCHIVE_CONFLICT",
    202,
    "SUCCESS",
  ]);
});

test("a training brings a skill of its own, which nobody may edit", async () => {
  const account = createAccount();
  await training(account);
  const { items } = (await account.send("GET", "/skills")).body;
  const [skill] = Array.isArray(items) ? items : [];
  const edit = await account.send("PUT", `/skills/${skill.id}`, { name: "Mine" });
  expect(skill).toMatchObject({ name: BODY.private_name, training: true });
  expect([edit.status, edit.body.code]).toEqual([409, "SKILL_IS_TRAINING"]);
});

test("no training is made in an archived project", async () => {
  const account = createAccount();
  const projectId = await account.project();
  const id = idOf(await account.send("POST", "/trainings", { ...BODY, project_id: projectId }));
  const early = await account.send("POST", `/projects/${projectId}/archive`);
  await account.send("POST", `/trainings/${id}/archive`);
  await account.send("POST", `/projects/${projectId}/archive`);
  const late = await account.send("POST", "/trainings", { ...BODY, project_id: projectId });
  const copy = await account.send("POST", `/trainings/${id}/clone`);
  expect([early, late, copy].map(({ status, body }) => [status, body.code])).toEqual([
    [409, "UNARCHIVED_POOLS_CONFLICT"],
    [409, "PROJECT_INAPPROPRIATE_STATUS"],
    [409, "PROJECT_INAPPROPRIATE_STATUS"],
  ]);
});
