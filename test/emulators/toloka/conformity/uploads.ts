import { isObject, type JsonObject, objectOr } from "../../../../emulators/toloka/json.ts";
import type { Reply } from "../account.ts";
import type { Lab } from "./lab.ts";

const READ_ONLY = ["id", "created", "mixed", "automerged"];

/** The objects of a recorded upload or of the answer to one. */
export function itemsOf(body: unknown): JsonObject[] {
  if (Array.isArray(body)) return body.filter(isObject);
  if (!isObject(body)) return [];
  if (body.items === undefined) return [body];
  const items: unknown[] = Array.isArray(body.items)
    ? body.items
    : Object.values(objectOr(body.items));
  return items.filter(isObject);
}

/**
 * Sends recorded tasks or suites to pools made for them: a pool for each id on record, in one project
 * with the fields that they use.
 */
export async function sendItems(
  lab: Lab,
  path: "/tasks" | "/task-suites",
  body: unknown,
  query = "",
): Promise<Reply> {
  const items = itemsOf(body);
  const tasks = items.flatMap((item) => (path === "/tasks" ? [item] : itemsOf(item.tasks)));
  const inputs = tasks.map(({ input_values }) => objectOr(input_values));
  const outputs = tasks.flatMap(({ known_solutions: known, baseline_solutions: baseline }) =>
    [...itemsOf(known ?? []), ...itemsOf(baseline ?? [])].map((one) => objectOr(one.output_values)),
  );
  const projectId = await lab.projectFor(inputs, outputs.length === 0 ? undefined : outputs);
  const pools = new Map<unknown, string>();
  for (const { pool_id: poolId } of items) {
    if (pools.has(poolId)) continue;
    pools.set(poolId, await lab.poolIn(projectId, path === "/tasks" ? "mixed" : "manual"));
  }
  const sent = items.map((item) => ({
    ...Object.fromEntries(Object.entries(item).filter(([name]) => !READ_ONLY.includes(name))),
    pool_id: pools.get(item.pool_id),
  }));
  const isOne = isObject(body) && body.items === undefined;
  return lab.send("POST", `${path}${query}`, isOne ? sent[0] : sent);
}
