import type { CrowdRequest } from "../../../../emulators/toloka/crowd/control-schemas.ts";
import { isObject, type JsonObject } from "../../../../emulators/toloka/json.ts";
import type { EmulatorOptions } from "../../../../emulators/toloka/settings.ts";
import { type Account, createAccount } from "../account.ts";

const NOW = Date.parse("2030-01-01T00:00:00Z");
const DAY = 86_400;

/** An account at a fixed moment with a frozen clock; ids and crowd are the same on every run. */
export async function field(options: Partial<EmulatorOptions> = {}): Promise<Account> {
  const account = createAccount({ realNow: () => NOW, seed: 1, balance: 100_000, ...options });
  await account.control.freeze();
  return account;
}

/** Settings of a pool that anyone may work in: no filter, no quality rules, three tasks a suite. */
export function plainPool(changes: JsonObject = {}): JsonObject {
  return {
    filter: null,
    quality_control: null,
    reward_per_assignment: 0.02,
    assignment_max_duration_seconds: 600,
    mixer_config: { real_tasks_count: 3, golden_tasks_count: 0, training_tasks_count: 0 },
    ...changes,
  };
}

/** Number `index` of some tasks, each with an image of its own. */
export function taskOf(poolId: string, index: number, changes: JsonObject = {}): JsonObject {
  const image = `https://example.com/${index}.jpg`;
  return { pool_id: poolId, overlap: 1, input_values: { image }, ...changes };
}

/** Uploads tasks and answers their ids in order. */
export async function upload(account: Account, tasks: readonly JsonObject[]): Promise<string[]> {
  const reply = await account.send("POST", "/tasks", tasks);
  const items = isObject(reply.body.items) ? reply.body.items : {};
  if (reply.status !== 201) throw new Error(reply.text);
  return tasks.map((_, index) => {
    const task = items[String(index)];
    return isObject(task) ? String(task.id) : "";
  });
}

/** A pool with tasks, not yet open. */
export async function poolWith(
  account: Account,
  pool: JsonObject,
  count: number,
  task: JsonObject | ((index: number) => JsonObject) = {},
): Promise<{ poolId: string; taskIds: string[] }> {
  const poolId = await account.pool(await account.project(), plainPool(pool));
  const changes = typeof task === "function" ? task : (): JsonObject => task;
  const tasks = Array.from({ length: count }, (_, index) => taskOf(poolId, index, changes(index)));
  return { poolId, taskIds: await upload(account, tasks) };
}

/** Opens the pool, sets a crowd to work and lets the time pass. */
export async function work(
  account: Account,
  poolId: string,
  crowd: CrowdRequest = {},
  seconds = DAY,
): Promise<void> {
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.placeCrowd({ ...crowd, start: true });
  await account.control.advance({ seconds });
}

/** All objects of a list, page by page. */
export async function all(account: Account, path: string): Promise<JsonObject[]> {
  const found: JsonObject[] = [];
  for (let after = ""; ; ) {
    const more = after === "" ? "" : `&id_gt=${after}`;
    const { body, status, text } = await account.send("GET", `${path}&sort=id&limit=300${more}`);
    if (status !== 200 || !Array.isArray(body.items)) throw new Error(text);
    found.push(...body.items.filter(isObject));
    if (body.has_more !== true) return found;
    after = String(found.at(-1)?.id);
  }
}

/** A pool's state in two words. */
export async function stateOf(account: Account, poolId: string): Promise<unknown[]> {
  const { status, last_close_reason: reason } = (await account.send("GET", `/pools/${poolId}`))
    .body;
  return [status, reason];
}
