import { isObject, type JsonObject, objectOr } from "../../../../emulators/toloka/json.ts";
import { createLab, type Lab } from "./lab.ts";
import { ERRORS } from "./made-errors.ts";
import * as make from "./made-objects.ts";
import { aggregated, bonusLog, operation, operations, uploadLog } from "./made-operations.ts";
import { itemsOf, sendItems } from "./uploads.ts";

type Making = make.Making;

/** The answer to a project check whose body differs from the project in `changes`. */
function check(changes: object): Making {
  return async (lab) => {
    const projectId = await lab.project();
    const { body } = await lab.send("GET", `/projects/${projectId}`);
    return (
      await lab.send("POST", `/../staging/projects/${projectId}/check`, { ...body, ...changes })
    ).body;
  };
}

const { answerTo, listOf } = make;

const mixedSuites: Making = async (lab) => {
  const suite = await make.mixedSuite(lab, {}, null);
  const poolId = isObject(suite) ? String(suite.pool_id) : "";
  return (await lab.send("GET", `/task-suites?pool_id=${poolId}`)).body;
};

const assignments: Making = async (lab) => {
  const poolId = await lab.answeredPool();
  return (await lab.send("GET", `/assignments?pool_id=${poolId}`)).body;
};

const trial: Making = async (lab) => {
  const made = await make.webhook(
    lab,
    {
      event_type: "POOL_CLOSED",
      webhook_url: "https://example.com/toloka-webhook",
    },
    null,
  );
  const id = isObject(made) ? String(made.id) : "";
  return (await lab.send("POST", `/webhook-subscriptions/${id}/test`)).body;
};

/** Recorded answers by the beginning of their names; the first that fits makes the answer. */
const ANSWERS: readonly (readonly [string, Making])[] = [
  ["aggregated-solutions.by-pool.res", operation],
  ["aggregated-solutions.by-task.res", answerTo("aggregated-solutions.by-task.req.kit.json")],
  ["aggregated-solutions.list.res", aggregated],
  ["analytics.create.res", operation],
  ["assignments.get.res.kit", make.reviewed],
  ["assignments.get.res", make.assignment],
  ["assignments.list.res", assignments],
  ["assignments.patch.res", make.reviewed],
  ["attachments.get.res", make.attachment],
  ["attachments.list.res", listOf("/attachments?pool_id=154", make.attachment)],
  ["message-threads.get.res", make.thread],
  ["message-threads.list.res", listOf("/message-threads", make.thread)],
  ["operations.get.res", operation],
  ["operations.list.res", operations],
  ["operations.log.res.fail", bonusLog],
  ["operations.log.res.success", bonusLog],
  ["operations.log.res.kit-bonuses", bonusLog],
  ["operations.log.res", uploadLog],
  ["pools.get.res.kit-training-type", make.trainingAsPool],
  ["pools.get.res", make.pool],
  ["pools.create.res", make.pool],
  ["pools.list.res", listOf("/pools", make.pool)],
  ["pools.", operation],
  ["projects.archive.res", operation],
  ["projects.check.res.breaking", check({ task_spec: otherSpec("integer") })],
  ["projects.check.res.equal", check({})],
  ["projects.check.res.non-breaking", check({ public_name: "Other" })],
  ["projects.list.res", listOf("/projects", make.project)],
  ["projects.", make.project],
  ["requester.get.res", make.requester],
  ["skills.get.res", make.skill],
  ["skills.list.res", listOf("/skills?name=product%20search%20relevance", make.skill)],
  ["task-suites.create.res.async", operation],
  ["task-suites.create.res.multiple", spacedSuites],
  ["task-suites.create.res", make.uploaded("/task-suites", false)],
  ["task-suites.get.res", make.mixedSuite],
  ["task-suites.list.res", mixedSuites],
  ["tasks.create.res.kit-async", operation],
  ["tasks.create.res.multiple-tasks-async", operation],
  ["tasks.create.res.single-task-async", operation],
  ["tasks.create.res.kit-partial-null", partial({ image: null })],
  ["tasks.create.res.kit-partial-with", partial({ imagis: "http://images.com/3.png" })],
  ["tasks.create.res.multiple-tasks", partial({ image: null })],
  ["tasks.create.res", make.uploaded("/tasks", false)],
  ["tasks.get.res", make.uploaded("/tasks", true)],
  ["tasks.list.res", listOf("/tasks?pool_id={pool_id}", make.uploaded("/tasks", true))],
  ["trainings.get.res", make.training],
  ["trainings.list.res", listOf("/trainings", make.training)],
  ["trainings.", operation],
  ["user-bonuses.create.res.async", operation],
  ["user-bonuses.create.res.single", make.bonus],
  ["user-bonuses.create.res", make.bonuses],
  ["user-bonuses.get.res", make.bonus],
  ["user-bonuses.list.res", listOf("/user-bonuses", make.bonus)],
  ["user-metadata.get.res", make.metadata],
  ["user-restrictions.list.res", listOf("/user-restrictions", make.restriction)],
  ["user-restrictions.get.res", make.restriction],
  ["user-skills.get.res", make.userSkill],
  ["user-skills.list.res", listOf("/user-skills", make.userSkill)],
  ["webhook-subscriptions.get.res", make.webhook],
  ["webhook-subscriptions.list.res", listOf("/webhook-subscriptions", make.webhook)],
  ["webhook-subscriptions.put.res", answerTo("webhook-subscriptions.put.req.kit-multiple.json")],
  ["webhook-subscriptions.test.res", trial],
];

function otherSpec(type: string): object {
  return { input_spec: { image: { type } }, output_spec: { result: { type: "string" } } };
}

/** Recorded suites with a wrong one behind each. */
async function spacedSuites(lab: Lab, recorded: JsonObject): Promise<unknown> {
  const items = itemsOf(recorded).flatMap((item) => [item, { ...item, tasks: [] }]);
  return (await sendItems(lab, "/task-suites", items, "?skip_invalid_items=true")).body;
}

/** Recorded tasks and one more with wrong values, which are named by their index. */
function partial(values: object): Making {
  return async (lab, recorded) => {
    const items = Object.values(isObject(recorded.items) ? recorded.items : {}).filter(isObject);
    const [first] = items;
    const wrong = { ...first, input_values: values };
    const query = "?skip_invalid_items=true&allow_defaults=true";
    return (await sendItems(lab, "/tasks", [...items, wrong], query)).body;
  };
}

/** The stand-in's own answer in the place of a recorded one. */
export async function answerFor(name: string, recorded: unknown): Promise<unknown> {
  const lab = await createLab();
  const known = ERRORS[name] ?? ANSWERS.find(([start]) => name.startsWith(start))?.[1];
  if (known === undefined) throw new Error(`nothing makes ${name}`);
  return known(lab, objectOr(recorded), recorded);
}
