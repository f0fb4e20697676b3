import { describe, expect, test } from "vitest";
import { createTolokaControl } from "../../emulators/toloka/control-client.ts";
import { createTolokaEmulator } from "../../emulators/toloka/emulator.ts";
import { createTolokaAccount, type TolokaAccount } from "../../src/toloka/account.ts";
import { answering, apiKey, collect, empty, failureOf, json, recorded } from "./support.ts";

const url = "http://toloka.test";

/** All parts of an account that is answered by `fetch`. */
const accountAt = (answer: typeof fetch): TolokaAccount =>
  createTolokaAccount({
    environment: "sandbox",
    baseUrl: `${url}/api`,
    authorization: "ApiKey",
    apiKey,
    readPausesMs: [1, 1],
    pollPauses: { firstMs: 1, nextMs: 1 },
    fetch: answer,
  });

/** The seed's pool with a setting that nobody knows, in a stand-in. */
const prepare = async () => {
  const emulator = createTolokaEmulator({ apiKey });
  const send = async (path: string, body: object): Promise<string> => {
    const response = await emulator.fetch(`${url}/api/v1${path}`, {
      method: "POST",
      headers: { authorization: `ApiKey ${apiKey}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return String(Object(await response.json()).id);
  };
  const projectId = await send("/projects", recorded("quickstart.project.create.req.json"));
  const poolId = await send("/pools", {
    ...recorded("quickstart.pool.create.req.json"),
    project_id: projectId,
    will_expire: "2099-01-01T00:00:00",
    brand_new: { a: [1] },
  });
  const taskId = await send("/tasks", {
    pool_id: poolId,
    overlap: 2,
    input_values: { image: "https://example.com/image_1.jpg" },
  });
  const control = createTolokaControl(url, (request) => emulator.fetch(request));
  return { account: accountAt(emulator.fetch), control, projectId, poolId, taskId };
};

describe("changes against the stand-in", () => {
  test("replacing a pool sends back every field, the unknown ones too", async () => {
    const { account, control, poolId } = await prepare();
    const pool = await account.connection.pool(poolId);
    const changes = { will_expire: "2098-01-01T00:00:00.000" };
    const replaced = await account.edits.replacePool(pool, changes);
    expect(replaced.raw).toEqual({ ...pool.raw, ...changes });
    const sent = (await control.ledger()).filter(({ method }) => method === "PUT");
    expect(sent.map(({ path, body }) => [path, body])).toEqual([
      [`/api/v1/pools/${poolId}`, { ...pool.raw, ...changes }],
    ]);
  });

  test("replacing a project sends back every field", async () => {
    const { account, projectId } = await prepare();
    const project = await account.connection.project(projectId);
    const replaced = await account.edits.replaceProject(project, { public_name: "Boots" });
    expect(replaced.raw).toEqual({ ...project.raw, public_name: "Boots" });
  });

  test("an open pool is closed for an edit, opens again, and ends in the archive", async () => {
    const { account, poolId, projectId } = await prepare();
    const { connection, edits } = account;
    const states: unknown[] = [];
    const note = async (change: object | "already") => {
      const { status, lastCloseReason } = await connection.pool(poolId);
      states.push([change === "already", status, lastCloseReason]);
    };
    await connection.openPool(poolId);
    await note(await edits.closePoolForUpdate(poolId));
    await note(await edits.closePoolForUpdate(poolId));
    await connection.openPool(poolId);
    await connection.closePool(poolId);
    await note(await connection.archivePool(poolId));
    await note(await connection.archivePool(poolId));
    expect(states).toEqual([
      [false, "CLOSED", "FOR_UPDATE"],
      [true, "CLOSED", "FOR_UPDATE"],
      [false, "ARCHIVED", "MANUAL"],
      [true, "ARCHIVED", "MANUAL"],
    ]);
    expect(await connection.archiveProject(projectId)).toMatchObject({ type: "PROJECT.ARCHIVE" });
    expect((await connection.project(projectId)).status).toBe("ARCHIVED");
  });

  test("a clone has the settings and no tasks", async () => {
    const { account, poolId } = await prepare();
    const cloning = await account.edits.clonePool(poolId);
    const copy = await account.connection.pool(String(cloning.details.pool_id));
    const tasks = await collect(account.connection.tasks(copy.id));
    expect([copy.id === poolId, copy.raw.brand_new, tasks]).toEqual([false, { a: [1] }, []]);
  });

  test("the priority of a pool and the overlap of a task are changed alone", async () => {
    const { account, poolId, taskId } = await prepare();
    const pool = await account.edits.setPoolPriority(poolId, 7);
    const task = await account.edits.lowerTaskOverlap(taskId, 0);
    expect([pool.raw.priority, task.id, task.overlap]).toEqual([7, taskId, 0]);
  });
});

test("an archived pool's empty refusal is known as a refusal", async () => {
  const { fetch } = answering(() => empty(409));
  const { facts } = await failureOf(accountAt(fetch).edits.setPoolPriority("5", 1));
  expect([facts.code, facts.outcome, facts.status]).toEqual(["EMPTY_BODY", "refused", 409]);
});

test("an id that could lead elsewhere is sent nowhere", async () => {
  const { fetch, seen } = answering(() => json({}));
  const { edits, people, webhooks, results } = accountAt(fetch);
  const bad = "../pools/1/open";
  const codes = [];
  for (const call of [
    () => edits.closePoolForUpdate(bad),
    () => edits.clonePool(bad),
    () => people.liftRestriction(bad),
    () => webhooks.unsubscribe(bad),
    () => results.acceptAssignment(bad, "good"),
  ]) {
    codes.push((await failureOf(call())).facts.code);
  }
  expect([codes, seen]).toEqual([Array(5).fill("BAD_ID"), []]);
});
