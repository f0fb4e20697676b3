import { expect, test } from "vitest";
import { METRICS } from "../../../../emulators/toloka/analytics.ts";
import { isObject, type JsonObject } from "../../../../emulators/toloka/json.ts";
import { type Account, fieldCodes } from "../account.ts";
import { field, poolWith, work } from "./field.ts";

async function analyse(account: Account, body: unknown) {
  const response = await account.emulator.fetch("http://toloka.test/api/staging/analytics-2", {
    method: "POST",
    headers: { authorization: "ApiKey test-key", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const parsed: unknown = JSON.parse(text);
  return {
    status: response.status,
    text,
    body: isObject(parsed) ? parsed : {},
    headers: response.headers,
  };
}

const ask = (poolId: string, name: string): JsonObject => ({
  ...{ name, subject: "POOL", subject_id: poolId },
  ...(name === "active_workers_by_filter_count" ? { interval_hours: 48 } : {}),
});

async function figures(account: Account, poolId: string): Promise<JsonObject> {
  const requests = METRICS.map((name) => ask(poolId, name));
  const { body } = await analyse(account, requests);
  const value = isObject(body.details) ? body.details.value : [];
  const results = Array.isArray(value) ? value.filter(isObject) : [];
  expect(results.map(({ request }) => request)).toEqual(requests);
  return Object.fromEntries(METRICS.map((name, index) => [name, results[index]?.result]));
}

test("every metric of a pool is there, before, during and after the work", async () => {
  const account = await field();
  const pool = { auto_accept_solutions: false };
  const { poolId } = await poolWith(account, pool, 12, { overlap: 2 });
  const before = await figures(account, poolId);
  expect(before).toEqual({
    ...Object.fromEntries(METRICS.map((name) => [name, 0])),
    real_tasks_count: 12,
    estimated_assignments_count: 8,
  });
  await work(account, poolId, { workers: 6, skip_rate: 0.2, seed: 2 });
  const { items } = (await account.send("GET", `/assignments?pool_id=${poolId}&limit=300`)).body;
  const assignments = Array.isArray(items) ? items.filter(isObject) : [];
  const of = (status: string): JsonObject[] => assignments.filter((one) => one.status === status);
  const [first, second] = of("SUBMITTED").map(({ id }) => String(id));
  await account.send("PATCH", `/assignments/${first}`, { status: "ACCEPTED" });
  await account.send("PATCH", `/assignments/${second}`, {
    status: "REJECTED",
    public_comment: "no",
  });
  const submitted = of("SUBMITTED");
  const users = (list: JsonObject[]): number => new Set(list.map(({ user_id: id }) => id)).size;
  const ms = (date: unknown): number => Date.parse(`${String(date)}Z`);
  const times = submitted.map((one) => ms(one.submitted) - ms(one.created));
  const average = times.reduce((sum, time) => sum + time, 0) / times.length;
  const answers = submitted.flatMap(({ tasks }) => (Array.isArray(tasks) ? tasks : [])).length;
  expect(of("SKIPPED").length).toBeGreaterThan(0);
  expect(await figures(account, poolId)).toEqual({
    real_tasks_count: 12,
    submitted_assignments_count: submitted.length,
    skipped_assignments_count: of("SKIPPED").length,
    rejected_assignments_count: 1,
    approved_assignments_count: 1,
    estimated_assignments_count: 8,
    completion_percentage: Math.floor((answers * 100) / 24),
    avg_submit_assignment_millis: Math.round(average),
    spent_budget: 0.02,
    unique_workers_count: users(assignments),
    unique_submitters_count: users(submitted),
    active_workers_by_filter_count: 6,
  });
});

test("the answer is an operation that is looked up until it has ended", async () => {
  const account = await field({ operationDelayMs: 1000 });
  const { poolId } = await poolWith(account, {}, 3);
  const request = ask(poolId, "real_tasks_count");
  const reply = await analyse(account, [request]);
  expect([reply.status, reply.body.type, reply.body.status]).toEqual([200, "ANALYTICS", "PENDING"]);
  expect(reply.body.parameters).toEqual({ value: [request] });
  await account.control.changeSettings({ analyticsResults: "object" });
  await account.control.advance({ seconds: 1 });
  const ended = await account.send("GET", `/operations/${String(reply.body.id)}`);
  expect(ended.body).toMatchObject({
    status: "SUCCESS",
    details: {
      value: [
        {
          request,
          result: { type: "NORMAL", value: 3, infinite: false, approximate: false },
          finished: "2030-01-01T00:00:01.000",
        },
      ],
    },
  });
});

test("a request for figures names every wrong field", async () => {
  const account = await field();
  const reply = await analyse(account, [
    { name: "happiness", subject: "PROJECT", subject_id: "1" },
    { name: "active_workers_by_filter_count", subject: "POOL" },
  ]);
  expect(fieldCodes(reply)).toEqual([
    "0.name: UNKNOWN_ENUM_VALUE",
    "0.subject: UNKNOWN_ENUM_VALUE",
    "0.subject_id: ENTITY_DOES_NOT_EXIST",
    "1.interval_hours: VALUE_REQUIRED",
    "1.subject_id: VALUE_REQUIRED",
  ]);
});
