import { describe, expect, test } from "vitest";
import { createAccount } from "./account.ts";

const MINUTE = 60;

async function pictureOf(account: ReturnType<typeof createAccount>, poolId: string) {
  const {
    status,
    last_close_reason: reason,
    last_stopped: stopped,
  } = (await account.send("GET", `/pools/${poolId}`)).body;
  return { status, reason, stopped };
}

test("an open pool closes as EXPIRED at its own moment, however far the clock jumps", async () => {
  const realNow = (): number => Date.parse("2030-01-01T00:00:00Z");
  const account = createAccount({ realNow });
  const poolId = await account.filledPool({ will_expire: "2030-01-01T04:30:00" });
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.advance({ seconds: 4 * 60 * MINUTE });
  expect(await pictureOf(account, poolId)).toEqual({ status: "OPEN" });
  await account.control.advance({ seconds: 24 * 60 * MINUTE });
  expect(await pictureOf(account, poolId)).toEqual({
    status: "CLOSED",
    reason: "EXPIRED",
    stopped: "2030-01-01T04:30:00.000",
  });
});

test("a pool closed for update opens by itself after 15 minutes, a plain close prevents it", async () => {
  const account = createAccount();
  const seen: unknown[] = [];
  for (const steps of [["close-for-update"], ["close-for-update", "close"]]) {
    const poolId = await account.filledPool();
    await account.send("POST", `/pools/${poolId}/open`);
    for (const step of steps) await account.send("POST", `/pools/${poolId}/${step}`);
    await account.control.advance({ seconds: 14 * MINUTE });
    const before = await pictureOf(account, poolId);
    await account.control.advance({ seconds: 2 * MINUTE });
    const after = await pictureOf(account, poolId);
    seen.push([before.status, before.reason, after.status]);
  }
  expect(seen).toEqual([
    ["CLOSED", "FOR_UPDATE", "OPEN"],
    ["CLOSED", "MANUAL", "CLOSED"],
  ]);
});

test("every answer carries the virtual time in its Date header", async () => {
  const account = createAccount({ realNow: () => Date.parse("2030-01-01T00:00:00Z") });
  await account.control.advance({ seconds: 90 });
  const dates = [
    (await account.send("GET", "/requester")).headers.get("date"),
    (await account.send("GET", "/nothing")).headers.get("date"),
    (await account.emulator.fetch("http://toloka.test/_control/health")).headers.get("date"),
  ];
  expect(dates).toEqual(new Array(3).fill("Tue, 01 Jan 2030 00:01:30 GMT"));
});

test("a frozen clock stands, a running one follows real time at its speed", async () => {
  let real = 0;
  const { control } = createAccount({ realNow: () => real });
  await control.freeze();
  real = 10_000;
  const frozen = (await control.clock()).ms;
  await control.run(60);
  real = 11_000;
  expect([frozen, (await control.clock()).ms]).toEqual([0, 60_000]);
});

test("an operation ends by virtual time, and by real time while the clock stands", async () => {
  let real = 1000;
  const account = createAccount({ operationDelayMs: 300, realNow: () => real });
  await account.control.freeze();
  const poolId = await account.filledPool();
  const statuses: unknown[] = [];
  const { id } = (await account.send("POST", `/pools/${poolId}/open`)).body;
  const look = async (): Promise<void> => {
    statuses.push((await account.send("GET", `/operations/${String(id)}`)).body.status);
  };
  await look();
  await account.control.advance({ ms: 100 });
  await look();
  real += 300;
  await look();
  statuses.push((await account.send("GET", `/pools/${poolId}`)).body.status);
  expect(statuses).toEqual(["PENDING", "RUNNING", "SUCCESS", "OPEN"]);
});

describe("things done behind the client's back", () => {
  test("are logged apart from the requests", async () => {
    const account = createAccount();
    const poolId = await account.pool(await account.project());
    await account.control.addTasks(poolId, [{ input_values: { image: "www.example.com" } }]);
    await account.control.openOutside(poolId);
    await account.control.closeWithReason(poolId, "BLOCKED");
    const log = await account.control.outside();
    expect(log.map(({ source, action, details }) => [source, action, details.pool_id])).toEqual([
      ["outside", "add-tasks", poolId],
      ["outside", "open", poolId],
      ["outside", "close-with-reason", poolId],
    ]);
    expect((await account.control.ledger()).map(({ path }) => path)).toEqual([
      "/api/v1/projects",
      "/api/v1/pools",
    ]);
    expect((await pictureOf(account, poolId)).reason).toBe("BLOCKED");
  });

  test("can move the closing time of an open pool", async () => {
    const account = createAccount({ realNow: () => Date.parse("2030-01-01T00:00:00Z") });
    const poolId = await account.filledPool();
    await account.send("POST", `/pools/${poolId}/open`);
    await account.control.editPool(poolId, { will_expire: "2030-01-01T00:10:00" });
    await account.control.advance({ seconds: 11 * MINUTE });
    expect((await pictureOf(account, poolId)).reason).toBe("EXPIRED");
  });

  test("complete a pool after its own delay", async () => {
    const account = createAccount();
    const poolId = await account.filledPool({ auto_close_after_complete_delay_seconds: 120 });
    await account.send("POST", `/pools/${poolId}/open`);
    await account.control.complete(poolId);
    const before = await pictureOf(account, poolId);
    await account.control.advance({ seconds: 121 });
    const after = await pictureOf(account, poolId);
    expect([before.status, after.status, after.reason]).toEqual(["OPEN", "CLOSED", "COMPLETED"]);
  });
});
