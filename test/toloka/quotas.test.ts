import { expect, test } from "vitest";
import { createQuotas, type QuotaNotice } from "../../src/toloka/quotas.ts";
import { answering, connect, json, recorded } from "./support.ts";

/** Quotas on a clock that only waiting moves. */
const counting = () => {
  let nowMs = Date.parse("2026-01-01T00:00:00Z");
  const waits: number[] = [];
  const notices: QuotaNotice[] = [];
  const quotas = createQuotas({
    clock: { now: () => new Date(nowMs) },
    onNearQuota: (notice) => notices.push(notice),
    pause: async (ms) => {
      waits.push(ms);
      nowMs += ms;
    },
  });
  return {
    quotas,
    waits,
    notices,
    pass(ms: number) {
      nowMs += ms;
    },
  };
};

const newPool = { method: "POST", path: "/pools" } as const;

test("the twenty-first pool of a minute waits for the first to be a minute old", async () => {
  const { quotas, waits, pass } = counting();
  for (let count = 0; count < 20; count += 1) {
    await quotas.take(newPool, {});
    pass(1_000);
  }
  await quotas.take(newPool, {});
  await quotas.take(newPool, {});
  expect(waits).toEqual([40_000, 1_000]);
});

test("calls at the same time wait in turn and never pass a minute's quota", async () => {
  const { quotas, waits } = counting();
  await Promise.all(Array.from({ length: 41 }, () => quotas.take(newPool, {})));
  expect(waits).toEqual([60_000, 60_000]);
});

test("tasks are counted one by one, and one chunk too large for a minute is not held for ever", async () => {
  const { quotas, waits } = counting();
  const upload = { method: "POST", path: "/tasks?async_mode=true" } as const;
  await quotas.take(upload, Array(150_000).fill({}));
  await quotas.take(upload, Array(50_000).fill({}));
  await quotas.take(upload, Array(300_000).fill({}));
  expect(waits).toEqual([60_000]);
});

test("a day's quota is spoken of at 80 % and with each call beyond it, and calls still go out", async () => {
  const { quotas, notices, pass } = counting();
  for (let count = 0; count < 102; count += 1) {
    await quotas.take({ method: "POST", path: `/pools/${count}/clone` }, undefined);
    pass(60_000);
  }
  const notice = { name: "POST /pools/:id/clone", interval: "DAY", allowed: 100 };
  expect(notices).toEqual([
    { ...notice, used: 80 },
    { ...notice, used: 101 },
    { ...notice, used: 102 },
  ]);
  pass(86_400_000);
  await quotas.take({ method: "POST", path: "/pools/1/clone" }, undefined);
  expect(notices.length).toBe(3);
});

test("an hour's quota is spoken of and holds nothing back: a pool under edit can not wait", async () => {
  const { quotas, waits, notices } = counting();
  for (let count = 0; count < 9; count += 1) {
    await quotas.take({ method: "PUT", path: "/pools/5" }, {});
  }
  expect([waits, notices]).toEqual([
    [],
    [{ name: "PUT /pools/:id", interval: "HOUR", used: 8, allowed: 10 }],
  ]);
});

test("what has no quota is not counted", async () => {
  const { quotas, waits, notices } = counting();
  for (let count = 0; count < 500; count += 1) {
    await quotas.take({ method: "POST", path: "/pools/5/open" }, undefined);
  }
  expect([waits, notices]).toEqual([[], []]);
});

test("a connection takes from its quotas with effects, not with reads", async () => {
  const { fetch } = answering(() => json(recorded("pools.get.res.json")));
  const taken: unknown[] = [];
  const connection = connect({
    fetch,
    quotas: {
      take: async ({ method, path }, body) => {
        taken.push([method, path, body]);
      },
    },
  });
  await connection.pool("5");
  await connection.openPool("5").catch(() => undefined);
  expect(taken).toEqual([["POST", "/pools/5/open", undefined]]);
});
