import { isObject, type JsonObject, objectOr } from "../../../../emulators/toloka/json.ts";
import { idOf, type Reply } from "../account.ts";
import { ANNA } from "../people/people.ts";
import type { Lab } from "./lab.ts";
import { sendItems } from "./uploads.ts";

/** How a recorded request is sent: in a lab that has what it speaks of. */
export type Sending = (lab: Lab, body: JsonObject, whole: unknown) => Promise<Reply>;

const DEFAULTS = "?allow_defaults=true";

async function project(lab: Lab, body: JsonObject): Promise<Reply> {
  return lab.send("POST", "/projects", body);
}

async function pool(lab: Lab, body: JsonObject): Promise<Reply> {
  const outputs = [{ result: "OK", out1: "OK" }];
  const projectId = await lab.projectFor([{ image: "http://a.example" }], outputs);
  const dates = { will_expire: "2099-01-01T00:00:00" };
  const control = objectOr(body.quality_control);
  const requirement = objectOr(control.training_requirement);
  const linked =
    control.training_requirement === undefined
      ? {}
      : {
          quality_control: {
            ...control,
            training_requirement: { ...requirement, training_pool_id: await training(lab) },
          },
        };
  const kept = body.will_expire === "{close_date}" ? dates : {};
  return lab.send("POST", "/pools", { ...body, ...kept, ...linked, project_id: projectId });
}

async function training(lab: Lab): Promise<string> {
  return idOf(
    await lab.send("POST", "/trainings", {
      project_id: await lab.project(),
      private_name: "Training",
      inherited_instructions: true,
      training_tasks_in_task_suite_count: 1,
    }),
  );
}

async function newTraining(lab: Lab, body: JsonObject): Promise<Reply> {
  return lab.send("POST", "/trainings", { ...body, project_id: await lab.project() });
}

const tasks: Sending = (lab, _body, whole) => sendItems(lab, "/tasks", whole, DEFAULTS);
const suites: Sending = (lab, _body, whole) => sendItems(lab, "/task-suites", whole, DEFAULTS);

/** A PATCH of a task in a project with all outputs on record. */
function patchTask(suffix = ""): Sending {
  return async (lab, body) => {
    const outputs = [{ result: "OK", like: true }];
    const poolId = await lab.poolIn(
      await lab.projectFor([{ image: "http://a.example" }], outputs),
      "mixed",
    );
    const made = await lab.send("POST", "/tasks", lab.task(poolId));
    return lab.send("PATCH", `/tasks/${idOf(made)}${suffix}`, body);
  };
}

function patchSuite(suffix = ""): Sending {
  return async (lab, body) => {
    const suite = {
      pool_id: "1",
      overlap: 2,
      tasks: [{ input_values: { image: "http://a.example" } }],
    };
    const made = await sendItems(lab, "/task-suites", suite);
    return lab.send("PATCH", `/task-suites/${idOf(made)}${suffix}`, body);
  };
}

async function aggregatePool(lab: Lab, body: JsonObject): Promise<Reply> {
  const poolId = await lab.answeredPool();
  const weight =
    body.answer_weight_skill_id === undefined ? {} : { answer_weight_skill_id: await lab.skill() };
  return lab.send("POST", "/aggregated-solutions/aggregate-by-pool", {
    ...body,
    ...weight,
    pool_id: typeof body.pool_id === "number" ? Number(poolId) : poolId,
  });
}

async function aggregateTask(lab: Lab, body: JsonObject): Promise<Reply> {
  const poolId = await lab.answeredPool("out1");
  const found = await lab.send("GET", `/tasks?pool_id=${poolId}`);
  const [first] = Array.isArray(found.body.items) ? found.body.items.filter(isObject) : [];
  return lab.send("POST", "/aggregated-solutions/aggregate-by-task", {
    ...body,
    pool_id: poolId,
    task_id: first?.id,
    answer_weight_skill_id: await lab.skill(),
  });
}

async function analytics(lab: Lab, _body: JsonObject, whole: unknown): Promise<Reply> {
  const poolId = await lab.filledPool();
  const metrics = (Array.isArray(whole) ? whole.filter(isObject) : []).map((metric) => ({
    ...metric,
    subject_id: poolId,
  }));
  return lab.send("POST", "/../staging/analytics-2", metrics);
}

async function webhooks(lab: Lab, _body: JsonObject, whole: unknown): Promise<Reply> {
  const poolId = await lab.filledPool();
  const withPool = (item: JsonObject): JsonObject => ({ ...item, pool_id: poolId });
  const body = Array.isArray(whole)
    ? whole.filter(isObject).map(withPool)
    : withPool(objectOr(whole));
  return lab.send("PUT", "/webhook-subscriptions", body);
}

async function bonus(lab: Lab, body: JsonObject): Promise<Reply> {
  return lab.send("POST", "/user-bonuses", { ...body, assignment_id: await lab.submittedWork() });
}

async function threadOf(lab: Lab): Promise<string> {
  return lab.people.writeMessage({ user_id: ANNA, text: { EN: "Hi" } });
}

/** Every recorded request by name. */
export const SENDINGS: { readonly [name: string]: Sending } = {
  "aggregated-solutions.by-pool.req.dawid-skene.json": aggregatePool,
  "aggregated-solutions.by-pool.req.weighted-dynamic-overlap.json": aggregatePool,
  "aggregated-solutions.by-task.req.kit.json": aggregateTask,
  "analytics.create.req.all-pool-metrics.json": analytics,
  "assignments.patch.req.json": async (lab, body) =>
    lab.send("PATCH", `/assignments/${await lab.submittedWork()}`, body),
  "message-threads.compose.req.recipients-all.json": (lab, body) =>
    lab.send("POST", "/message-threads/compose", body),
  "message-threads.compose.req.recipients-filter.json": (lab, body) =>
    lab.send("POST", "/message-threads/compose", body),
  "message-threads.compose.req.recipients-ids.json": (lab, body) =>
    lab.send("POST", "/message-threads/compose", body),
  "message-threads.folders.req.json": async (lab, body) =>
    lab.send("POST", `/message-threads/${await threadOf(lab)}/add-to-folders`, body),
  "message-threads.reply.req.json": async (lab, body) =>
    lab.send("POST", `/message-threads/${await threadOf(lab)}/reply`, body),
  "pools.create.req.kit-full.json": pool,
  "pools.create.req.long.json": pool,
  "pools.create.req.minimal.json": pool,
  "pools.patch.req.priority.json": async (lab, body) =>
    lab.send("PATCH", `/pools/${await lab.filledPool()}`, body),
  "projects.create.req.classic.json": project,
  "projects.create.req.for-validation-error.json": project,
  "projects.create.req.tb.json": project,
  "quickstart.pool.create.req.json": pool,
  "quickstart.project.create.req.json": project,
  "quickstart.tasks.create.req.json": (lab, _body, whole) => sendItems(lab, "/tasks", whole),
  "skills.create.req.json": (lab, body) => lab.send("POST", "/skills", body),
  "task-suites.create.req.kit-full.json": suites,
  "task-suites.create.req.kit-multiple.json": suites,
  "task-suites.create.req.multiple.json": suites,
  "task-suites.create.req.single.json": suites,
  "task-suites.patch.req.json": patchSuite(),
  "task-suites.set-overlap-or-min.req.json": patchSuite("/set-overlap-or-min"),
  "tasks.create.req.kit-full-single.json": tasks,
  "tasks.create.req.kit-two-pools-one-invalid.json": (lab, _body, whole) =>
    sendItems(lab, "/tasks", whole, `${DEFAULTS}&async_mode=false&skip_invalid_items=true`),
  "tasks.create.req.multiple.json": tasks,
  "tasks.create.req.single.json": tasks,
  "tasks.patch.req.infinite-overlap.json": patchTask(),
  "tasks.patch.req.preliminary-responses.json": patchTask(),
  "tasks.patch.req.responses-control-training.json": patchTask(),
  "tasks.patch.req.task-overlap.json": patchTask(),
  "tasks.set-overlap-or-min.req.json": patchTask("/set-overlap-or-min"),
  "trainings.create.req.json": newTraining,
  "trainings.create.req.kit.json": newTraining,
  "user-bonuses.create.req.json": bonus,
  "user-restrictions.put.req.json": async (lab, body) =>
    lab.send("PUT", "/user-restrictions", { ...body, project_id: Number(await lab.project()) }),
  "user-skills.put.req.json": async (lab, body) =>
    lab.send("PUT", "/user-skills", { ...body, skill_id: Number(await lab.skill()) }),
  "webhook-subscriptions.put.req.json": webhooks,
  "webhook-subscriptions.put.req.kit-multiple.json": webhooks,
};
