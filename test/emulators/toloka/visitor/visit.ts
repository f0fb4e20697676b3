import { isObject, type JsonObject } from "../../../../emulators/toloka/json.ts";
import type { Account } from "../account.ts";

/** A call of the visitor's part of the control API: its status and body. */
export async function visit(
  { emulator }: Account,
  method: "GET" | "POST",
  path: string,
  body?: object,
): Promise<{ status: number; body: JsonObject }> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await emulator.fetch(`http://toloka.test/_control/visitor${path}`, init);
  const json: unknown = await response.json();
  return { status: response.status, body: isObject(json) ? json : {} };
}

/** Takes a suite of an open pool. Throws when there is none. */
export async function takeWork(
  account: Account,
  poolId: string,
): Promise<{ id: string; tasks: JsonObject[]; work: JsonObject }> {
  const { body } = await visit(account, "POST", `/pools/${poolId}/take`);
  const { work } = body;
  if (!isObject(work) || !Array.isArray(work.tasks)) throw new Error(JSON.stringify(body));
  return { id: String(work.assignment_id), tasks: work.tasks.filter(isObject), work };
}
