import { describe, expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { makeRun } from "./make-run.ts";

const world = useDatabase();

describe("effects", () => {
  test("an effect keeps its key and its first time while its outcome is open", async () => {
    const { runs, effects } = world().database;
    await runs.insert(makeRun());
    const first = await effects.begin("run-1", "create-pool", 0, "key-1");
    expect(first).toEqual({
      key: "key-1",
      status: "sent",
      sentAt: first.sentAt,
      attempt: 1,
      externalId: null,
    });
    expect(await effects.begin("run-1", "create-pool", 0, "key-2")).toEqual(first);
    expect(await effects.find("run-1", "create-pool", 0)).toEqual(first);
    expect(await effects.find("run-1", "create-pool", 1)).toBeNull();
  });

  test("a failed effect starts a new attempt with a new time and key", async () => {
    const { runs, effects } = world().database;
    await runs.insert(makeRun());
    const first = await effects.begin("run-1", "upload", 3, "key-1");
    await effects.fail("run-1", "upload", 3);
    expect(await effects.find("run-1", "upload", 3)).toEqual({ ...first, status: "failed" });
    const second = await effects.begin("run-1", "upload", 3, "key-2");
    expect(second).toEqual({ ...first, key: "key-2", attempt: 2, sentAt: second.sentAt });
    expect(second.sentAt.getTime()).toBeGreaterThanOrEqual(first.sentAt.getTime());
  });

  test("what was done stays done", async () => {
    const { runs, effects } = world().database;
    await runs.insert(makeRun());
    const begun = await effects.begin("run-1", "create-pool", 0, "key-1");
    await effects.finish("run-1", "create-pool", 0, "20");
    await effects.fail("run-1", "create-pool", 0);
    const done = { ...begun, status: "done", externalId: "20" };
    expect(await effects.begin("run-1", "create-pool", 0, "key-2")).toEqual(done);
  });

  test("an effect that was never begun cannot end", async () => {
    const { effects } = world().database;
    await expect(effects.finish("run-1", "open", 0, "1")).rejects.toThrow("never begun");
    await expect(effects.fail("run-1", "open", 0)).rejects.toThrow("never begun");
  });

  test("twenty who begin the same effect at once get one and the same", async () => {
    const { runs, effects } = world().database;
    await runs.insert(makeRun());
    const begun = await Promise.all(
      Array.from({ length: 20 }, (_, index) => effects.begin("run-1", "open", 0, `key-${index}`)),
    );
    expect(new Set(begun.map((effect) => JSON.stringify(effect))).size).toBe(1);
  });
});
