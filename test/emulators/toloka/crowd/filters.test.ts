import { expect, test } from "vitest";
import { all, field, poolWith, stateOf, work } from "./field.ts";

const speaks = (value: string) => ({
  ...{ category: "profile", key: "languages", operator: "IN", value },
});

test("only Tolokers whom the filter lets through get suites", async () => {
  const account = await field();
  const filter = { and: [{ or: [speaks("RU"), speaks("DE")] }] };
  const { poolId } = await poolWith(account, { filter }, 30, { overlap: 2 });
  await work(account, poolId, { workers: 18 });
  const { tolokers } = account.emulator.world().store;
  const countries = (await all(account, `/assignments?pool_id=${poolId}`)).map(
    ({ user_id: id }) => tolokers.get(String(id))?.profile.country,
  );
  expect([...new Set(countries)].sort()).toEqual(["DE", "RU"]);
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
});

test("a filter that nobody passes leaves the pool open and untouched", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, { filter: { and: [speaks("ZU")] } }, 3);
  await work(account, poolId);
  expect(await all(account, `/assignments?pool_id=${poolId}`)).toEqual([]);
  expect(await stateOf(account, poolId)).toEqual(["OPEN", undefined]);
});

test("a restricted Toloker gets nothing until the restriction ends", async () => {
  const account = await field();
  const { workers } = await account.control.placeCrowd({ workers: 1 });
  const reply = await account.send("PUT", "/user-restrictions", {
    ...{ scope: "ALL_PROJECTS", user_id: workers[0]?.id },
    will_expire: "2030-01-01T06:00:00",
  });
  expect(reply.status).toBe(200);
  const { poolId } = await poolWith(account, {}, 3);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.startCrowd();
  await account.control.advance({ seconds: 86_400 });
  const [first] = await all(account, `/assignments?pool_id=${poolId}`);
  expect(String(first?.created).slice(0, 13)).toBe("2030-01-01T06");
});

test("a pool that requires a training is done by those who pass it, and by them alone", async () => {
  const account = await field();
  const projectId = await account.project();
  const training = await account.send("POST", "/trainings", {
    ...{ project_id: projectId, private_name: "Shoes course" },
    ...{ inherited_instructions: true, training_tasks_in_task_suite_count: 10 },
    ...{ assignment_max_duration_seconds: 600, task_suites_required_to_pass: 1 },
  });
  const trainingId = String(training.body.id);
  const tasks = Array.from({ length: 10 }, (_, index) => ({
    pool_id: trainingId,
    input_values: { image: `https://example.com/t${index}.jpg` },
    known_solutions: [{ output_values: { result: "boots" } }],
    message_on_unknown_solution: "Boots cover the ankle",
    infinite_overlap: true,
  }));
  expect((await account.send("POST", "/tasks", tasks)).status).toBe(201);
  await account.send("POST", `/trainings/${trainingId}/open`);
  const required = { training_pool_id: trainingId, training_passing_skill_value: 70 };
  const pool = { project_id: projectId, quality_control: { training_requirement: required } };
  const { poolId } = await poolWith(account, pool, 9, { overlap: 3 });
  await account.send("POST", `/pools/${poolId}/open`);
  const crowd = { workers: 10, seed: 4, accuracy: [0.4, 1] as [number, number] };
  await account.control.placeCrowd({ ...crowd, start: true });
  await account.control.advance({ seconds: 86_400 });
  const done = await all(account, `/assignments?pool_id=${poolId}`);
  const trained = await all(account, `/assignments?pool_id=${trainingId}`);
  const skills = await all(account, "/user-skills?");
  const passed = skills.filter(({ exact_value: value }) => Number(value) >= 70);
  const users = new Set(done.map(({ user_id: id }) => id));
  expect(trained.map(({ user_id: id }) => id).sort()).toEqual(
    skills.map(({ user_id: id }) => id).sort(),
  );
  expect(skills.length).toBeGreaterThan(passed.length);
  expect([...users].every((id) => passed.some(({ user_id: who }) => who === id))).toBe(true);
  expect(trained.some((one) => Array.isArray(one.first_declined_solution_attempt))).toBe(true);
  expect(await stateOf(account, poolId)).toEqual(["CLOSED", "COMPLETED"]);
});
