import { expect, test } from "vitest";
import type { JsonObject } from "../../../../emulators/toloka/json.ts";
import type { Account } from "../account.ts";
import { idOf } from "../account.ts";
import { all, field, plainPool, taskOf, upload } from "../crowd/field.ts";
import { takeWork, visit } from "./visit.ts";

const teaching = (result: string): JsonObject => ({
  overlap: undefined,
  infinite_overlap: true,
  known_solutions: [{ output_values: { result } }],
  message_on_unknown_solution: "Look at the heel",
});

/** A pool behind a training of one task, both open. */
async function trainedPool(account: Account): Promise<{ poolId: string; trainingId: string }> {
  const projectId = await account.project();
  const training = await account.send("POST", "/trainings", {
    project_id: projectId,
    private_name: "Shoes, first steps",
    may_contain_adult_content: false,
    assignment_max_duration_seconds: 600,
    training_tasks_in_task_suite_count: 1,
    task_suites_required_to_pass: 1,
    inherited_instructions: true,
    public_instructions: "",
  });
  const trainingId = idOf(training);
  await upload(account, [taskOf(trainingId, 0, teaching("boots"))]);
  const poolId = await account.pool(
    projectId,
    plainPool({
      quality_control: {
        training_requirement: { training_pool_id: trainingId, training_passing_skill_value: 80 },
        configs: [],
      },
    }),
  );
  await upload(
    account,
    [0, 1, 2].map((index) => taskOf(poolId, index)),
  );
  await account.send("POST", `/trainings/${trainingId}/open`);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.advance({ seconds: 5 });
  return { poolId, trainingId };
}

test("the training comes first; right at once, the pool is open to the visitor", async () => {
  const account = await field();
  const { poolId, trainingId } = await trainedPool(account);
  const first = await takeWork(account, poolId);
  expect(first.work).toMatchObject({ pool_id: trainingId, training: true, reward: 0 });
  const done = await visit(account, "POST", `/work/${first.id}/submit`, {
    answers: [{ result: "boots" }],
  });
  expect(done.body).toMatchObject({ kind: "taken", reward: 0 });
  expect((await takeWork(account, poolId)).work).toMatchObject({
    pool_id: poolId,
    training: false,
  });
});

test("a wrong answer in a training gets its hint, is mended, and the first attempt counts", async () => {
  const account = await field();
  const { poolId, trainingId } = await trainedPool(account);
  const { id } = await takeWork(account, poolId);
  const submit = async (result: string) =>
    (await visit(account, "POST", `/work/${id}/submit`, { answers: [{ result }] })).body;
  const hint = { kind: "hints", hints: [{ task: 0, words: "Look at the heel" }] };
  expect(await submit("other")).toEqual(hint);
  expect(await submit("sneakers")).toEqual(hint);
  expect(await submit("boots")).toMatchObject({ kind: "taken" });
  const [assignment] = await all(account, `/assignments?pool_id=${trainingId}`);
  expect(assignment?.solutions).toEqual([{ output_values: { result: "boots" } }]);
  expect((await visit(account, "POST", `/pools/${poolId}/take`)).body).toEqual({
    kind: "none",
    reason: "TRAINING",
    last_close_reason: null,
  });
});
