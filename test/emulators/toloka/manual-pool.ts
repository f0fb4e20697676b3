import type { Pool } from "../../../emulators/toloka/entities.ts";
import type { JsonObject } from "../../../emulators/toloka/json.ts";
import { typicalToloker } from "../../../emulators/toloka/typical-toloker.ts";
import type { Assignment } from "../../../emulators/toloka/work/entities.ts";
import { issue } from "../../../emulators/toloka/work/issue.ts";
import { createRandom } from "../../../emulators/toloka/work/random.ts";
import { type Account, idOf, poolBody } from "./account.ts";

/** A pool for suites made by hand, open to everyone. */
export async function manualPool(account: Account, changes: JsonObject = {}): Promise<string> {
  const { mixer_config, filter, quality_control, ...body } = poolBody(await account.project());
  return idOf(await account.send("POST", "/pools", { ...body, ...changes }));
}

/** A suite of one general task. */
export function suiteBody(poolId: string, changes: JsonObject = {}): JsonObject {
  const tasks = [{ input_values: { image: "https://example.com/1.png" } }];
  return { pool_id: poolId, tasks, overlap: 2, ...changes };
}

/** An open pool with one suite of one task. */
export async function openManualPool(account: Account, changes: JsonObject = {}): Promise<string> {
  const poolId = await manualPool(account, changes);
  await account.send("POST", "/task-suites", suiteBody(poolId));
  await account.send("POST", `/pools/${poolId}/open`);
  return poolId;
}

/** The pool as the stand-in holds it. */
export function poolIn(account: Account, poolId: string): Pool {
  const pool = account.emulator.world().store.pools.get(poolId);
  if (pool === undefined) throw new Error(`no pool ${poolId}`);
  return pool;
}

/** Work that a Toloker takes in a pool. */
export function take(account: Account, poolId: string, userId = "toloker-1"): Assignment {
  const world = account.emulator.world();
  const pool = poolIn(account, poolId);
  world.store.tolokers.set(userId, typicalToloker(userId));
  const assignment = issue(world, pool, userId, world.clock.now(), createRandom(1));
  if (assignment === undefined) throw new Error(`nothing to do in pool ${poolId}`);
  return assignment;
}
