import { expect, test } from "vitest";
import { VISITOR_ID } from "../../../../emulators/toloka/visitor/fitting.ts";
import { fixture } from "../account.ts";
import { field, plainPool, poolWith, taskOf, upload } from "../crowd/field.ts";
import { visit } from "./visit.ts";

const known = (result: string) => ({ known_solutions: [{ output_values: { result } }] });

test("a closed pool shows the page that Tolokers will meet", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 1);
  const { body } = await visit(account, "GET", `/pools/${poolId}`);
  const { task_spec, ...project } = fixture("quickstart.project.create.req.json");
  expect(body).toEqual({
    id: poolId,
    private_name: "Shoes pool 1",
    status: "CLOSED",
    last_close_reason: null,
    training: false,
    tasks: 1,
    reward: 0.02,
    duration_seconds: 600,
    adult: true,
    visitor_id: VISITOR_ID,
    project: {
      id: expect.any(String),
      public_name: project.public_name,
      public_description: project.public_description,
      public_instructions: project.public_instructions,
      view_spec: expect.objectContaining({
        type: "tb",
        config: expect.stringContaining("view.list"),
      }),
    },
  });
  expect(task_spec).toMatchObject({ view_spec: { type: "tb" } });
});

test("a preview leafs through suites as smart mixing makes them, and issues nothing", async () => {
  const account = await field();
  const mixer_config = { real_tasks_count: 2, golden_tasks_count: 1, training_tasks_count: 0 };
  const { poolId, taskIds } = await poolWith(account, { mixer_config }, 6, (index) =>
    index === 0 ? known("boots") : {},
  );
  const page = async (suite: number) =>
    (await visit(account, "GET", `/pools/${poolId}/preview?suite=${suite}`)).body;
  const [golden, a, b, c, d, e] = taskIds;
  const ids = (body: { tasks?: unknown }) =>
    Array.isArray(body.tasks) ? body.tasks.map((task: { id: string }) => task.id) : [];
  expect([await page(0), await page(1), await page(2)].map(ids)).toEqual([
    [a, b, golden],
    [c, d, golden],
    [e, golden],
  ]);
  expect(await page(3)).toEqual({ suite: 3, suites: 3, tasks: [] });
  expect(JSON.stringify(await page(0))).not.toContain("known_solutions");
  const reply = await account.send("GET", `/assignments?pool_id=${poolId}`);
  expect(reply.body.items).toEqual([]);
});

test("answers in a preview are judged like real ones and leave no trace", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 2);
  const before = await account.control.charges();
  const tried = async (answers: object[]) =>
    (await visit(account, "POST", `/pools/${poolId}/preview`, { suite: 0, answers })).body;
  expect(await tried([{ result: "boots" }, { result: "shoe" }])).toMatchObject({
    kind: "wrong",
    errors: { "1.result": { code: "INVALID_VALUE" } },
  });
  expect(await tried([{ result: "boots" }, { result: "other" }])).toEqual({ kind: "good" });
  expect(await account.control.charges()).toEqual(before);
});

test("inputs that the project hides do not reach the Toloker", async () => {
  const account = await field();
  const spec = fixture("quickstart.project.create.req.json").task_spec;
  const hidden = {
    image: { type: "url", required: true },
    source: { type: "string", hidden: true },
  };
  const projectId = await account.project({
    task_spec: { ...Object(spec), input_spec: hidden },
  });
  const poolId = await account.pool(projectId, plainPool());
  const image = "https://example.com/0.jpg";
  await upload(account, [taskOf(poolId, 0, { input_values: { image, source: "secret" } })]);
  const { body } = await visit(account, "GET", `/pools/${poolId}/preview`);
  expect(body.tasks).toEqual([{ id: expect.any(String), input_values: { image } }]);
});
