import { isObject, type JsonObject, objectOr } from "../../../../emulators/toloka/json.ts";
import { idOf, type Reply } from "../account.ts";
import { ANNA } from "../people/people.ts";
import type { Lab } from "./lab.ts";
import { bodyOf, type Making } from "./made-objects.ts";
import { SENDINGS } from "./sent-requests.ts";
import { sendItems } from "./uploads.ts";

const DELAY_MS = 900;
const BAD = { amount: 1, user_id: "nobody", public_title: { EN: "Good" } };
const GOOD = { ...BAD, user_id: ANNA };

/** How an operation of a type comes about; `recorded` is the operation on record. */
const STARTS: { readonly [type: string]: (lab: Lab, recorded: JsonObject) => Promise<Reply> } = {
  "POOL.OPEN": async (lab, { status }) => {
    const poolId = await lab.filledPool();
    if (status === "FAIL") {
      await lab.control.addFault({ route: "POST /pools/:id/open", kind: "operation-fail" });
    }
    return later(lab, "POST", `/pools/${poolId}/open`);
  },
  "POOL.CLOSE": async (lab) => {
    const poolId = await lab.filledPool();
    await lab.send("POST", `/pools/${poolId}/open`);
    return later(lab, "POST", `/pools/${poolId}/close`);
  },
  "POOL.ARCHIVE": async (lab) => later(lab, "POST", `/pools/${await lab.filledPool()}/archive`),
  "POOL.CLONE": async (lab) => later(lab, "POST", `/pools/${await lab.filledPool()}/clone`),
  "PROJECT.ARCHIVE": async (lab) => later(lab, "POST", `/projects/${await lab.project()}/archive`),
  "TRAINING.OPEN": async (lab) => later(lab, "POST", `/trainings/${await training(lab)}/open`),
  "TRAINING.CLOSE": async (lab) => {
    const id = await training(lab);
    await lab.send("POST", `/trainings/${id}/open`);
    return later(lab, "POST", `/trainings/${id}/close`);
  },
  "TRAINING.ARCHIVE": async (lab) =>
    later(lab, "POST", `/trainings/${await training(lab)}/archive`),
  "TRAINING.CLONE": async (lab) => later(lab, "POST", `/trainings/${await training(lab)}/clone`),
  "TASK.BATCH_CREATE": async (lab, { status }) => {
    const poolId = await lab.pool(await lab.project());
    const wrong = status === "FAIL" ? { input_values: {} } : {};
    return later(lab, "POST", "/tasks?async_mode=true", [
      lab.task(poolId),
      lab.task(poolId, wrong),
    ]);
  },
  "TASK_SUITE.BATCH_CREATE": async (lab) => {
    await lab.control.changeSettings({ operationDelayMs: DELAY_MS });
    const wrong = { pool_id: "1", tasks: [{ input_values: { image: 5 } }], overlap: 1 };
    return sendItems(lab, "/task-suites", [wrong, wrong], "?async_mode=true");
  },
  "USER_BONUS.BATCH_CREATE": async (lab) =>
    later(lab, "POST", "/user-bonuses?async_mode=true&skip_invalid_items=true", [
      GOOD,
      { ...GOOD, amount: 2 },
    ]),
  "SOLUTION.AGGREGATE": async (lab, { parameters }) => {
    const { algorithm } = objectOr(parameters);
    const poolId = await lab.answeredPool();
    const isWeighted = algorithm === "WEIGHTED_DYNAMIC_OVERLAP";
    const weight = isWeighted ? { answer_weight_skill_id: Number(await lab.skill()) } : {};
    return later(lab, "POST", "/aggregated-solutions/aggregate-by-pool", {
      type: algorithm,
      pool_id: poolId,
      fields: [{ name: "result" }],
      ...weight,
    });
  },
  ANALYTICS: async (lab, { parameters, details }) => {
    const [entry] = [objectOr(details).value].flat().filter(isObject);
    const isObjectResult = isObject(entry?.result);
    await lab.control.changeSettings({
      operationDelayMs: DELAY_MS,
      analyticsResults: isObjectResult ? "object" : "number",
    });
    const poolId = await lab.filledPool();
    const value = [objectOr(parameters).value].flat().filter(isObject);
    const request = value.map((metric) => ({ ...metric, subject_id: poolId }));
    return lab.send("POST", "/../staging/analytics-2", request);
  },
};

/** A request whose operation takes its time. */
async function later(lab: Lab, method: string, path: string, body?: unknown): Promise<Reply> {
  await lab.control.changeSettings({ operationDelayMs: DELAY_MS });
  return lab.send(method, path, body);
}

async function training(lab: Lab): Promise<string> {
  const fields = {
    project_id: await lab.project(),
    private_name: "Training",
    inherited_instructions: true,
    training_tasks_in_task_suite_count: 1,
  };
  const id = idOf(await lab.send("POST", "/trainings", fields));
  const known_solutions = [{ output_values: { result: "boots" } }];
  const hint = { message_on_unknown_solution: "Boots", infinite_overlap: true };
  await lab.send("POST", "/tasks", lab.task(id, { known_solutions, ...hint }));
  return id;
}

/** An operation of the recorded type, looked at when it has the recorded status. */
export const operation: Making = async (lab, recorded) => {
  const started = await STARTS[String(recorded.type)]?.(lab, recorded);
  if (started === undefined) throw new Error(`no way to start ${String(recorded.type)}`);
  const passed = { PENDING: 0, RUNNING: DELAY_MS / 2 }[String(recorded.status)] ?? DELAY_MS;
  if (passed === 0) return started.body;
  await lab.control.advance({ ms: passed });
  return (await lab.send("GET", `/operations/${idOf(started)}`)).body;
};

/** Recorded operations of types that the stand-in has, in a list. */
export const operations: Making = async (lab, recorded) => {
  const items = [recorded.items].flat().filter(isObject);
  for (const item of items.filter(({ type }) => Object.hasOwn(STARTS, String(type)))) {
    await operation(lab, item, item);
  }
  return bodyOf(lab.send("GET", "/operations?sort=submitted"));
};

/** The log of an upload of the recorded inputs. */
export const uploadLog: Making = async (lab, _recorded, whole) => {
  const all = [whole].flat().filter(isObject);
  const items = all.filter(({ type }) => type !== "POOL_OPEN");
  const inputs = items.map(
    ({ input, success, type }): JsonObject => ({
      ...objectOr(input),
      // One recording complains of a name that its input does not have.
      ...(success === false && type === "TASK_VALIDATE"
        ? { input_values: { imagis: "https://image/3.jpg" } }
        : {}),
    }),
  );
  const isSuite = inputs.some(({ tasks }) => tasks !== undefined);
  const opens = items.length < all.length;
  const query = "?async_mode=true&skip_invalid_items=true&allow_defaults=true";
  const good = [...inputs].sort((a) => (JSON.stringify(a).includes("imagis") ? 1 : -1));
  if (opens) await lab.control.setBalance(0);
  const path = isSuite ? "/task-suites" : "/tasks";
  const made = await sendItems(lab, path, good, opens ? `${query}&open_pool=true` : query);
  return bodyOf(lab.send("GET", `/operations/${idOf(made)}/log`));
};

/** The log of bonuses, one paid and one refused as far as the recording has both. */
export const bonusLog: Making = async (lab, _recorded, whole) => {
  const items = [whole].flat().filter(isObject);
  const sent = items.map(({ input, success }, index) => ({
    ...objectOr(input),
    amount: index + 1,
    user_id: success === true ? ANNA : "nobody",
  }));
  const path = "/user-bonuses?async_mode=true&skip_invalid_items=true";
  const made = await lab.send("POST", path, sent);
  return bodyOf(lab.send("GET", `/operations/${idOf(made)}/log`));
};

/** Aggregated results of a pool. */
export const aggregated: Making = async (lab) => {
  const sending = SENDINGS["aggregated-solutions.by-pool.req.dawid-skene.json"];
  const made = await sending?.(lab, { type: "DAWID_SKENE", fields: [{ name: "result" }] }, null);
  return made && bodyOf(lab.send("GET", `/aggregated-solutions/${idOf(made)}`));
};
