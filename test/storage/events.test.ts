import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../src/domain/event.ts";
import { useDatabase } from "../support/database.ts";
import { makeRun } from "./make-run.ts";

const world = useDatabase();

const pausing = (by: string): RunEvent => ({ type: "pausing", by, why: null });

describe("events", () => {
  test("events of one run are numbered without gaps, whoever writes and whatever is rolled back", async () => {
    const { database } = world();
    await database.runs.insert(makeRun({ id: "a" }));
    await database.runs.insert(makeRun({ id: "b" }));
    const writers = Array.from({ length: 30 }, (_, index) =>
      database.transaction(async (store) => {
        await store.events.append(index % 2 === 0 ? "a" : "b", pausing(`U${index}`));
        if (index % 5 === 0) throw new Error("rolled back");
      }),
    );
    const outcomes = await Promise.allSettled(writers);
    expect(outcomes.filter((outcome) => outcome.status === "rejected")).toHaveLength(6);
    const numbers = async (id: string) =>
      (await database.events.list(id)).map((event) => event.seq);
    expect(await numbers("a")).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(await numbers("b")).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  test("what was told is no longer untold, and the order stays", async () => {
    const { runs, events } = world().database;
    await runs.insert(makeRun());
    const first = await events.append("run-1", pausing("U1"));
    const second = await events.append("run-1", {
      type: "closed",
      reason: "MANUAL",
      at: null,
      by: "U\u00001",
    });
    expect(await events.untold("run-1")).toEqual([first, second]);
    await events.markTold("run-1", 1, "1.1");
    expect(await events.untold("run-1")).toEqual([second]);
    expect(await events.list("run-1")).toEqual([{ ...first, ts: "1.1" }, second]);
  });

  test("appending changes neither the run nor its version", async () => {
    const { runs, events } = world().database;
    await runs.insert(makeRun());
    await events.append("run-1", pausing("U1"));
    expect(await runs.find("run-1")).toEqual(makeRun());
  });

  test("a run that does not exist cannot be told about", async () => {
    await expect(world().database.events.append("nobody", pausing("U1"))).rejects.toThrow(
      "There is no run nobody",
    );
  });

  test("only runs with old untold events are overdue", async () => {
    const { runs, events } = world().database;
    await runs.insert(makeRun({ id: "told" }));
    await runs.insert(makeRun({ id: "untold" }));
    await events.append("told", pausing("U1"));
    await events.markTold("told", 1, "1.1");
    await events.append("untold", pausing("U1"));
    await events.append("untold", pausing("U2"));
    expect(await events.overdue(-1_000)).toEqual(["untold"]);
    expect(await events.overdue(60_000)).toEqual([]);
  });
});
