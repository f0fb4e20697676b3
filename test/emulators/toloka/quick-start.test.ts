import { expect, test } from "vitest";
import { isObject, type JsonObject } from "../../../emulators/toloka/json.ts";
import { createAccount, fixture, fixtureText, idOf } from "./account.ts";

test("the quick start runs unchanged, from the project to the open pool", async () => {
  const { send } = createAccount();
  const projectBody = fixture("quickstart.project.create.req.json");
  const project = await send("POST", "/projects", projectBody);
  expect(project).toMatchObject({ status: 201, body: { ...projectBody, status: "ACTIVE" } });

  const poolBody: JsonObject = JSON.parse(
    fixtureText("quickstart.pool.create.req.json")
      .replace("{project_id}", idOf(project))
      .replace("{close_date}", "2099-09-01T13:00"),
  );
  const pool = await send("POST", "/pools", poolBody);
  expect(pool).toMatchObject({
    status: 201,
    body: { ...poolBody, will_expire: "2099-09-01T13:00:00.000", status: "CLOSED" },
  });

  const tasks: unknown = JSON.parse(
    fixtureText("quickstart.tasks.create.req.json").replaceAll("{pool_id}", idOf(pool)),
  );
  const made = await send("POST", "/tasks", tasks);
  expect(made.status).toBe(201);
  expect(Object.keys(isObject(made.body.items) ? made.body.items : {})).toEqual(["0", "1", "2"]);
  expect(made.body.validation_errors).toEqual({});

  const opened = await send("POST", `/pools/${idOf(pool)}/open`, undefined, {
    "content-type": "application/json",
  });
  expect(opened).toMatchObject({
    status: 202,
    body: { type: "POOL.OPEN", status: "SUCCESS", parameters: { pool_id: idOf(pool) } },
  });
  const after = await send("GET", `/pools/${idOf(pool)}`);
  expect(after.body).toMatchObject({ status: "OPEN", last_started: expect.any(String) });
  expect(after.body).not.toHaveProperty("last_close_reason");
});

test("a task comes back with its own overlap, its remaining overlap and its moment", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  const task = await account.send("POST", "/tasks", account.task(poolId, { __item_idx: "0" }));
  expect(task).toMatchObject({ status: 201 });
  expect(task.body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{10}--[0-9a-f]{24}$/),
    created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/),
    pool_id: poolId,
    input_values: { image: "https://example.com/image_1.jpg" },
    __item_idx: "0",
    overlap: 2,
    infinite_overlap: false,
    remaining_overlap: 2,
    reserved_for: [],
    unavailable_for: [],
  });
  expect(Number.parseInt(idOf(task).slice(0, 10), 16)).toBe(Number(poolId));
});

test("numbers are taken for ids, slashes at the end are forgiven, both key forms open", async () => {
  const account = createAccount();
  const projectId = await account.project();
  const pool = await account.send("POST", "/pools/", {
    ...fixture("quickstart.pool.create.req.json"),
    project_id: Number(projectId),
    will_expire: "2099-01-01T00:00:00.000Z",
    future_setting: { kept: true },
  });
  expect(pool.body).toMatchObject({ project_id: projectId, future_setting: { kept: true } });
  const oauth = { authorization: "OAuth test-key" };
  const requester = await account.send("GET", "/requester/", undefined, oauth);
  expect(requester).toMatchObject({ status: 200, body: { balance: 1000 } });
});
