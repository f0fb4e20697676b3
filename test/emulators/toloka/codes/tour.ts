import { objectOr } from "../../../../emulators/toloka/json.ts";
import { idOf } from "../account.ts";
import { createLab, type Lab } from "../conformity/lab.ts";
import { recording, recordingsOf } from "../conformity/recordings.ts";
import { SENDINGS } from "../conformity/sent-requests.ts";
import { openManualPool } from "../manual-pool.ts";
import { ANNA } from "../people/people.ts";

/** Visits every route that no recorded request visits; each lab's requests are in its ledger. */
export async function tour(): Promise<Lab[]> {
  const labs: Lab[] = [];
  for (const name of recordingsOf("request")) {
    const lab = await createLab();
    const body = recording(name);
    await SENDINGS[name]?.(lab, objectOr(body), body);
    labs.push(lab);
  }
  const lab = await createLab();
  await visitPools(lab);
  await visitPeople(lab);
  await visitResults(lab);
  return [...labs, lab];
}

async function visitPools(lab: Lab): Promise<void> {
  const { send } = lab;
  const poolId = await lab.filledPool();
  const pool = await send("GET", `/pools/${poolId}`);
  const projectId = String(pool.body.project_id);
  const project = await send("GET", `/projects/${projectId}`);
  await send("PUT", `/projects/${projectId}`, project.body);
  await send("POST", `/../staging/projects/${projectId}/check`, project.body);
  await send("PUT", `/pools/${poolId}`, pool.body);
  const fields = {
    project_id: projectId,
    private_name: "Training",
    inherited_instructions: true,
    training_tasks_in_task_suite_count: 1,
  };
  const trainingId = idOf(await send("POST", "/trainings", fields));
  const known_solutions = [{ output_values: { result: "boots" } }];
  const hint = { message_on_unknown_solution: "Boots", infinite_overlap: true };
  await send("POST", "/tasks", lab.task(trainingId, { known_solutions, ...hint }));
  await send("PUT", `/trainings/${trainingId}`, fields);
  for (const path of [`/pools/${poolId}`, `/trainings/${trainingId}`]) {
    for (const action of ["open", "close-for-update", "close", "clone", "archive"]) {
      await send("POST", `${path}/${action}`);
    }
    await send("GET", path);
  }
  for (const path of ["/projects", "/pools", "/trainings", "/operations"]) await send("GET", path);
  const empty = await lab.project();
  await send("POST", `/projects/${empty}/archive`);
}

async function visitPeople(lab: Lab): Promise<void> {
  const { send } = lab;
  const skillId = await lab.skill();
  await send("PUT", `/skills/${skillId}`, { name: "Boots" });
  const given = await send("PUT", "/user-skills", { skill_id: skillId, user_id: ANNA, value: 5 });
  const ban = await send("PUT", "/user-restrictions", { scope: "ALL_PROJECTS", user_id: ANNA });
  const bonus = await send("POST", "/user-bonuses", {
    user_id: ANNA,
    amount: 1,
    without_message: true,
  });
  const file = await lab.people.attach({
    name: "a.txt",
    media_type: "text/plain",
    user_id: ANNA,
    assignment_id: "a-1",
    pool_id: "154",
    content: "",
  });
  const thread = await lab.people.writeMessage({ user_id: ANNA, text: { EN: "Hi" } });
  await send("POST", `/message-threads/${thread}/remove-from-folders`, { folders: ["UNREAD"] });
  const subscription = await send("PUT", "/webhook-subscriptions", {
    pool_id: await lab.filledPool(),
    event_type: "POOL_CLOSED",
    webhook_url: "https://example.com/hook",
  });
  await send("POST", `/webhook-subscriptions/${idOf(subscription)}/test`);
  const things = [
    `/skills/${skillId}`,
    `/user-skills/${idOf(given)}`,
    `/user-restrictions/${idOf(ban)}`,
    `/user-bonuses/${idOf(bonus)}`,
    `/attachments/${file}`,
    `/attachments/${file}/download`,
    `/webhook-subscriptions/${idOf(subscription)}`,
    `/user-metadata/${ANNA}`,
    "/requester",
    "/skills",
    "/user-skills",
    "/user-restrictions",
    "/user-bonuses",
    "/attachments?pool_id=154",
    "/webhook-subscriptions",
    "/message-threads",
  ];
  for (const path of things) await send("GET", path);
  for (const path of [things[1], things[2], things[6]]) await send("DELETE", path ?? "");
}

async function visitResults(lab: Lab): Promise<void> {
  const { send } = lab;
  const poolId = await lab.answeredPool();
  const aggregation = await send("POST", "/aggregated-solutions/aggregate-by-pool", {
    type: "DAWID_SKENE",
    pool_id: poolId,
    fields: [{ name: "result" }],
  });
  await send("GET", `/aggregated-solutions/${idOf(aggregation)}`);
  await send("GET", `/operations/${idOf(aggregation)}`);
  await send("GET", `/operations/${idOf(aggregation)}/log`);
  const { store } = lab.emulator.world();
  await openManualPool(lab);
  for (const [path, things] of [
    ["/tasks", store.tasks],
    ["/task-suites", store.suites],
    ["/assignments", store.assignments],
  ] as const) {
    const [id = ""] = things.keys();
    await send("GET", `${path}/${id}`);
    await send("GET", `${path}?pool_id=${poolId}`);
  }
}
