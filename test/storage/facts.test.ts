import { describe, expect, test } from "vitest";
import type { RowProblem, TaskRow } from "../../src/domain/plan.ts";
import type { WatchedPool } from "../../src/use-cases/store-ports.ts";
import { useDatabase } from "../support/database.ts";
import { makeRun } from "./make-run.ts";

const world = useDatabase();

const problem = (row: number): RowProblem => ({
  row,
  column: "image",
  rule: "url",
  value: "a\u0000b",
  hint: "Type a URL.",
});

describe("votes and deliveries", () => {
  test("a person votes once on a plan, and again only on another plan", async () => {
    const { runs, votes } = world().database;
    await runs.insert(makeRun());
    const vote = {
      runId: "run-1",
      planHash: "h1",
      userId: "U2",
      decision: "approve",
      entitlement: "approver",
    } as const;
    const together = await Promise.all(Array.from({ length: 10 }, () => votes.insert(vote)));
    expect(together.filter((counted) => counted)).toHaveLength(1);
    expect(await votes.insert({ ...vote, decision: "deny" })).toBe(false);
    expect(await votes.insert({ ...vote, planHash: "h2" })).toBe(true);
    expect(await votes.insert({ ...vote, userId: "U3" })).toBe(true);
  });

  test("a delivery that comes a hundred times is new once, until it is forgotten", async () => {
    const { deliveries } = world().database;
    const seen = await Promise.all(
      Array.from({ length: 100 }, () => deliveries.first("Ev1", "event")),
    );
    expect(seen.filter((first) => first)).toHaveLength(1);
    expect(await deliveries.forgetOlderThan(new Date(Date.now() - 60_000))).toBe(0);
    expect(await deliveries.forgetOlderThan(new Date(Date.now() + 60_000))).toBe(1);
    expect(await deliveries.first("Ev1", "event")).toBe(true);
  });

  test("a delivery whose transaction failed is new again", async () => {
    const { database } = world();
    await expect(
      database.transaction(async (store) => {
        await store.deliveries.first("Ev1", "event");
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await database.deliveries.first("Ev1", "event")).toBe(true);
  });
});

describe("rows of a check", () => {
  test("accepted rows come back as they were, chunk by chunk", async () => {
    const { rows } = world().database;
    const first: TaskRow[] = [
      { input_values: { zebra: "\u0000\ud800", image: "https://x/1" }, overlap: 3 },
      {
        input_values: { image: null, list: [1, { a: true }] },
        infinite_overlap: true,
        known_solutions: [{ output_values: { result: "OK" }, correctness_weight: 1 }],
        message_on_unknown_solution: "Look again",
      },
    ];
    const second: TaskRow[] = [{ input_values: { image: "2" } }];
    await rows.addChunk("check-1", { ordinal: 0, rows: first });
    await rows.addChunk("check-1", { ordinal: 1, rows: second });
    await rows.addChunk("check-1", { ordinal: 1, rows: first });
    await rows.addChunk("check-2", { ordinal: 0, rows: second });
    expect(await rows.chunkCount("check-1")).toBe(2);
    expect(await rows.chunk("check-1", 0)).toEqual({ ordinal: 0, rows: first });
    expect(await rows.chunk("check-1", 1)).toEqual({ ordinal: 1, rows: second });
    expect(await rows.chunk("check-1", 2)).toBeNull();
    await rows.drop("check-1");
    expect(await rows.chunkCount("check-1")).toBe(0);
    expect(await rows.chunkCount("check-2")).toBe(1);
  });

  test("problems come back complete and in the order of finding", async () => {
    const { rows } = world().database;
    const all = Array.from({ length: 1_234 }, (_, index) => problem(index + 1));
    await rows.addProblems("check-1", all.slice(0, 700));
    await rows.addProblems("check-2", [problem(9)]);
    await rows.addProblems("check-1", all.slice(700));
    const read: RowProblem[] = [];
    for await (const piece of rows.problems("check-1")) read.push(...piece);
    expect(read).toEqual(all);
  });
});

describe("watched pools, paint and notes", () => {
  test("a pool is replaced by its newer picture, in its own environment", async () => {
    const { pools } = world().database;
    const pool: WatchedPool = {
      environment: "sandbox",
      poolId: "20",
      runId: "run-1",
      status: "OPEN",
      closeReason: null,
      willExpire: new Date("2026-12-01T00:00:00Z"),
      lastStarted: new Date("2026-11-23T10:00:00Z"),
      warnedMs: [86_400_000],
    };
    const other: WatchedPool = { ...pool, environment: "production", lastStarted: null };
    await pools.save(pool);
    await pools.save(other);
    const closed: WatchedPool = { ...pool, status: "CLOSED", closeReason: "EXPIRED", warnedMs: [] };
    await pools.save(closed);
    expect(await pools.list("sandbox")).toEqual([closed]);
    expect(await pools.find("production", "20")).toEqual(other);
    expect(await pools.find("sandbox", "21")).toBeNull();
  });

  test("the last paint and the last note win", async () => {
    const { paint, notes } = world().database;
    expect([await paint.last("run-1"), await notes.read("clock")]).toEqual([null, null]);
    await paint.save("run-1", "a");
    await paint.save("run-1", "b");
    await notes.write("clock", "1");
    await notes.write("clock", "2");
    expect([await paint.last("run-1"), await notes.read("clock")]).toEqual(["b", "2"]);
  });
});
