import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { publish } from "../../../emulators/toloka/events.ts";
import { signatureHeader } from "../../../emulators/toloka/webhooks/signature.ts";
import {
  accept,
  expire,
  reject,
  skip,
  submit,
} from "../../../emulators/toloka/work/assignment-steps.ts";
import { fixture } from "./account.ts";
import { openManualPool, poolIn, suiteBody, take } from "./manual-pool.ts";
import { MOMENT, posted, subscribe, subscribed } from "./subscriber.ts";

const ANSWER = { solutions: [{ result: "boots" }] };

test("a body is signed as the recorded vector says", () => {
  const { secret_key, ts, raw_body, header_value } = fixture("webhooks.signature.test-vector.json");
  expect(signatureHeader(String(secret_key), Number(ts), String(raw_body))).toBe(header_value);
});

test("a closed pool is told to its subscriber, signed over the very bytes", async () => {
  const { account, received } = subscribed();
  const poolId = await account.filledPool();
  const id = await subscribe(account, poolId, "POOL_CLOSED", { secret_key: "12345" });
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.closeWithReason(poolId, "BLOCKED");
  await posted(account, 1);
  const [first] = received;
  const pool = (await account.send("GET", `/pools/${poolId}`)).body;
  const sign = createHmac("sha256", "12345").update(`${MOMENT}.1.${first?.text}`).digest("hex");
  expect(received).toEqual([
    {
      url: "https://example.com/hook",
      header: `{v=1, ts=${MOMENT}, sign=${sign}}`,
      text: first?.text,
      events: [
        {
          uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
          event_time: "2000-01-01T12:00:00.000",
          project_id: pool.project_id,
          pool_id: poolId,
          webhook_subscription_id: id,
          type: "POOL_CLOSED",
          close_reason: "BLOCKED",
        },
      ],
    },
  ]);
});

test("each reason for closing is told as it stands in the pool", async () => {
  const { account, received } = subscribed();
  const poolId = await account.filledPool({ will_expire: "2000-01-02T00:00:00" });
  await subscribe(account, poolId, "POOL_CLOSED");
  const open = (): Promise<unknown> => account.send("POST", `/pools/${poolId}/open`);
  await open();
  await account.send("POST", `/pools/${poolId}/close-for-update`);
  await account.send("POST", `/pools/${poolId}/close`);
  await open();
  await account.control.complete(poolId);
  await open();
  await account.control.advance({ seconds: 86_400 });
  await posted(account, 1);
  expect(received.flatMap(({ events }) => events.map((event) => event.close_reason))).toEqual([
    "FOR_UPDATE",
    "MANUAL",
    "COMPLETED",
    "EXPIRED",
  ]);
});

test("every step of an answer is told to those who asked for that step", async () => {
  const { account, received } = subscribed();
  const poolId = await openManualPool(account, { auto_accept_solutions: false });
  await account.send("POST", "/task-suites", suiteBody(poolId));
  const steps = ["CREATED", "SUBMITTED", "SKIPPED", "EXPIRED", "APPROVED", "REJECTED"];
  for (const step of steps) await subscribe(account, poolId, `ASSIGNMENT_${step}`);
  const world = account.emulator.world();
  const taken = ["a", "b", "c", "d"].map((user) => take(account, poolId, user));
  const [kept, refused, skipped, late] = taken;
  if (kept === undefined || refused === undefined) throw new Error("nothing taken");
  if (skipped === undefined || late === undefined) throw new Error("nothing taken");
  for (const one of [kept, refused]) submit(world, one, MOMENT, ANSWER);
  accept(world, kept, MOMENT);
  reject(world, refused, MOMENT, "wrong");
  skip(world, skipped, MOMENT);
  expire(world, late, MOMENT);
  await posted(account, 6);
  const told = received.flatMap(({ events }) =>
    events.map((event) => [event.type, event.assignment_id, event.task_suite_id]),
  );
  const line = (step: string, { id, suiteId }: { id: string; suiteId: string }): unknown => [
    `ASSIGNMENT_${step}`,
    id,
    suiteId,
  ];
  expect(told.toSorted()).toEqual(
    [
      ...taken.map((one) => line("CREATED", one)),
      line("SUBMITTED", kept),
      line("SUBMITTED", refused),
      line("APPROVED", kept),
      line("REJECTED", refused),
      line("SKIPPED", skipped),
      line("EXPIRED", late),
    ].toSorted(),
  );
  expect(received.length).toBe(6);
});

test("a finished aggregate is told with its answer", async () => {
  const { account, received } = subscribed();
  const poolId = await account.filledPool();
  const id = await subscribe(account, poolId, "DYNAMIC_OVERLAP_COMPLETED");
  publish(account.emulator.world(), {
    type: "DYNAMIC_OVERLAP_COMPLETED",
    pool: poolIn(account, poolId),
    at: MOMENT,
    taskId: "task-1",
    confidence: 0.155,
    assignmentIds: ["assignment-1", "assignment-2"],
    outputValues: { field_one: "value-1" },
  });
  await posted(account, 1);
  const recorded = fixture("webhooks.delivery.event.dynamic-overlap-completed.json");
  const [known] = Array.isArray(recorded.events) ? recorded.events : [];
  const [event] = received[0]?.events ?? [];
  const { uuid, event_time, project_id, pool_id, webhook_subscription_id, ...facts } = known;
  expect(event).toMatchObject({ ...facts, pool_id: poolId, webhook_subscription_id: id });
  expect(Object.keys(event ?? {}).toSorted()).toEqual(Object.keys(known).toSorted());
});

describe("a delivery that fails", () => {
  test("is tried again with the same events, later each time by the virtual clock", async () => {
    const { account, received, statuses } = subscribed();
    const poolId = await account.filledPool();
    await subscribe(account, poolId, "POOL_CLOSED");
    statuses.push(500, new TypeError("fetch failed"));
    await account.control.closeWithReason(poolId, "BLOCKED");
    await posted(account, 1);
    await account.control.advance({ ms: 999 });
    const waiting = received.length;
    await account.control.advance({ ms: 1 });
    await posted(account, 2);
    await account.control.advance({ ms: 1999 });
    await new Promise((resolve) => setImmediate(resolve));
    const waitingLonger = received.length;
    await account.control.advance({ ms: 1 });
    await posted(account, 3);
    const log = await account.control.webhooks();
    expect([waiting, waitingLonger]).toEqual([1, 2]);
    expect(
      log.map(({ virtual_at, attempt, status, error, outcome }) => [
        virtual_at.slice(14),
        attempt,
        status,
        error,
        outcome,
      ]),
    ).toEqual([
      ["00:00.000", 1, 500, "WRONG_STATUS_CODE", "retry"],
      ["00:01.000", 2, null, "CONNECTION_ERROR", "retry"],
      ["00:03.000", 3, 200, null, "delivered"],
    ]);
    expect(new Set(received.map(({ events }) => events[0]?.uuid)).size).toBe(1);
  });

  test("is given up after the last attempt, and the events after it still arrive", async () => {
    const { account, received, statuses } = subscribed({ webhookAttempts: 2 });
    const poolId = await account.filledPool();
    await subscribe(account, poolId, "POOL_CLOSED");
    statuses.push(404, 404);
    await account.control.closeWithReason(poolId, "BLOCKED");
    await posted(account, 1);
    await account.control.closeWithReason(poolId, "MANUAL");
    await account.control.advance({ seconds: 1 });
    await posted(account, 3);
    const log = await account.control.webhooks();
    expect(log.map(({ outcome }) => outcome)).toEqual(["retry", "given-up", "delivered"]);
    expect(received.map(({ events }) => events.map((event) => event.close_reason))).toEqual([
      ["BLOCKED"],
      ["BLOCKED"],
      ["MANUAL"],
    ]);
  });
});

test("a rule sends an event late or twice, with the same uuid", async () => {
  const { account, received } = subscribed();
  const poolId = await account.filledPool();
  await subscribe(account, poolId, "POOL_CLOSED");
  const route = "WEBHOOK /POOL_CLOSED";
  await account.control.addFault({ route, kind: "duplicate", times: 1 });
  await account.control.addFault({ route, kind: "delay", delayMs: 5000, after: 1, times: 1 });
  await account.control.closeWithReason(poolId, "BLOCKED");
  await posted(account, 1);
  await account.control.closeWithReason(poolId, "MANUAL");
  await account.control.closeWithReason(poolId, "EXPIRED");
  await posted(account, 2);
  await account.control.advance({ seconds: 5 });
  await posted(account, 3);
  const reasons = received.map(({ events }) => events.map((event) => event.close_reason));
  expect(reasons).toEqual([["BLOCKED", "BLOCKED"], ["EXPIRED"], ["MANUAL"]]);
  expect(new Set(received[0]?.events.map(({ uuid }) => uuid)).size).toBe(1);
});

test("many events travel in batches of the size that is set, in order", async () => {
  const { account, received } = subscribed({ webhookBatchSize: 2 });
  const poolId = await account.filledPool();
  await subscribe(account, poolId, "POOL_CLOSED");
  const world = account.emulator.world();
  const pool = poolIn(account, poolId);
  for (const reason of ["A", "B", "C"]) {
    publish(world, { type: "POOL_CLOSED", pool, at: MOMENT, reason });
  }
  await posted(account, 2);
  const reasons = received.map(({ events }) => events.map((event) => event.close_reason));
  expect(reasons).toEqual([["A", "B"], ["C"]]);
});
