import { describe, expect, test } from "vitest";
import type { CrowdRequest } from "../../../../emulators/toloka/crowd/control-schemas.ts";
import { isObject, type JsonObject } from "../../../../emulators/toloka/json.ts";
import { type Account, fixture } from "../account.ts";
import { all, field, poolWith, work } from "./field.ts";

type Condition = [key: string, operator: string, value: unknown];

const BAN = {
  type: "RESTRICTION_V2",
  parameters: { scope: "PROJECT", duration_unit: "DAYS", duration: 3, private_comment: "rule" },
};
const GOLDEN = {
  known_solutions: [{ output_values: { result: "boots" } }],
  ...{ infinite_overlap: true, overlap: null },
};
const WITH_CONTROL = { real_tasks_count: 2, golden_tasks_count: 1, training_tasks_count: 0 };

function rule(
  collector: JsonObject,
  conditions: readonly Condition[],
  action: JsonObject = BAN,
): JsonObject {
  return {
    collector_config: collector,
    rules: [
      {
        conditions: conditions.map(([key, operator, value]) => ({ key, operator, value })),
        action,
      },
    ],
  };
}

const control = (...configs: JsonObject[]): JsonObject => ({ quality_control: { configs } });

/** Two Tolokers of whom the second one is `bad`, at work in a pool that watches them. */
async function watched(
  pool: JsonObject,
  bad: CrowdRequest,
  tasks: (index: number) => JsonObject = () => ({ overlap: 2 }),
) {
  const account = await field();
  const { poolId, taskIds } = await poolWith(account, pool, 60, tasks);
  const answer = { output_values: { result: "boots" } };
  await account.control.plantTruth(taskIds.map((id) => ({ task_id: id, ...answer })));
  const good = { accuracy: 1, speed: 10, skip_rate: 0, workers: 2 };
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.placeCrowd(good);
  const [, second] = account.emulator.world().store.crowd.workers;
  if (second === undefined) throw new Error("no second Toloker");
  if (typeof bad.accuracy === "number") second.accuracy = bad.accuracy;
  if (typeof bad.speed === "number") second.secondsPerTask = bad.speed;
  if (typeof bad.skip_rate === "number") second.skipRate = bad.skip_rate;
  if (typeof bad.captcha_fail_rate === "number") second.captchaFailRate = bad.captcha_fail_rate;
  await account.control.startCrowd();
  await account.control.advance({ seconds: 40_000 });
  return { account, poolId, taskIds, bad: second.id };
}

/** Who was banned, after how many suites each. */
async function bans(account: Account, poolId: string): Promise<unknown[]> {
  const list = await all(account, "/user-restrictions?");
  const done = await all(account, `/assignments?pool_id=${poolId}`);
  return list.map(({ user_id: id }) => [id, done.filter((one) => one.user_id === id).length]);
}

describe("a Toloker is banned by the collector that", () => {
  const tasks = (index: number): JsonObject => (index < 20 ? GOLDEN : { overlap: 2 });
  test("compares control answers with the known ones", async () => {
    const config = rule({ type: "GOLDEN_SET", parameters: { history_size: 5 } }, [
      ["golden_set_answers_count", "GTE", 3],
      ["golden_set_correct_answers_rate", "LT", 50],
      ["total_answers_count", "GTE", 4],
    ]);
    const pool = { ...control(config), mixer_config: WITH_CONTROL };
    const { account, poolId, bad } = await watched(pool, { accuracy: 0 }, tasks);
    expect(await bans(account, poolId)).toEqual([[bad, 4]]);
    const [ban] = await all(account, "/user-restrictions?");
    const project = (await account.send("GET", `/pools/${poolId}`)).body.project_id;
    const created = Date.parse(`${String(ban?.created)}Z`);
    expect(ban).toMatchObject({ scope: "PROJECT", project_id: project, private_comment: "rule" });
    expect(Date.parse(`${String(ban?.will_expire)}Z`) - created).toBe(3 * 86_400_000);
  });

  test("compares answers with those of the majority", async () => {
    const collector = { type: "MAJORITY_VOTE", parameters: { answer_threshold: 2 } };
    const config = rule(collector, [
      ["total_answers_count", "GTE", 6],
      ["incorrect_answers_rate", "GT", 60],
    ]);
    const account = await field();
    const { poolId, taskIds } = await poolWith(account, control(config), 30, { overlap: 3 });
    const output_values = { result: "boots" };
    await account.control.plantTruth(taskIds.map((task_id) => ({ task_id, output_values })));
    await account.control.placeCrowd({ workers: 3, accuracy: 1 });
    const [, second] = account.emulator.world().store.crowd.workers;
    if (second !== undefined) second.accuracy = 0;
    await account.send("POST", `/pools/${poolId}/open`);
    await account.control.startCrowd();
    await account.control.advance({ seconds: 40_000 });
    expect((await bans(account, poolId)).flat()[0]).toBe(second?.id);
    expect(await bans(account, poolId)).toHaveLength(1);
  });

  test.each<[string, JsonObject, Condition[], CrowdRequest, number]>([
    [
      "counts suites skipped in a row",
      { type: "SKIPPED_IN_ROW_ASSIGNMENTS" },
      [["skipped_in_row_count", "GTE", 4]],
      { skip_rate: 1 },
      4,
    ],
    [
      "looks at hasty submissions",
      {
        type: "ASSIGNMENT_SUBMIT_TIME",
        parameters: { history_size: 4, fast_submit_threshold_seconds: 10 },
      },
      [
        ["total_submitted_count", "EQ", 4],
        ["fast_submitted_count", "GTE", 3],
      ],
      { speed: 1 },
      4,
    ],
    [
      "looks at failed captchas",
      { type: "CAPTCHA", parameters: { history_size: 2 } },
      [
        ["stored_results_count", "EQ", 2],
        ["success_rate", "LTE", 70],
      ],
      { captcha_fail_rate: 1 },
      14,
    ],
  ])("%s", async (_what, collector, conditions, bad, suites) => {
    const found = await watched(control(rule(collector, conditions)), bad);
    expect(await bans(found.account, found.poolId)).toEqual([[found.bad, suites]]);
  });

  test.each<[string, JsonObject, Condition[]]>([
    [
      "counts accepted answers",
      { type: "ANSWER_COUNT" },
      [["assignments_accepted_count", "EQ", 5]],
    ],
    ["adds up a day's income", { type: "INCOME" }, [["income_sum_for_last_24_hours", "GTE", 0.1]]],
    [
      "looks at the share of accepted work",
      { type: "ACCEPTANCE_RATE" },
      [
        ["total_assignments_count", "EQ", 5],
        ["accepted_assignments_rate", "EQ", 100],
      ],
    ],
  ])("%s", async (_what, collector, conditions) => {
    const { account, poolId } = await watched(control(rule(collector, conditions)), {});
    expect((await bans(account, poolId)).map((ban) => (Array.isArray(ban) ? ban[1] : 0))).toEqual([
      5, 5,
    ]);
  });
});

test("a suite handed in ends a row of skipped ones, and old results are forgotten", async () => {
  const skips: Condition[] = [["skipped_in_row_count", "GTE", 6]];
  const many: Condition[] = [["total_answers_count", "GT", 3]];
  const pool = {
    ...control(
      rule({ type: "SKIPPED_IN_ROW_ASSIGNMENTS" }, skips),
      rule({ type: "GOLDEN_SET", parameters: { history_size: 3 } }, many),
    ),
    mixer_config: WITH_CONTROL,
  };
  const tasks = (index: number): JsonObject => (index < 30 ? GOLDEN : { overlap: 2 });
  const { account, poolId, bad } = await watched(pool, { skip_rate: 0.5 }, tasks);
  const own = await all(account, `/assignments?pool_id=${poolId}&user_id=${bad}`);
  const count = (status: string): number => own.filter((one) => one.status === status).length;
  expect([count("SKIPPED") >= 6, count("ACCEPTED") > 3]).toEqual([true, true]);
  expect(await bans(account, poolId)).toEqual([]);
});

test("the quick start's captcha rule bans nobody who passes captchas", async () => {
  const pool = { quality_control: fixture("quickstart.pool.create.req.json").quality_control };
  const { account, poolId } = await watched(pool, {});
  expect(await bans(account, poolId)).toEqual([]);
});

test("a skill is set to a value, or to the collector's rate", async () => {
  const account = await field();
  const skills: string[] = [];
  for (const name of ["done", "rate"]) {
    skills.push(String((await account.send("POST", "/skills", { name })).body.id));
  }
  const enough: Condition[] = [["total_answers_count", "GTE", 4]];
  const set = { type: "SET_SKILL", parameters: { skill_id: skills[0], skill_value: 42 } };
  const from = {
    type: "SET_SKILL_FROM_OUTPUT_FIELD",
    parameters: { skill_id: skills[1], from_field: "incorrect_answers_rate" },
  };
  const configs = [set, from].map((action) => rule({ type: "GOLDEN_SET" }, enough, action));
  const pool = { ...control(...configs), mixer_config: WITH_CONTROL };
  const { poolId } = await poolWith(account, pool, 30, (index) => (index < 20 ? GOLDEN : {}));
  await work(account, poolId, { workers: 1, accuracy: 1 });
  const values = await all(account, "/user-skills?");
  expect(values.map(({ skill_id: id, value }) => [id, value])).toEqual([
    [skills[0], 42],
    [skills[1], 0],
  ]);
});

test("all work of a banned Toloker is rejected with a comment, and more answers are asked for", async () => {
  const fast = {
    type: "ASSIGNMENT_SUBMIT_TIME",
    parameters: { fast_submit_threshold_seconds: 10 },
  };
  const hasty: Condition[] = [["fast_submitted_count", "GTE", 3]];
  const rejects = {
    type: "REJECT_ALL_ASSIGNMENTS",
    parameters: { public_comment: "Too fast" },
  };
  const again = { type: "CHANGE_OVERLAP", parameters: { delta: 1, open_pool: true } };
  const pool = {
    ...control(
      rule(fast, hasty, rejects),
      rule(fast, hasty),
      rule({ type: "ASSIGNMENTS_ASSESSMENT" }, [["assessment_event", "EQ", "REJECT"]], again),
    ),
    auto_accept_solutions: false,
  };
  const { account, poolId, bad } = await watched(pool, { speed: 1 }, () => ({ overlap: 1 }));
  const done = await all(account, `/assignments?pool_id=${poolId}`);
  const of = (id: string): unknown[] =>
    done.filter((one) => one.user_id === id).map((one) => [one.status, one.public_comment]);
  expect(of(bad)).toEqual(new Array(3).fill(["REJECTED", "Too fast"]));
  const overlaps = (await all(account, `/tasks?pool_id=${poolId}`)).map(({ overlap }) => overlap);
  expect(overlaps.filter((overlap) => overlap === 2)).toHaveLength(9);
  const { charges, ...sums } = await account.control.charges();
  expect(charges.filter(({ kind }) => kind === "RELEASE")).toHaveLength(3);
  expect(sums.spent).toBe(0);
  const answered = new Set(
    done.flatMap(({ tasks, status }) =>
      status === "SUBMITTED" && Array.isArray(tasks)
        ? tasks.filter(isObject).map(({ id }) => id)
        : [],
    ),
  );
  expect(answered.size).toBe(60);
});

test("waiting work is accepted when a Toloker proves good", async () => {
  const accepts = { type: "APPROVE_ALL_ASSIGNMENTS" };
  const enough: Condition[] = [
    ["golden_set_answers_count", "EQ", 5],
    ["golden_set_correct_answers_rate", "GTE", 80],
  ];
  const pool = {
    ...control(rule({ type: "GOLDEN_SET" }, enough, accepts)),
    ...{ mixer_config: WITH_CONTROL, auto_accept_solutions: false },
  };
  const tasks = (index: number): JsonObject => (index < 20 ? GOLDEN : { overlap: 2 });
  const { account, poolId, bad } = await watched(pool, { accuracy: 0 }, tasks);
  const accepted = await all(account, `/assignments?pool_id=${poolId}&status=ACCEPTED`);
  expect(accepted).toHaveLength(5);
  expect(accepted.some(({ user_id: id }) => id === bad)).toBe(false);
});

test("the work of a Toloker who loses the pool is done once more", async () => {
  const fast = {
    type: "ASSIGNMENT_SUBMIT_TIME",
    parameters: { fast_submit_threshold_seconds: 10 },
  };
  const again = { type: "CHANGE_OVERLAP", parameters: { delta: 1, open_pool: false } };
  const lost: Condition[] = [["pool_access_revoked_reason", "EQ", "RESTRICTION"]];
  const pool = control(
    rule(fast, [["fast_submitted_count", "EQ", 2]]),
    rule({ type: "USERS_ASSESSMENT" }, lost, again),
  );
  const { account, poolId } = await watched(pool, { speed: 1 }, () => ({ overlap: 1 }));
  const overlaps = (await all(account, `/tasks?pool_id=${poolId}`)).map(({ overlap }) => overlap);
  expect(overlaps.filter((overlap) => overlap === 2)).toHaveLength(6);
});

test("collectors of a project watch all its pools together", async () => {
  const account = await field();
  const config = rule({ type: "ANSWER_COUNT" }, [["assignments_accepted_count", "EQ", 4]]);
  const projectId = await account.project(control(config));
  const pools: string[] = [];
  for (const priority of [50, 0]) {
    const { poolId } = await poolWith(account, { project_id: projectId, priority }, 9);
    pools.push(poolId);
    await account.send("POST", `/pools/${poolId}/open`);
  }
  await account.control.placeCrowd({ workers: 1, start: true });
  await account.control.advance({ seconds: 86_400 });
  const counts = [];
  for (const id of pools) counts.push((await all(account, `/assignments?pool_id=${id}`)).length);
  expect(counts).toEqual([3, 1]);
});
