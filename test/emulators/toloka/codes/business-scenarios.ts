import { reject, submit } from "../../../../emulators/toloka/work/assignment-steps.ts";
import { fixture, idOf } from "../account.ts";
import type { Lab } from "../conformity/lab.ts";
import { manualPool, openManualPool, suiteBody, take } from "../manual-pool.ts";
import { ANNA } from "../people/people.ts";

/** Leads to an answer with a code. */
export type Scenario = (lab: Lab) => Promise<unknown>;

const MONTH_SECONDS = 32 * 86_400;
const OPERATION_ID = "1b4e28ba-2fa1-4d1b-883f-0016d3cca427";
const TRAINING = {
  private_name: "Training",
  inherited_instructions: true,
  training_tasks_in_task_suite_count: 1,
};
const DAWID_SKENE = { type: "DAWID_SKENE", fields: [{ name: "result" }] };
const REQUIREMENT = { training_passing_skill_value: 70 };

async function emptyPool(lab: Lab): Promise<string> {
  return lab.pool(await lab.project());
}

async function training(lab: Lab, projectId: string): Promise<string> {
  return idOf(await lab.send("POST", "/trainings", { ...TRAINING, project_id: projectId }));
}

/** A closed pool without mixing in which work was taken and `done` with. */
async function workedIn(lab: Lab, done: "active" | "submitted" | "rejected"): Promise<string> {
  const poolId = await openManualPool(lab, { auto_accept_solutions: false });
  const work = take(lab, poolId);
  const world = lab.emulator.world();
  if (done !== "active")
    submit(world, work, world.clock.now(), { solutions: [{ result: "boots" }] });
  if (done === "rejected") reject(world, work, world.clock.now(), "wrong");
  await lab.send("POST", `/pools/${poolId}/close`);
  return poolId;
}

const archiveAfter =
  (done: "active" | "submitted" | "rejected"): Scenario =>
  async (lab) =>
    lab.send("POST", `/pools/${await workedIn(lab, done)}/archive`);

/** Every code that a rule raises, with a way to it. */
export const BUSINESS_SCENARIOS: { readonly [code: string]: Scenario } = {
  ACCESS_DENIED: async (lab) => {
    const id = await lab.people.plantSkill({ name: "English" });
    return lab.send("PUT", `/skills/${id}`, { name: "Mine" });
  },
  AUTHENTICATION_ERROR: (lab) =>
    lab.send("GET", "/requester", undefined, { authorization: "ApiKey other" }),
  CONFLICT_STATE: async (lab) => {
    const poolId = await lab.filledPool({ will_expire: "2020-01-01" });
    return lab.send("POST", `/pools/${poolId}/open`);
  },
  DOES_NOT_EXIST: (lab) => lab.send("GET", "/pools/7"),
  TOO_MANY_REQUESTS: async (lab) => {
    await lab.control.changeSettings({ rateLimitFactor: 0.05 });
    const body = fixture("quickstart.project.create.req.json");
    await lab.send("POST", "/projects", body);
    return lab.send("POST", "/projects", body);
  },
  VALIDATION_ERROR: (lab) => lab.send("POST", "/projects", {}),
  NOT_FOUND: (lab) => lab.send("GET", "/nothing"),
  METHOD_NOT_ALLOWED: (lab) => lab.send("DELETE", "/tasks/7"),
  UNSUPPORTED_MEDIA_TYPE: (lab) =>
    lab.send("POST", "/projects", {}, { "content-type": "text/plain" }),
  ENTITY_TOO_LARGE: async (lab) => {
    const poolId = await emptyPool(lab);
    return lab.send("POST", "/tasks", Array(5001).fill(lab.task(poolId)));
  },
  EMPTY_POOL: async (lab) => lab.send("POST", `/pools/${await emptyPool(lab)}/open`),
  NOT_ENOUGH_BALANCE: async (lab) => {
    const poolId = await lab.filledPool();
    await lab.control.setBalance(0);
    await lab.send("POST", "/user-bonuses", {
      user_id: ANNA,
      amount: 1,
      without_message: true,
    });
    return lab.send("POST", `/pools/${poolId}/open`);
  },
  INAPPROPRIATE_STATUS: async (lab) => {
    const poolId = await lab.filledPool();
    await lab.send("POST", `/pools/${poolId}/open`);
    const { body } = await lab.send("GET", `/pools/${poolId}`);
    await lab.send("PUT", `/pools/${poolId}`, body);
    return lab.send("POST", `/pools/${poolId}/archive`);
  },
  PROJECT_INAPPROPRIATE_STATUS: async (lab) => {
    const projectId = await lab.project();
    await lab.send("POST", `/projects/${projectId}/archive`);
    const body = fixture("quickstart.pool.create.req.json");
    return lab.send("POST", "/pools", {
      ...body,
      project_id: projectId,
      will_expire: "2099-01-01",
    });
  },
  UNARCHIVED_POOLS_CONFLICT: async (lab) => {
    const projectId = await lab.project();
    await lab.pool(projectId);
    return lab.send("POST", `/projects/${projectId}/archive`);
  },
  TRAINING_ARCHIVE_CONFLICT: async (lab) => {
    const projectId = await lab.project();
    const trainingId = await training(lab, projectId);
    const training_requirement = { ...REQUIREMENT, training_pool_id: trainingId };
    await lab.pool(projectId, { quality_control: { training_requirement } });
    return lab.send("POST", `/trainings/${trainingId}/archive`);
  },
  SUBMITTED_ASSIGNMENTS_CONFLICT: archiveAfter("submitted"),
  THERE_IS_ACTIVE_ASSIGNMENT: archiveAfter("active"),
  THERE_IS_REJECTED_ASSIGNMENT: archiveAfter("rejected"),
  POOL_LOCKED_BY_ANOTHER_OPERATION: async (lab) => {
    const poolId = await lab.filledPool();
    await lab.control.changeSettings({ operationDelayMs: 900 });
    await lab.send("POST", `/pools/${poolId}/open`);
    return lab.send("POST", `/pools/${poolId}/close`);
  },
  MIXER_CONFIG_REQUIRED: async (lab) => lab.send("POST", "/tasks", lab.task(await manualPool(lab))),
  POOL_TASK_TYPE_CONFLICT: async (lab) =>
    lab.send("POST", "/task-suites", suiteBody(await emptyPool(lab))),
  POOL_TASKS_COUNT_EXCEEDED: async (lab) => {
    await lab.control.changeSettings({ maxTasksPerPool: 0 });
    return lab.send("POST", "/tasks", lab.task(await emptyPool(lab)));
  },
  POOL_TASK_SUITES_COUNT_EXCEEDED: async (lab) => {
    await lab.control.changeSettings({ maxSuitesPerPool: 0 });
    return lab.send("POST", "/task-suites", suiteBody(await manualPool(lab)));
  },
  ASSIGNMENTS_COUNT_CONFLICT: async (lab) => {
    const poolId = await openManualPool(lab);
    take(lab, poolId, "a");
    const work = take(lab, poolId, "b");
    return lab.send("PATCH", `/task-suites/${work.suiteId}`, {
      overlap: 1,
      infinite_overlap: false,
    });
  },
  POOL_ASSIGNMENTS_COUNT_EXCEEDED: async (lab) => {
    const poolId = await lab.filledPool();
    await lab.control.changeSettings({ maxAssignmentsPerPool: 0 });
    return lab.send("POST", `/pools/${poolId}/open`);
  },
  POOL_IS_TRAINING: async (lab) => {
    const trainingId = await training(lab, await lab.project());
    return lab.send("POST", `/pools/${trainingId}/open`);
  },
  SKILL_IS_TRAINING: async (lab) => {
    const id = await lab.people.plantSkill({ name: "Training", training: true });
    return lab.send("PUT", "/user-skills", { skill_id: id, user_id: ANNA, value: 5 });
  },
  OPERATION_ALREADY_EXISTS: async (lab) => {
    const path = `/tasks?async_mode=true&operation_id=${OPERATION_ID}`;
    const task = lab.task(await emptyPool(lab));
    await lab.send("POST", path, task);
    return lab.send("POST", path, task);
  },
  OPERATION_LOGS_ARCHIVED: async (lab) => {
    const task = lab.task(await emptyPool(lab));
    const upload = await lab.send("POST", "/tasks?async_mode=true", task);
    await lab.control.advance({ seconds: MONTH_SECONDS });
    return lab.send("GET", `/operations/${idOf(upload)}/log`);
  },
  OPERATION_EXECUTION_ERROR: async (lab) => {
    const poolId = await lab.answeredPool();
    const route = "POST /aggregated-solutions/aggregate-by-pool";
    await lab.control.addFault({ route, kind: "operation-fail" });
    const body = { ...DAWID_SKENE, pool_id: poolId };
    const started = await lab.send("POST", "/aggregated-solutions/aggregate-by-pool", body);
    return lab.send("GET", `/aggregated-solutions/${idOf(started)}`);
  },
  INVALID_OPERATION_TYPE: async (lab) => {
    const task = lab.task(await emptyPool(lab));
    const upload = await lab.send("POST", "/tasks?async_mode=true", task);
    return lab.send("GET", `/aggregated-solutions/${idOf(upload)}`);
  },
  SYSTEM_SCOPE_MODIFICATION: async (lab) => {
    const id = await lab.people.restrictBySystem(ANNA);
    return lab.send("DELETE", `/user-restrictions/${id}`);
  },
  SKILL_REMOVED: async (lab) => {
    const id = await lab.skill();
    await lab.people.removeSkill(id);
    return lab.send("PUT", `/skills/${id}`, { name: "Again" });
  },
  ASSIGNMENTS_AGGREGATION_DENIED: async (lab) =>
    lab.send("POST", "/aggregated-solutions/aggregate-by-pool", {
      ...DAWID_SKENE,
      pool_id: await lab.filledPool(),
    }),
  UNSUPPORTED_ALGORITHM: async (lab) => {
    const poolId = await lab.answeredPool();
    const [task] = lab.emulator.world().store.pools.get(poolId)?.tasks ?? [];
    const body = { ...DAWID_SKENE, pool_id: poolId, task_id: task?.id };
    return lab.send("POST", "/aggregated-solutions/aggregate-by-task", body);
  },
  RESULTS_EXPIRED: async (lab) => {
    const body = { ...DAWID_SKENE, pool_id: await lab.answeredPool() };
    const started = await lab.send("POST", "/aggregated-solutions/aggregate-by-pool", body);
    await lab.control.advance({ seconds: MONTH_SECONDS });
    return lab.send("GET", `/aggregated-solutions/${idOf(started)}`);
  },
  NEED_PHONE_CONFIRMATION: async (lab) => {
    const poolId = await lab.filledPool();
    await lab.control.changeSettings({ accountProblem: "NEED_PHONE_CONFIRMATION" });
    await lab.send("POST", `/pools/${poolId}/open`);
    return lab.send("POST", "/projects", fixture("quickstart.project.create.req.json"));
  },
  BILLING_NOT_SYNCHRONIZED: async (lab) => {
    const poolId = await lab.filledPool();
    await lab.control.changeSettings({ accountProblem: "BILLING_NOT_SYNCHRONIZED" });
    return lab.send("POST", `/pools/${poolId}/open`);
  },
  INCORRECT_RECIPIENTS: (lab) =>
    lab.send("POST", "/message-threads/compose", {
      topic: { EN: "Hello" },
      text: { EN: "Hello" },
      recipients_select_type: "DIRECT",
      recipients_ids: ["nobody"],
    }),
};
