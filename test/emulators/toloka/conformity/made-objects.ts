import { type JsonObject, objectOr } from "../../../../emulators/toloka/json.ts";
import { setUserSkill } from "../../../../emulators/toloka/people.ts";
import { idOf, type Reply } from "../account.ts";
import { ANNA } from "../people/people.ts";
import { firstOf, type Lab } from "./lab.ts";
import { recording } from "./recordings.ts";
import { SENDINGS, type Sending } from "./sent-requests.ts";
import { itemsOf, sendItems } from "./uploads.ts";

/** Brings a lab to the answer on record; `recorded` is that answer as an object, `whole` as it is. */
export type Making = (lab: Lab, recorded: JsonObject, whole: unknown) => Promise<unknown>;

const READ_ONLY = [
  "id",
  "created",
  "status",
  "owner",
  "type",
  "last_started",
  "last_stopped",
  "last_close_reason",
];

/** The members of a recorded object that a requester may send. */
function sendable(recorded: JsonObject): JsonObject {
  const entries = Object.entries(recorded).filter(([name]) => !READ_ONLY.includes(name));
  return Object.fromEntries(entries);
}

/** The answer to a recorded request. */
export function answerTo(request: string): Making {
  return async (lab) => {
    const sending: Sending | undefined = SENDINGS[request];
    const body = recording(request);
    return (await sending?.(lab, objectOr(body), body))?.body;
  };
}

/** A list of one thing. */
export function listOf(path: string, make: Making): Making {
  return async (lab, recorded) => {
    const [first] = itemsOf(recorded);
    const made = objectOr(await make(lab, first ?? {}, first));
    const query = path.includes("?") ? path.replace("{pool_id}", String(made.pool_id)) : path;
    return (await lab.send("GET", query)).body;
  };
}

export const project: Making = async (lab, recorded) => {
  const made = await lab.send("POST", "/projects", sendable(recorded));
  return (await lab.send("GET", `/projects/${idOf(made)}`)).body;
};

const OUTPUTS = [{ result: "OK", out1: "OK", color: "red", transcript: "a" }];

/** A recorded pool, brought to its status; its tasks are of no matter. */
export const pool: Making = async (lab, recorded) => {
  const projectId = await lab.projectFor([{ image: "http://a.example" }], OUTPUTS);
  const made = await lab.send("POST", "/pools", {
    ...sendable(recorded),
    // Pools on record ended years ago; one that ends later can be opened here.
    will_expire: "2099-01-01T00:00:00",
    project_id: projectId,
  });
  const path = `/pools/${idOf(made)}`;
  const known = recorded.mixer_config === undefined ? [] : [lab.task(idOf(made))];
  await lab.send("POST", "/tasks", known);
  if (recorded.last_started !== undefined) await lab.send("POST", `${path}/open`);
  if (recorded.last_stopped !== undefined) await lab.send("POST", `${path}/close`);
  if (recorded.status === "OPEN") await lab.send("POST", `${path}/open`);
  if (recorded.status === "ARCHIVED") await lab.send("POST", `${path}/archive`);
  return (await lab.send("GET", path)).body;
};

/** A recorded training, brought to its status. */
export const training: Making = async (lab, recorded) => {
  const id = await newTraining(lab, recorded);
  return (await lab.send("GET", `/trainings/${id}`)).body;
};

/** The pool behind a training. */
export const trainingAsPool: Making = async (lab) => {
  const id = await newTraining(lab, {
    private_name: "training_v12_231",
    inherited_instructions: true,
    training_tasks_in_task_suite_count: 7,
    public_instructions: "training instructions",
    may_contain_adult_content: true,
    assignment_max_duration_seconds: 600,
    last_started: "once",
  });
  return (await lab.send("GET", `/pools/${id}`)).body;
};

async function newTraining(lab: Lab, recorded: JsonObject): Promise<string> {
  const projectId = await lab.projectFor([{ image: "http://a.example" }], OUTPUTS);
  const body = { ...sendable(recorded), project_id: projectId };
  const id = idOf(await lab.send("POST", "/trainings", body));
  const known_solutions = [{ output_values: { result: "OK" } }];
  const hint = { message_on_unknown_solution: "OK", infinite_overlap: true };
  await lab.send("POST", "/tasks", lab.task(id, { known_solutions, ...hint }));
  if (recorded.last_started !== undefined) await lab.send("POST", `/trainings/${id}/open`);
  if (recorded.last_stopped !== undefined) await lab.send("POST", `/trainings/${id}/close`);
  if (recorded.status === "OPEN") await lab.send("POST", `/trainings/${id}/open`);
  return id;
}

/** A recorded task or suite, sent and read back. */
export function uploaded(path: "/tasks" | "/task-suites", isRead: boolean): Making {
  return async (lab, recorded) => {
    const made = await sendItems(lab, path, recorded, "?allow_defaults=true");
    return isRead ? (await lab.send("GET", `${path}/${idOf(made)}`)).body : made.body;
  };
}

/** A suite that smart mixing made and that was done. */
export const mixedSuite: Making = async (lab) => {
  const poolId = await lab.answeredPool();
  return firstOf(await lab.send("GET", `/task-suites?pool_id=${poolId}`)).body;
};

/** A finished assignment. */
export const assignment: Making = async (lab) => {
  const poolId = await lab.answeredPool();
  return firstOf(await lab.send("GET", `/assignments?pool_id=${poolId}`)).body;
};

/** A reviewed assignment with a comment and a bonus. */
export const reviewed: Making = async (lab) => {
  const id = await lab.submittedWork();
  const title = { public_title: { EN: "Good" } };
  const { body } = await lab.send("GET", `/assignments/${id}`);
  const bonus = { user_id: body.user_id, amount: 1, assignment_id: id, ...title };
  await lab.send("POST", "/user-bonuses", bonus);
  const review = { status: "ACCEPTED", public_comment: "Well done" };
  return (await lab.send("PATCH", `/assignments/${id}`, review)).body;
};

export const userSkill: Making = async (lab) => {
  const skillId = await lab.skill();
  const { store } = lab.emulator.world();
  const { id } = setUserSkill(store, { userId: ANNA, skillId, value: 100 }, 0);
  return (await lab.send("GET", `/user-skills/${id}`)).body;
};

export const skill: Making = async (lab, recorded) =>
  (await lab.send("POST", "/skills", sendable(recorded))).body;

export const restriction: Making = async (lab, recorded) =>
  (
    await lab.send("PUT", "/user-restrictions", {
      ...sendable(recorded),
      user_id: ANNA,
      project_id: await lab.project(),
    })
  ).body;

export const attachment: Making = async (lab) => {
  const id = await lab.people.attach({
    name: "37540601.jpg",
    media_type: "image/jpeg",
    user_id: ANNA,
    assignment_id: "a-1",
    pool_id: "154",
    content: "",
  });
  return (await lab.send("GET", `/attachments/${id}`)).body;
};

export const thread: Making = async (lab, recorded) =>
  (
    await lab.send("POST", "/message-threads/compose", {
      topic: recorded.topic,
      text: { EN: "Thank you" },
      recipients_select_type: "DIRECT",
      recipients_ids: [ANNA],
    })
  ).body;

export const bonus: Making = async (lab, recorded) => {
  const assignmentId = await lab.submittedWork();
  const body = { ...sendable(recorded), user_id: ANNA, assignment_id: assignmentId };
  return (await lab.send("POST", "/user-bonuses", body)).body;
};

/** Bonuses of a recorded answer, one of them wrong. */
export const bonuses: Making = async (lab, recorded) => {
  const assignment_id = await lab.submittedWork();
  const items = itemsOf(recorded).map((item, index) => ({
    ...sendable(item),
    amount: 1 + index,
    user_id: ANNA,
    assignment_id,
  }));
  const title = { public_title: { EN: "Good" } };
  const wrong = (index: number) => ({ user_id: ANNA, amount: 200 + index, ...title });
  const isFirstWrong = Object.keys(objectOr(recorded.validation_errors)).includes("0");
  const sent = isFirstWrong
    ? [wrong(0), ...items]
    : items.flatMap((item, index) => [item, wrong(index)]);
  return (await lab.send("POST", "/user-bonuses?skip_invalid_items=true", sent)).body;
};

export const metadata: Making = async (lab) => {
  await lab.people.plantTolokers({ id: "someone", profile: { languages: ["EN", "FR"] } });
  return (await lab.send("GET", "/user-metadata/someone")).body;
};

export const requester: Making = async (lab) => (await lab.send("GET", "/requester")).body;

/** A subscription, alone. */
export const webhook: Making = async (lab, recorded) =>
  (
    await lab.send("PUT", "/webhook-subscriptions", {
      ...sendable(recorded),
      pool_id: await lab.filledPool(),
    })
  ).body;

/** What an answer's body holds. */
export async function bodyOf(reply: Promise<Reply>): Promise<unknown> {
  const { text } = await reply;
  const value: unknown = JSON.parse(text);
  return value;
}
